#include "cards/rating.h"

namespace cards {

std::string_view to_text(Rating rating) noexcept {
    switch (rating) {
        case Rating::Again: return "Again";
        case Rating::Hard: return "Hard";
        case Rating::Good: return "Good";
        case Rating::Easy: return "Easy";
    }
    return {};
}

std::string_view to_text(State state) noexcept {
    switch (state) {
        case State::New: return "new";
        case State::Learning: return "learning";
        case State::Review: return "review";
        case State::Relearning: return "relearning";
    }
    return {};
}

std::optional<Rating> rating_from(int number) noexcept {
    if (number < 1 || number > 4) return std::nullopt;
    return static_cast<Rating>(number);
}

}  // namespace cards
