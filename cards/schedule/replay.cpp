#include "cards/schedule/replay.h"

#include <algorithm>

#include "cards/memory/memory.h"

namespace cards {

CardState advance(const CardState& before, const Review& review, const Weights& weights) {
    CardState after = before;
    const bool first = before.reviews == 0;
    const double elapsed = first ? 0.0 : std::max(0.0, static_cast<double>(review.day.number - before.last_day.number));
    const MemoryState memory =
        first ? first_memory(review.rating, weights)
              : next_memory({Days{before.stability}, before.difficulty}, review.rating, Days{elapsed}, weights);
    after.stability = memory.stability.value;
    after.difficulty = memory.difficulty;
    after.last_review = review.at.at;
    after.last_day = review.day;
    after.reviews = before.reviews + 1;
    if (before.state == State::Review && review.rating == Rating::Again) ++after.lapses;
    after.state = review.outcome.state;
    after.step = review.outcome.step;
    after.due_day = review.outcome.due_day;
    after.due_at = review.outcome.due_at;
    return after;
}

CardState replay(std::span<const Review> log, const Weights& weights) {
    CardState state;
    for (const Review& review : log)
        state = advance(state, review, weights);
    return state;
}

}  // namespace cards
