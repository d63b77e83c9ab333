// number.h - numbers as digits or words: "25,000", "25k", "1.4 million",
// "twenty-five thousand", "two and a half".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "cards/answer/tokens.h"

namespace cards::answer {

struct Cardinal {
    std::int64_t milli = 0;  // The value in thousandths.
    std::size_t next = 0;    // The index of the token after it.
};

// The number that starts at token `from`; nothing when none does, or when it does
// not fit.
std::optional<Cardinal> read_cardinal(const std::vector<Token>& tokens, std::size_t from);

}  // namespace cards::answer
