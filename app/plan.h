// plan.h - what a session tells of the days to come: the way out of a backlog, what
// a desired retention costs, which cards need rewriting, which weights fit.
//
// Plain data. The jobs are copies of what a long computation needs, so that it can
// run beside the window: hand them to cards::workload() or cards::optimize().
#pragma once

#include <string>
#include <vector>

#include "app/evidence.h"
#include "cards/memory/optimize.h"
#include "cards/schedule/backlog.h"
#include "cards/schedule/simulate.h"

namespace app {

// More is due than a day's limit of reviews holds: those come first whose waiting
// costs most, and new cards pause.
struct BacklogToday {
    int due = 0;                 // Today, those already answered left out.
    int overdue = 0;             // Of them due before today.
    int per_day = 0;             // Reviews a day: the day's limit.
    int days = 0;                // Until it is gone at that pace; 0 = not within a year.
    double minutes_a_day = 0.0;  // Meanwhile.
    double forgotten = 0.0;      // How many of the overdue cards will not be recalled.
};

// A wrong answer, and how often it was given.
struct Confusion {
    std::string answer;
    int times = 0;
};

// A card that needs rewriting, with all that an edit starts from.
struct LeechCard {
    std::string card_id;
    std::string case_id;
    std::string case_title;
    std::string fact_id;
    std::string claim;
    std::string question;
    std::string answer;
    int lapses = 0;
    bool suspended = false;
    std::vector<Confusion> confusions;  // The most frequent first.
    std::vector<EvidenceSource> sources;
};

struct WorkloadJob {
    std::vector<cards::CardState> cards;
    cards::SimulationOptions options;
};

struct OptimizeJob {
    std::vector<cards::LoggedReview> log;
    cards::OptimizeOptions options;
};

}  // namespace app
