#include "cards/bank/history.h"

#include <algorithm>
#include <functional>

#include "bank_data.h"
#include "third_party/catch2.h"

using cards::CaseFile;
using cards::Severity;
using cards::bank::check_history;

TEST_CASE("A bank may grow and its wording be mended", "[bank][history]") {
    CaseFile now = bank_data::heron();
    now.facts.push_back(now.facts[0]);
    now.facts.back().id = "heron.new";
    now.facts[0].questions[0].text = "Which employer's registry did Clara Heron keep in Port Lambert?";
    now.facts[0].questions.push_back({"A second question?", false});
    now.facts[2].retired = true;
    now.facts[3].answer = "Unlawful Communication of Sailing Orders";
    CHECK(check_history({{"heron.toml", bank_data::heron()}}, {{"heron.toml", now}}).empty());
}

TEST_CASE("What students' reviews hang on may not change", "[bank][history]") {
    struct Row {
        const char* rule;
        Severity severity;
        std::function<void(CaseFile& before, CaseFile& now)> change;
    };
    for (const Row& row : {
             Row{"fact.id", Severity::Error, [](CaseFile&, CaseFile&now) { now.facts.pop_back(); }},
             Row{"fact.id", Severity::Error,
                 [](CaseFile&before, CaseFile&now) {
                     before.facts[0].retired = true;
                     now.facts[0].answer = "Navy";
                 }},
             Row{"fact.questions", Severity::Error, [](CaseFile&, CaseFile&now) { now.facts[1].questions.pop_back(); }},
             Row{"fact.questions", Severity::Error,
                 [](CaseFile&, CaseFile&now) { std::swap(now.facts[1].questions[0], now.facts[1].questions[1]); }},
             Row{"fact.answer", Severity::Warning, [](CaseFile&, CaseFile&now) { now.facts[0].answer = "Navy"; }},
         }) {
        CaseFile before = bank_data::heron();
        CaseFile now = bank_data::heron();
        row.change(before, now);
        const auto all = check_history({{"heron.toml", before}}, {{"heron.toml", now}});
        INFO(row.rule);
        CHECK(std::any_of(all.begin(), all.end(), [&](const cards::Diagnostic& d) {
            return d.rule == row.rule && d.severity == row.severity && d.file == "heron.toml";
        }));
    }
}

TEST_CASE("A file that vanished is told fact by fact", "[bank][history]") {
    const auto all = check_history({{"heron.toml", bank_data::heron()}}, {});
    CHECK(all.size() == 6);
    CHECK(all.at(0).file == "heron.toml");
}
