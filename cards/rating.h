// rating.h - how well a card was recalled, and in which state it is.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace cards {

enum class Rating { Again = 1, Hard = 2, Good = 3, Easy = 4 };

inline constexpr std::array all_ratings = {Rating::Again, Rating::Hard, Rating::Good, Rating::Easy};

enum class State { New = 0, Learning = 1, Review = 2, Relearning = 3 };

std::string_view to_text(Rating rating) noexcept;  // "Again" …
std::string_view to_text(State state) noexcept;    // "new" …

// 1 to 4 as a rating; nothing for any other number.
std::optional<Rating> rating_from(int number) noexcept;

}  // namespace cards
