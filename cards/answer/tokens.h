// tokens.h - a typed answer cut into numbers, words and signs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cards::answer {

struct Token {
    enum class Kind { Number, Word, Sign } kind = Kind::Word;
    std::string text;           // Lower case; of a number, its digits without separators.
    std::int64_t mantissa = 0;  // Of a number: its digits without the point …
    int decimals = 0;           // … and how many stand behind the point.
    bool is(std::string_view word) const { return kind != Kind::Number && text == word; }
};

// Spaces, dashes and commas between tokens are dropped. "25k" is a number and a
// word; a number of more than 15 digits is a word.
std::vector<Token> tokens(std::string_view text);

}  // namespace cards::answer
