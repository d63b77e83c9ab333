// training_set.h - a log of reviews in the form the optimiser reads: one sequence a
// card, and which of its reviews count.
//
// Reviews a day or more after the one before can be predicted and are scored;
// those on the same day are not, but they move the memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cards/rating.h"
#include "cards/time.h"

namespace cards {

// One review as the optimiser needs it. Reviews of a reset card count from the
// reset on, under a card number of their own.
struct LoggedReview {
    std::int64_t card = 0;
    Instant at;
    StudyDay day;
    Rating rating = Rating::Good;
};

// One review of a sequence.
struct TrainingStep {
    double elapsed = 0.0;  // Study days since the one before, >= 0.
    bool scored = false;   // Whether its prediction counts.
    Rating rating = Rating::Good;
};

// Cards one after the other; sequence i is steps[starts[i]] to steps[starts[i + 1] - 1].
struct TrainingSet {
    std::vector<TrainingStep> steps;
    std::vector<std::uint32_t> starts = {0};
    int scored = 0;  // How many steps are.

    std::size_t sequences() const noexcept { return starts.size() - 1; }
};

// Which part of a log, in order of time, a set is made of: reviews from `begin`
// to `end` (shares of all, 0 to 1) are scored, earlier ones only move the memory,
// later ones are left out.
struct LogPart {
    double begin = 0.0;
    double end = 1.0;
};

// Ordered by time within each card, whatever the order of `log`; reviews at the
// same instant stay in the order given.
TrainingSet training_set(std::span<const LoggedReview> log, const LogPart& part);

}  // namespace cards
