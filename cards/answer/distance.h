// distance.h - how many typing errors lie between two words.
#pragma once

#include <string_view>

namespace cards::answer {

// Letters put in, left out, changed or swapped with a neighbour to come from one
// word to the other (optimal string alignment). Counted by code point. Words of
// more than 128 code points count as `far` apart unless equal.
int distance(std::string_view a, std::string_view b);

inline constexpr int far = 1'000;

// How many typing errors are forgiven in a word: none up to three letters or with
// a digit in it, one up to seven letters, two beyond.
int allowance(std::string_view word);

}  // namespace cards::answer
