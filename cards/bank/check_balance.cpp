// The rules of shares: no answer, case or length may be so common that it can be
// guessed.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cards/bank/check_rules.h"
#include "cards/bank/report.h"

namespace cards::bank {
namespace {

constexpr double most_of_bank = 0.10;       // Share of facts with one answer.
constexpr std::size_t large_bank = 50;      // Facts, from which that share is looked at.
constexpr std::size_t most_of_file = 2;     // Facts of one file with one answer.
constexpr double most_of_cases = 0.15;      // Share of the bank's facts in one case.
constexpr std::size_t many_cases = 10;      // From which that share is looked at.
constexpr double most_longest = 0.35;       // Share of facts whose answer is the longest option: 1/4 + 10 %.
constexpr std::size_t enough_options = 20;  // Facts, from which that share is looked at.

struct Uses {
    std::size_t count = 0;
    std::size_t file = 0;
    const Fact* last = nullptr;
};

void c5_answers(const std::vector<NamedCase>& bank, std::size_t facts, Log& log) {
    std::map<std::string, Uses> whole;
    for (std::size_t i = 0; i < bank.size(); ++i) {
        std::map<std::string, Uses> here;
        for (const Fact& fact : bank[i].casefile.facts) {
            if (fact.retired) continue;
            const std::string answer = Text(fact.answer).folded;
            for (auto* uses : {&whole[answer], &here[answer]}) {
                ++uses->count;
                uses->file = i;
                uses->last = &fact;
            }
        }
        for (const auto& entry : here)
            if (entry.second.count > most_of_file)
                log.warning(i, entry.second.last->line, "C5",
                            fmt::format("{}: \"{}\" is the answer of {} facts of this file", named(*entry.second.last),
                                        entry.second.last->answer, entry.second.count),
                            "Ask for something rarer.");
    }
    if (facts < large_bank) return;
    for (const auto& entry : whole)
        if (static_cast<double>(entry.second.count) > most_of_bank * static_cast<double>(facts))
            log.warning(entry.second.file, entry.second.last->line, "C5",
                        fmt::format("\"{}\" is the answer of {} of {} facts", entry.second.last->answer,
                                    entry.second.count, facts),
                        "Ask for something rarer.");
}

void d4_longest(const std::vector<NamedCase>& bank, Log& log) {
    for (std::size_t i = 0; i < bank.size(); ++i) {
        const BankReport report = cards::bank::report({bank[i]});
        if (report.with_options >= enough_options && report.longest_option_rate > most_longest)
            log.warning(i, 0, "D4",
                        fmt::format("the right answer is the longest option in {:.0f} % of its facts",
                                    report.longest_option_rate * 100),
                        "Lengthen wrong options, until it is so in at most a third.");
    }
}

void e3_cases(const std::vector<NamedCase>& bank, std::size_t facts, Log& log) {
    const auto cases =
        std::count_if(bank.begin(), bank.end(), [](const NamedCase& c) { return c.casefile.kind == CaseKind::Case; });
    if (static_cast<std::size_t>(cases) < many_cases) return;
    for (std::size_t i = 0; i < bank.size(); ++i) {
        const double share = static_cast<double>(bank[i].casefile.facts.size()) / static_cast<double>(facts);
        if (bank[i].casefile.kind == CaseKind::Case && share > most_of_cases)
            log.warning(i, 0, "E3", fmt::format("holds {:.0f} % of the bank's facts", share * 100),
                        "Spread the facts over more cases.");
    }
}

}  // namespace

void check_balance(const std::vector<NamedCase>& bank, Log& log) {
    std::size_t facts = 0;
    for (const NamedCase& entry : bank)
        facts += entry.casefile.facts.size();
    c5_answers(bank, facts, log);
    d4_longest(bank, log);
    if (facts > 0) e3_cases(bank, facts, log);
}

}  // namespace cards::bank
