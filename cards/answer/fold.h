// fold.h - text without what a student need not type: case, accents, punctuation,
// articles.
//
// Two texts that fold to the same words are the same answer. Any bytes may be
// given: what is not UTF-8 counts as a space.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cards::answer {

// Lower-case words of letters and digits with one space between them: "The
// Müller–Smith case, U.S." becomes "muller smith case us". A point or comma stays
// out of a number ("25,000" is "25000") unless it is the decimal point. "a", "an"
// and "the" are dropped but for a last word ("Directorate A") and after a number
// ("794(a)").
std::string fold(std::string_view text);

// The words of a folded text.
std::vector<std::string_view> folded_words(std::string_view folded);

// A folded text without its spaces: "key card" and "keycard" are one answer.
std::string joined(std::string_view folded);

// The code points of UTF-8 text; each byte that is none counts as U+FFFD.
std::u32string code_points(std::string_view text);

// Lower case without accents, quotes and dashes straight, but with every space,
// digit and sign in place.
std::string plain_lower(std::string_view text);

}  // namespace cards::answer
