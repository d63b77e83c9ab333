// source_text.h - a source file taken apart, as far as the walls need it.
#pragma once

#include <string>
#include <vector>

namespace structure {

// One line of C++ without its comments.
struct SourceLine {
    int number = 0;
    std::string include;   // The name in #include "…" or <…>; "" on other lines.
    std::string code;      // With what stands in quotes left out.
    std::string literals;  // What stands in quotes.
};

// Takes a C++ text apart. Knows comments, strings, characters and digit separators;
// of raw strings only those without a delimiter of their own.
std::vector<SourceLine> lines_of(const std::string& text);

}  // namespace structure
