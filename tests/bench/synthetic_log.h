// synthetic_log.h - a made-up student's log of reviews, from a seed.
//
// The student remembers by FSRS-6 with weights near `weights` and forgets some
// cards sooner than others, which no weights can express; cards are scheduled by
// the default weights with fuzz. The same seed gives the same log.
#pragma once

#include <cstdint>
#include <vector>

#include "cards/memory/training_set.h"
#include "cards/memory/weights.h"

namespace cards {

struct SyntheticStudent {
    Weights weights = fsrs6_weights;
    double card_spread = 0.4;  // Standard deviation of ln(how much longer a card is remembered).
    int new_per_day = 20;
    double desired_retention = 0.90;
    std::uint64_t seed = 1;
};

// In order of time, the first `reviews` of them.
std::vector<LoggedReview> synthetic_log(const SyntheticStudent& student, std::size_t reviews);

// Weights some way from the defaults, as another student might have them.
Weights some_weights(std::uint64_t seed);

}  // namespace cards
