#include "cards/memory/training_set.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace cards {
namespace {

// Positions of `log` in order of time.
std::vector<std::uint32_t> by_time(std::span<const LoggedReview> log) {
    std::vector<std::uint32_t> order(log.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return log[a].at < log[b].at; };
    if (!std::is_sorted(order.begin(), order.end(), earlier)) std::stable_sort(order.begin(), order.end(), earlier);
    return order;
}

}  // namespace

TrainingSet training_set(std::span<const LoggedReview> log, const LogPart& part) {
    TrainingSet set;
    const std::vector<std::uint32_t> order = by_time(log);
    const auto total = static_cast<double>(order.size());
    const auto begin = static_cast<std::size_t>(total * std::clamp(part.begin, 0.0, 1.0));
    const auto end = std::max(begin, static_cast<std::size_t>(total * std::clamp(part.end, 0.0, 1.0)));

    // Cards in the order of their first review; then each card's reviews together.
    std::unordered_map<std::int64_t, std::uint32_t> numbers;
    numbers.reserve(end / 4 + 16);
    std::vector<std::uint32_t> card_of(end);
    std::vector<std::uint32_t> sizes;
    for (std::size_t i = 0; i < end; ++i) {
        const auto [found, added] = numbers.try_emplace(log[order[i]].card, static_cast<std::uint32_t>(sizes.size()));
        if (added) sizes.push_back(0);
        card_of[i] = found->second;
        ++sizes[found->second];
    }
    set.starts.resize(sizes.size() + 1);
    std::partial_sum(sizes.begin(), sizes.end(), set.starts.begin() + 1);

    set.steps.resize(end);
    std::vector<std::uint32_t> next(set.starts.begin(), set.starts.end() - 1);
    std::vector<std::int32_t> last_day(sizes.size());
    for (std::size_t i = 0; i < end; ++i) {
        const LoggedReview& review = log[order[i]];
        const std::uint32_t card = card_of[i];
        TrainingStep& step = set.steps[next[card]];
        const bool first = next[card] == set.starts[card];
        ++next[card];
        step.rating = review.rating;
        step.elapsed = first ? 0.0 : std::max(0.0, static_cast<double>(review.day.number) - last_day[card]);
        last_day[card] = review.day.number;
        if (i < begin || step.elapsed < 1.0) continue;
        step.scored = true;
        ++set.scored;
    }
    return set;
}

}  // namespace cards
