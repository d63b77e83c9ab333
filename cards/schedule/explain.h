// explain.h - why a card is due on its date: its memory review by review, one
// sentence, and the forgetting curve behind both.
//
// Pure functions of a log and options. explain() with bare ratings answers "what
// would FSRS do"; with a card's log it tells that card's story.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cards/card.h"
#include "cards/review.h"
#include "cards/schedule/options.h"

namespace cards {

// What one review did to the memory of a card.
struct ExplainedStep {
    Rating rating = Rating::Good;
    int elapsed_days = 0;        // Since the review before, in study days; 0 for the first.
    double recall_before = 1.0;  // Retrievability when it was asked, 0 to 1; 1 for the first.
    Days stability;              // After it.
    double difficulty = 0.0;     // After it, 1 to 10.
    Days exact_interval;         // Until recall falls to the desired retention; not rounded.
    int interval_days = 1;       // The same in whole days, 1 to 36,500; without fuzz.
};

// A point of the forgetting curve: a study day, perhaps between two, counted as
// StudyDay counts, and the recall then, 0 to 1.
struct CurvePoint {
    double day = 0.0;
    double recall = 0.0;
};

struct Explanation {
    CardState state;
    std::vector<ExplainedStep> steps;
    std::string sentence;           // "Due 3 Dec 2026: stability 14.2 days, so recall falls to 90 % then."
    std::optional<int> fuzz_days;   // How far fuzz moved the date; nothing where that cannot be told.
    double recall_today = 0.0;      // 0 while new.
    std::vector<CurvePoint> curve;  // By day; two points (before, after) at a review.
};

// The memory after each rating; `elapsed_days` are the study days since the one
// before, the first is not read. The shorter of the two lists counts.
std::vector<ExplainedStep> explain(std::span<const Rating> ratings, std::span<const int> elapsed_days,
                                   const Weights& weights, double desired_retention);

// The story of a card: `log` as replay() takes it, `options` those in force for
// its case (see exam.h). `card` gives the fuzz seed.
Explanation explain(const Id& card, std::span<const Review> log, const SchedulerOptions& options, StudyDay today);

}  // namespace cards
