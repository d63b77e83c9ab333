// casefile.h - one case: its brief, its people with their legal status, its
// sources and its facts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cards/fact.h"

namespace cards {

// General files hold what case facts build on: services, law, tradecraft.
enum class CaseKind { Case, General };

struct CaseFile {
    std::string id;  // A lower-case slug; prefix of every fact id.
    std::string title;
    CaseKind kind = CaseKind::Case;
    std::string for_whom;  // Whose service gained; "" where that does not apply.
    int begin = 0;         // First and last year of the story; 0 = unknown.
    int end = 0;
    std::string outcome;  // A legal status word, or "".
    std::string summary;  // One sentence for a list of cases.
    std::vector<std::string> tags;
    std::string brief;  // Paragraphs, one a line, with an empty line between.
    std::vector<Person> people;
    std::vector<Source> sources;
    std::vector<Fact> facts;

    const Fact* find_fact(std::string_view fact_id) const noexcept;
    const Source* find_source(std::string_view source_id) const noexcept;
    const Person* find_person(std::string_view person_id) const noexcept;

    bool operator==(const CaseFile&) const = default;
};

}  // namespace cards
