// The rule of people as wrong options.
#include <fmt/format.h>

#include "cards/bank/lint_rules.h"

namespace cards::bank {
namespace {

const Person* find(const PeopleIndex& people, const std::string& folded) {
    const auto found = people.find(folded);
    return found == people.end() ? nullptr : found->second;
}

bool is_proved(const Person& p) { return p.status == LegalStatus::Pleaded || p.status == LegalStatus::Convicted; }

// Whether nobody may be called a spy on the strength of this status.
bool is_uncharged(const Person& p) {
    switch (p.status) {
        case LegalStatus::Official:
        case LegalStatus::Witness:
        case LegalStatus::Named:
        case LegalStatus::Acquitted:
        case LegalStatus::Dismissed: return true;
        default: return false;
    }
}

}  // namespace

void add_people(PeopleIndex& index, const std::vector<Person>& people) {
    for (const Person& person : people) {
        index.emplace(Text(person.name).folded, &person);
        for (const std::string& alias : person.aliases)
            index.emplace(Text(alias).folded, &person);
    }
}

void lint_person_options(const FactText& text, const Text& stem, const PeopleIndex& people, Findings& findings) {
    if (text.fact.kind != FactKind::Person) return;
    const Person* answer = find(people, text.answer.folded);
    if (answer == nullptr || !is_proved(*answer)) return;
    const bool labels =
        stem.has_any({"spy", "spied", "traitor", "mole", "convicted", "pleaded", "guilty", "sentenced"});
    const bool proof = stem.has_any({"convicted", "pleaded", "guilty", "sentenced"});
    for (const Text& option : text.wrong) {
        const Person* person = find(people, option.folded);
        if (person == nullptr || is_proved(*person)) continue;
        const std::string what = fmt::format("offers \"{}\" ({}) where a person who was {} is asked for", option.raw,
                                             to_text(person->status), to_text(answer->status));
        const std::string fix = "Offer only people who pleaded guilty or were convicted.";
        if (is_uncharged(*person))
            findings.push_back(labels ? error("D9", "wrong", what, fix) : warning("D9", "wrong", what, fix));
        else if (proof)
            findings.push_back(warning("D9", "wrong", what, fix));
    }
}

}  // namespace cards::bank
