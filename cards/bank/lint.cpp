#include "cards/bank/lint.h"

#include "cards/bank/lint_rules.h"

namespace cards::bank {

FactText::FactText(const Fact& f, const std::vector<Person>& p)
    : fact(f), people(p), claim(f.claim), answer(f.answer), passage(f.passage) {
    for (const std::string& option : f.wrong)
        wrong.emplace_back(option);
}

Finding error(std::string rule, std::string field, std::string what, std::string fix) {
    return {Severity::Error, std::move(rule), std::move(field), std::move(what), std::move(fix)};
}

Finding warning(std::string rule, std::string field, std::string what, std::string fix) {
    return {Severity::Warning, std::move(rule), std::move(field), std::move(what), std::move(fix)};
}

std::vector<Finding> lint(const Fact& fact, const Question& question, const std::vector<Person>& people) {
    const FactText text(fact, people);
    const Text stem(question.text);
    Findings findings;
    lint_stem(text, stem, findings);
    lint_status(text, stem, findings);
    lint_claim(text, findings);
    lint_answer(text, findings);
    lint_options(text, findings);
    PeopleIndex index;
    add_people(index, people);
    lint_person_options(text, stem, index, findings);
    return findings;
}

}  // namespace cards::bank
