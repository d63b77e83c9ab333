// scheduler.h - what each rating would do to a card.
//
// A pure function of the card's state, the moment, the options and a seed: the
// same inputs give the same outputs on every machine.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "cards/card.h"
#include "cards/review.h"
#include "cards/schedule/options.h"

namespace cards {

// Where a rating would send a card, and what its button says.
struct Choice {
    Rating rating = Rating::Again;
    CardState after;
    Days interval;      // Until due: minutes as a fraction of a day in the learning states.
    int fuzz_days = 0;  // How far the interval was moved by fuzz.
};

// One choice per rating, Again first. Where the range allows it, the intervals of
// Hard, Good and Easy differ by at least a day once the card is in Review.
// Elapsed study days are never negative.
std::array<Choice, 4> choices(const CardState& before, Moment now, const SchedulerOptions& options, std::uint64_t seed);

// The fuzz seed of a card that has been reviewed `reviews` times.
std::uint64_t fuzz_seed(const Id& card, int reviews) noexcept;

// Retrievability (0 to 1) of a card on a study day; 1 on the day of its last
// review. A new card has none: 0.
double recall_on(const CardState& card, StudyDay day, const Weights& w) noexcept;

// What a review row keeps of a state, and the same put back.
Outcome outcome_of(const CardState& state);

// "<1 min", "10 min", "3 days", "2.1 months", "1.4 years".
std::string interval_text(Days interval);

// Whether a card with `lapses` is (again) to be pointed out as a leech: at
// options.leech_lapses and at every half of that (rounded up) after it.
bool becomes_leech(int lapses, const SchedulerOptions& options) noexcept;

}  // namespace cards
