// statute.h - sections of a law as people cite them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cards::answer {

struct Statute {
    std::string title;                 // "18" of "18 U.S.C. 794(c)"; "" where none is given.
    std::string section;               // "794".
    std::vector<std::string> clauses;  // "c" of 794(c); "a", "2" of 1001(a)(2).
};

// "18 U.S.C. § 794(c)", "title 18, section 794(c)", "18 usc 794", "§ 794", "794".
// Nothing for other text, so for two sections at once and for named acts.
std::optional<Statute> read_statute(std::string_view text);

// Whether `typed` names `asked` or a clause of it. A title left out is forgiven.
bool agrees(const Statute& typed, const Statute& asked);

}  // namespace cards::answer
