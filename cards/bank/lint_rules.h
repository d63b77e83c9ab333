// lint_rules.h - the rules behind lint(), in groups: one small function a rule, in
// the table at the end of its file.
//
// To add a rule: write its function in the file of what it looks at, add it to
// that file's table, and a bad and a good card to its test.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "cards/bank/lint.h"
#include "cards/bank/words.h"

namespace cards::bank {

using Findings = std::vector<Finding>;

// A fact with its texts taken apart once.
struct FactText {
    FactText(const Fact& fact, const std::vector<Person>& people);

    const Fact& fact;
    const std::vector<Person>& people;  // Of its case.
    Text claim;
    Text answer;
    Text passage;
    std::vector<Text> wrong;
};

void lint_stem(const FactText& fact, const Text& stem, Findings& findings);    // B1 to B8, B10, B11, C4, D8, A10.
void lint_status(const FactText& fact, const Text& stem, Findings& findings);  // A3, A5, A6 of a question.
void lint_claim(const FactText& fact, Findings& findings);                     // A3 to A6, A10, B12 of the claim.
void lint_answer(const FactText& fact, Findings& findings);                    // A2, A8, A10, C1 to C3.
void lint_options(const FactText& fact, Findings& findings);                   // D1 to D5, D10.

// People by each of their folded names.
using PeopleIndex = std::unordered_map<std::string, const Person*>;
void add_people(PeopleIndex& index, const std::vector<Person>& people);

// D9: nobody uncharged is offered as a wrong answer where a spy is asked for.
void lint_person_options(const FactText& fact, const Text& stem, const PeopleIndex& people, Findings& findings);

// An error or a warning, to be added to findings.
Finding error(std::string rule, std::string field, std::string what, std::string fix);
Finding warning(std::string rule, std::string field, std::string what, std::string fix);

// The first relative date in `text` ("last year", "ago"); "" where none is.
std::string_view relative_date(const Text& text);

}  // namespace cards::bank
