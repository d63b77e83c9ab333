// text_scan.h - what must hold of a text before a parser sees it, and of each
// string after: UTF-8, no control characters, no deep nesting.
//
// A case file may come from a stranger and be shown in a terminal: escape
// sequences and characters that turn the direction of writing never get in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cards::bank {

struct TextFault {
    int line = 1;      // From 1.
    std::string what;  // "is not UTF-8", "holds the control character U+001B".
};

// Every line that is not UTF-8 or holds a control character (tab and line feed
// aside), at most `most` of them.
std::vector<TextFault> scan_text(std::string_view text, std::size_t most = 20);

// The first fault of a value, as the end of a sentence; "" where there is none.
// Tabs and line feeds count as faults unless `lines` is true.
std::string value_fault(std::string_view value, bool lines);

// The first line of a TOML text where brackets or dotted keys nest deeper than any
// case file's; 0 where none does. Parsers recurse: this keeps them from the end of
// the stack.
int first_deep_line(std::string_view toml);

inline constexpr int max_nesting = 16;

}  // namespace cards::bank
