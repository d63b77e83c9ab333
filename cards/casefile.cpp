#include "cards/casefile.h"

#include <algorithm>

namespace cards {
namespace {

template <typename Thing>
const Thing* find(const std::vector<Thing>& things, std::string_view id) noexcept {
    const auto found = std::find_if(things.begin(), things.end(), [&](const Thing& t) { return t.id == id; });
    return found == things.end() ? nullptr : &*found;
}

}  // namespace

const Fact* CaseFile::find_fact(std::string_view fact_id) const noexcept { return find(facts, fact_id); }
const Source* CaseFile::find_source(std::string_view source_id) const noexcept { return find(sources, source_id); }
const Person* CaseFile::find_person(std::string_view person_id) const noexcept { return find(people, person_id); }

}  // namespace cards
