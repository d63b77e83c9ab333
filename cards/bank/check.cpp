#include "cards/bank/check.h"

#include <fmt/format.h>

#include <algorithm>

#include "cards/bank/check_rules.h"

namespace cards::bank {

void Log::add(Severity severity, std::size_t file, int line, std::string rule, std::string what, std::string fix) {
    entries_.push_back({file, {severity, std::move(rule), bank_[file].file, line, std::move(what), std::move(fix)}});
}

void Log::error(std::size_t file, int line, std::string rule, std::string what, std::string fix) {
    add(Severity::Error, file, line, std::move(rule), std::move(what), std::move(fix));
}

void Log::warning(std::size_t file, int line, std::string rule, std::string what, std::string fix) {
    add(Severity::Warning, file, line, std::move(rule), std::move(what), std::move(fix));
}

void Log::finding(std::size_t file, const Fact& fact, const Finding& f) {
    add(f.severity, file, fact.line, f.rule, fmt::format("{}: {} {}", named(fact), f.field, f.what), f.fix);
}

Diagnostics Log::sorted() && {
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return a.file != b.file ? a.file < b.file : a.diagnostic.line < b.diagnostic.line;
    });
    Diagnostics all;
    all.reserve(entries_.size());
    for (Entry& entry : entries_)
        all.push_back(std::move(entry.diagnostic));
    return all;
}

std::string named(const Fact& fact) { return fmt::format("fact \"{}\"", fact.id); }

namespace {

// Lints a fact once and each of its questions, and keeps the questions for the
// rules that compare them.
void check_wording(const NamedCase& named_case, std::size_t file, const Fact& fact, const PeopleIndex& people,
                   std::vector<Asked>& asked, Log& log) {
    const FactText text(fact, named_case.casefile.people);
    Findings findings;
    lint_claim(text, findings);
    lint_answer(text, findings);
    lint_options(text, findings);
    for (std::size_t i = 0; i < fact.questions.size(); ++i) {
        if (fact.questions[i].retired) continue;
        Asked question{file, &fact, static_cast<int>(i), Text(fact.questions[i].text), {}};
        question.content = content_words(question.stem.words);
        const std::size_t before = findings.size();
        lint_stem(text, question.stem, findings);
        lint_status(text, question.stem, findings);
        lint_person_options(text, question.stem, people, findings);
        if (fact.questions.size() > 1)
            for (std::size_t k = before; k < findings.size(); ++k)
                if (findings[k].field == "question") findings[k].field = fmt::format("question {}", i + 1);
        asked.push_back(std::move(question));
    }
    for (const Finding& finding : findings)
        log.finding(file, fact, finding);
}

}  // namespace

Diagnostics check(const std::vector<NamedCase>& bank) {
    Log log(bank);
    FactIndex facts;
    PeopleIndex people;
    for (std::size_t i = 0; i < bank.size(); ++i) {
        for (const Fact& fact : bank[i].casefile.facts)
            facts.emplace(fact.id, Place{i, &fact});
        add_people(people, bank[i].casefile.people);
    }
    std::vector<Asked> asked;
    for (std::size_t i = 0; i < bank.size(); ++i) {
        check_file(bank[i].casefile, i, log);
        for (const Fact& fact : bank[i].casefile.facts) {
            if (fact.retired) continue;
            check_fact(bank[i].casefile, i, fact, log);
            check_wording(bank[i], i, fact, people, asked, log);
        }
    }
    check_ids(bank, log);
    check_links(bank, facts, log);
    check_stems(asked, log);
    check_spelling(bank, log);
    check_balance(bank, log);
    check_interference(asked, log);
    check_true_elsewhere(asked, log);
    return std::move(log).sorted();
}

}  // namespace cards::bank
