#include "cards/schedule/cram.h"

#include <algorithm>

#include "cards/schedule/scheduler.h"

namespace cards {
namespace {

constexpr std::size_t sibling_distance = 3;
constexpr std::size_t again_after = 5;
constexpr std::size_t hard_after = 10;

struct Ranked {
    const CramCard* card = nullptr;
    double place = 0.0;  // 0 to 1: where in the session it belongs.
};

// Gives each kind its places evenly over the session.
void spread(std::vector<Ranked>& kind) {
    for (std::size_t i = 0; i < kind.size(); ++i) {
        kind[i].place = (static_cast<double>(i) + 0.5) / static_cast<double>(kind.size());
    }
}

bool near_sibling(const std::vector<const CramCard*>& asked, const CramCard& card) {
    const std::size_t from = asked.size() - std::min(asked.size(), sibling_distance - 1);
    return std::any_of(asked.begin() + static_cast<std::ptrdiff_t>(from), asked.end(),
                       [&](const CramCard* before) { return before->fact == card.fact; });
}

}  // namespace

std::vector<std::int64_t> cram_order(std::span<const CramCard> cards, StudyDay today, const Weights& w) {
    std::vector<Ranked> learned;
    std::vector<Ranked> fresh;
    for (const CramCard& card : cards) {
        if (card.state.state == State::New) {
            fresh.push_back({&card, 0.0});
        } else {
            learned.push_back({&card, recall_on(card.state, today, w)});
        }
    }
    const auto sooner = [](const Ranked& a, const Ranked& b) {
        return a.place != b.place ? a.place < b.place : a.card->card < b.card->card;
    };
    std::sort(learned.begin(), learned.end(), sooner);
    std::sort(fresh.begin(), fresh.end(), sooner);
    spread(learned);
    spread(fresh);
    std::vector<Ranked> left = std::move(learned);
    left.insert(left.end(), fresh.begin(), fresh.end());
    std::sort(left.begin(), left.end(), sooner);

    std::vector<const CramCard*> asked;
    while (!left.empty()) {
        auto best =
            std::find_if(left.begin(), left.end(), [&](const Ranked& r) { return !near_sibling(asked, *r.card); });
        if (best == left.end()) best = left.begin();
        asked.push_back(best->card);
        left.erase(best);
    }
    std::vector<std::int64_t> keys;
    for (const CramCard* card : asked)
        keys.push_back(card->card);
    return keys;
}

std::optional<std::int64_t> CramSession::next() const {
    if (left_.empty()) return std::nullopt;
    return left_.front();
}

void CramSession::answered(Rating rating) {
    if (left_.empty()) return;
    const std::int64_t card = left_.front();
    left_.erase(left_.begin());
    if (rating >= Rating::Good) return;
    const std::size_t after = std::min(left_.size(), rating == Rating::Again ? again_after : hard_after);
    left_.insert(left_.begin() + static_cast<std::ptrdiff_t>(after), card);
}

}  // namespace cards
