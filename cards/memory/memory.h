// memory.h - how well a card is remembered, by the FSRS-6 model.
//
// Pure functions of their arguments: no clock, no storage, no random numbers.
// Start at retrievability(); everything else follows from it.
// Source: open-spaced-repetition/fsrs-rs, src/inference.rs and src/model.rs.
#pragma once

#include "cards/memory/weights.h"
#include "cards/rating.h"
#include "cards/time.h"

namespace cards {

inline constexpr double min_stability = 0.001;     // Days.
inline constexpr double max_stability = 36'500.0;  // Days: a hundred years.

struct MemoryState {
    Days stability;           // Until retrievability falls to 0.90; min_stability to max_stability.
    double difficulty = 0.0;  // 1 (easy) to 10 (hard), no unit.
};

// Probability, 0 to 1, of recalling the card `elapsed` after its last review.
//
//     R(t, S) = (1 + F t / S) ^ -w20,   F = 0.9 ^ (-1 / w20) - 1
//
// so R(S, S) = 0.90 by construction. A negative `elapsed` (the clock was set
// back) counts as zero.
double retrievability(const MemoryState& memory, Days elapsed, const Weights& w) noexcept;

// When retrievability falls to `desired` (0 < desired < 1): the inverse of the
// above, I = S / F (r ^ (-1 / w20) - 1). Not rounded, not limited.
Days interval_for(Days stability, double desired_retention, const Weights& w) noexcept;

// The memory after the very first review of a card.
MemoryState first_memory(Rating rating, const Weights& w) noexcept;

// The memory after a further review, `elapsed` whole study days after the last
// (0 = the same day; a negative value counts as 0).
MemoryState next_memory(const MemoryState& memory, Rating rating, Days elapsed, const Weights& w) noexcept;

}  // namespace cards
