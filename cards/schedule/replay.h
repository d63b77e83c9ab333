// replay.h - a card's state from its log.
#pragma once

#include <span>

#include "cards/card.h"
#include "cards/memory/weights.h"
#include "cards/review.h"

namespace cards {

// The state of a card after `log`: its reviews since the last reset, in order of
// time, undone ones left out. Stability and difficulty follow from ratings and
// study days by `weights`; state, step and due date are those promised by the
// last review. An empty log gives a new card.
CardState replay(std::span<const Review> log, const Weights& weights);

// The same, one review further.
CardState advance(const CardState& before, const Review& review, const Weights& weights);

}  // namespace cards
