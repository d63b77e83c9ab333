// cram.h - going through a case's cards outside their schedule.
//
// A session in memory: what is answered here changes no card's state, is no
// review, and is forgotten with the session.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "cards/card.h"
#include "cards/memory/weights.h"

namespace cards {

// A card that may be crammed. Keys are the store's row numbers.
struct CramCard {
    std::int64_t card = 0;
    std::int64_t fact = 0;  // Cards of one fact are siblings.
    CardState state;
};

// The keys of `cards` in the order to ask them: the least sure first, cards never
// learned mixed evenly among them, siblings at least three apart where there are
// enough others.
std::vector<std::int64_t> cram_order(std::span<const CramCard> cards, StudyDay today, const Weights& w);

class CramSession {
  public:
    explicit CramSession(std::vector<std::int64_t> order) : left_(std::move(order)) {}

    // The card to ask; nothing when all were known.
    std::optional<std::int64_t> next() const;

    // The asked card leaves on Good and Easy; on Again it is asked again after
    // five others, on Hard after ten, or at the end where fewer are left.
    void answered(Rating rating);

    int left() const noexcept { return static_cast<int>(left_.size()); }

  private:
    std::vector<std::int64_t> left_;
};

}  // namespace cards
