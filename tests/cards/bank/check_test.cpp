#include "cards/bank/check.h"

#include <algorithm>
#include <chrono>
#include <functional>

#include "bank_data.h"
#include "third_party/catch2.h"

using cards::CaseFile;
using cards::CaseKind;
using cards::Diagnostic;
using cards::Diagnostics;
using cards::Fact;
using cards::FactKind;
using cards::Severity;
using cards::bank::check;
using cards::bank::NamedCase;

namespace {

std::string listed(const Diagnostics& all) {
    std::string text;
    for (const Diagnostic& d : all)
        text += cards::to_text(d) + "\n";
    return text;
}

// The made-up brief is short on purpose; nothing else of it is at fault.
Diagnostics findings(const std::vector<NamedCase>& bank) {
    Diagnostics all = check(bank);
    all.erase(
        std::remove_if(all.begin(), all.end(),
                       [](const Diagnostic& d) { return d.rule == "case.brief" && d.severity == Severity::Warning; }),
        all.end());
    return all;
}

bool has(const Diagnostics& all, const std::string& rule, Severity severity) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Diagnostic& d) { return d.rule == rule && d.severity == severity; });
}

// heron.toml under another name.
CaseFile renamed(const std::string& id) {
    CaseFile c = bank_data::heron();
    for (Fact& fact : c.facts)
        fact.id = id + fact.id.substr(c.id.size());
    for (Fact& fact : c.facts)
        for (std::string& need : fact.needs)
            need = id + need.substr(c.id.size());
    c.id = id;
    return c;
}

const auto E = Severity::Error;
const auto W = Severity::Warning;

}  // namespace

TEST_CASE("A clean case has no findings", "[bank][check]") {
    const auto all = findings({{"heron.toml", bank_data::heron()}});
    INFO(listed(all));
    CHECK(all.empty());
}

TEST_CASE("An empty bank has no findings", "[bank][check]") {
    CHECK(check({}).empty());
    CHECK_FALSE(check({{"empty.toml", CaseFile{}}}).empty());
}

TEST_CASE("Every rule of the record finds what breaks it", "[bank][check]") {
    struct Row {
        const char* rule;
        Severity severity;
        std::function<void(CaseFile&)> bad;
    };
    for (const Row& row : {
             Row{"A7", E, [](CaseFile& c) { c.facts[0].sources = {"gazette-1995"}; }},
             Row{"A7", W,
                 [](CaseFile& c) {
                     c.facts[5].sources = {"gazette-1995"};
                     c.facts[5].status = cards::FactStatus::Reported;
                 }},
             Row{"A11", E, [](CaseFile& c) { c.sources[0].address = "https://grokipedia.com/page/heron"; }},
             Row{"A6", W,
                 [](CaseFile& c) {
                     c.facts[3].answer = "high treason";
                     c.facts[3].passage = "x";
                 }},
             Row{"A2", E,
                 [](CaseFile& c) {
                     c.facts[1].answer = "hollow coins";
                     c.facts[1].accept.clear();
                 }},
             Row{"B2", E, [](CaseFile& c) { c.facts[1].questions[0].text = "How was it hidden?"; }},
             Row{"D9", W,
                 [](CaseFile& c) {
                     c.facts[0].kind = FactKind::Person;
                     c.facts[0].answer = "Clara Heron";
                     c.facts[0].wrong[0] = "Anton Vesely";
                 }},
             Row{"fact.id", E, [](CaseFile& c) { c.facts[0].id = "egret.office"; }},
             Row{"fact.claim", E,
                 [](CaseFile& c) { c.facts[0].claim = "Clara Heron kept the registry of the Harbour Office"; }},
             Row{"fact.claim", E,
                 [](CaseFile& c) { c.facts[0].claim = "She kept the registry of the Harbour Office."; }},
             Row{"fact.claim", W,
                 [](CaseFile& c) { c.facts[0].claim = "It is disputed who kept the registry of the Harbour Office."; }},
             Row{"fact.passage", E,
                 [](CaseFile& c) { c.facts[0].passage = "kept the Registry of the Harbour Office"; }},
             Row{"fact.passage", E, [](CaseFile& c) { c.facts[0].passage = "Harbour"; }},
             Row{"fact.passage", E, [](CaseFile& c) { c.facts[0].passage.clear(); }},
             Row{"fact.passage", E, [](CaseFile& c) { c.facts[0].passage = "in all.\n\nHer method"; }},
             Row{"fact.sources", E, [](CaseFile& c) { c.facts[0].sources.clear(); }},
             Row{"fact.sources", E, [](CaseFile& c) { c.facts[0].sources.push_back("nobody"); }},
             Row{"fact.sources", E, [](CaseFile& c) { c.facts[0].sources.push_back("court-1995"); }},
             Row{"fact.people", E, [](CaseFile& c) { c.facts[0].people = {"nobody"}; }},
             Row{"fact.derived", E, [](CaseFile& c) { c.facts[0].derived = "nobody"; }},
             Row{"fact.checked", E, [](CaseFile& c) { c.facts[0].sources = {"mail-1995"}; }},
             Row{"fact.checked", E, [](CaseFile& c) { c.facts[4].checked = false; }},
             Row{"fact.superseded_by", E, [](CaseFile& c) { c.facts[0].status = cards::FactStatus::Superseded; }},
             Row{"fact.superseded_by", E, [](CaseFile& c) { c.facts[0].superseded_by = "heron.method"; }},
             Row{"fact.superseded_by", E,
                 [](CaseFile& c) {
                     c.facts[0].status = cards::FactStatus::Superseded;
                     c.facts[0].superseded_by = "heron.nothing";
                 }},
             Row{"fact.superseded_by", E,
                 [](CaseFile& c) {
                     c.facts[0].status = cards::FactStatus::Superseded;
                     c.facts[0].superseded_by = "heron.office";
                 }},
             Row{"fact.questions", E, [](CaseFile& c) { c.facts[0].questions.clear(); }},
             Row{"fact.questions", W, [](CaseFile& c) { c.facts[0].questions[0].retired = true; }},
             Row{"E1", E,
                 [](CaseFile& c) {
                     c.facts[0].questions.push_back(
                         {"Which Port Lambert employer's registry did Clara Heron keep until her arrest in 1994?",
                          false});
                 }},
             Row{"B9", E, [](CaseFile& c) { c.facts[1].questions[0] = c.facts[0].questions[0]; }},
             Row{"E4", E, [](CaseFile& c) { c.facts[0].needs = {"law.nothing"}; }},
             Row{"E4", E, [](CaseFile& c) { c.facts[0].needs = {"heron.sentence"}; }},
             Row{"E4", E, [](CaseFile& c) { c.facts[0].needs = {"heron.office"}; }},
             Row{"E4", W, [](CaseFile& c) { c.facts[0].retired = true; }},
             Row{"E3", W, [](CaseFile& c) { c.facts[4].retired = true; }},
             Row{"E3", W, [](CaseFile& c) { c.facts[3].kind = FactKind::Term; }},
             Row{"A9", W,
                 [](CaseFile& c) {
                     c.facts[5].questions[0].text =
                         "According to prosecutors, how many clerks had Anton Vesley run in all?";
                 }},
             Row{"case.title", E, [](CaseFile& c) { c.title.clear(); }},
             Row{"case.years", E, [](CaseFile& c) { c.end = 1980; }},
             Row{"case.outcome", E, [](CaseFile& c) { c.outcome = "hanged"; }},
             Row{"case.outcome", W, [](CaseFile& c) { c.outcome.clear(); }},
             Row{"case.summary", W,
                 [](CaseFile& c) {
                     for (int i = 0; i < 31; ++i)
                         c.summary += " more";
                 }},
             Row{"case.brief", E, [](CaseFile& c) { c.brief += "\nA line of the same paragraph."; }},
             Row{"case.sources", W, [](CaseFile& c) { c.sources.erase(c.sources.begin() + 2); }},
             Row{"case.checked", W,
                 [](CaseFile& c) { c.facts[0].checked = c.facts[1].checked = c.facts[2].checked = false; }},
             Row{"person.id", E, [](CaseFile& c) { c.people[1].id = "heron"; }},
             Row{"person.name", E, [](CaseFile& c) { c.people[1].name.clear(); }},
             Row{"person.as_of", E, [](CaseFile& c) { c.people[1].as_of = {}; }},
             Row{"person.charges", W, [](CaseFile& c) { c.people[1].charges = {"spying"}; }},
             Row{"person.charges", W, [](CaseFile& c) { c.people[0].charges.clear(); }},
             Row{"source.id", E, [](CaseFile& c) { c.sources[1].id = "court-1995"; }},
             Row{"source.title", E, [](CaseFile& c) { c.sources[1].publisher.clear(); }},
             Row{"source.address", E, [](CaseFile& c) { c.sources[1].address = "javascript:alert(1)"; }},
             Row{"source.unused", W, [](CaseFile& c) { c.facts[2].sources = {"court-1995"}; }},
         }) {
        CaseFile bad = bank_data::heron();
        row.bad(bad);
        const auto all = findings({{"heron.toml", bad}});
        INFO(row.rule << "\n" << listed(all));
        CHECK(has(all, row.rule, row.severity));
    }
}

TEST_CASE("A diagnostic of a fact stands at the fact's line", "[bank][check]") {
    CaseFile c = bank_data::heron();
    c.facts[2].sources = {"nobody"};
    for (const Diagnostic& d : check({{"heron.toml", c}}))
        if (d.rule == "fact.sources") {
            CHECK(d.line == c.facts[2].line);
            CHECK(d.file == "heron.toml");
            CHECK(d.what.find("fact \"heron.arrest\": ") == 0);
        }
}

TEST_CASE("Findings stand in the order of files and lines", "[bank][check]") {
    CaseFile a = renamed("egret");
    CaseFile b = renamed("bittern");
    for (CaseFile* c : {&a, &b})
        for (Fact& fact : c->facts)
            fact.as_of = {};
    const auto all = check({{"egret.toml", a}, {"bittern.toml", b}});
    for (std::size_t i = 1; i < all.size(); ++i) {
        const bool later_file = all[i - 1].file == "egret.toml" && all[i].file == "bittern.toml";
        const bool later_line = all[i - 1].file == all[i].file && all[i - 1].line <= all[i].line;
        CHECK((later_file || later_line));
    }
}

TEST_CASE("Ids used in two files are found", "[bank][check]") {
    CaseFile a = bank_data::heron();
    CaseFile b = bank_data::heron();
    const auto all = check({{"a.toml", a}, {"b.toml", b}});
    CHECK(has(all, "case.id", E));
    CHECK(has(all, "fact.id", E));
}

TEST_CASE("A general file keeps none of the rules of a case", "[bank][check]") {
    CaseFile c = bank_data::heron();
    c.kind = CaseKind::General;
    c.outcome.clear();
    c.summary.clear();
    c.begin = c.end = 0;
    c.facts.resize(1);
    c.sources.resize(1);
    const auto all = findings({{"heron.toml", c}});
    INFO(listed(all));
    CHECK(all.empty());
}

TEST_CASE("A retired fact is held to nothing but its id", "[bank][check]") {
    CaseFile c = bank_data::heron();
    Fact old;
    old.id = "heron.old";
    old.retired = true;
    c.facts.push_back(old);
    CHECK(findings({{"heron.toml", c}}).empty());
    c.facts.push_back(old);
    CHECK(has(findings({{"heron.toml", c}}), "fact.id", E));
}

TEST_CASE("Needs may point into another file", "[bank][check]") {
    CaseFile a = renamed("egret");
    CaseFile b = renamed("bittern");
    a.facts[0].needs = {"bittern.office"};
    CHECK_FALSE(has(check({{"egret.toml", a}, {"bittern.toml", b}}), "E4", E));
    b.facts[0].needs = {"egret.office"};
    CHECK(has(check({{"egret.toml", a}, {"bittern.toml", b}}), "E4", E));
}

TEST_CASE("An answer of many facts is found", "[bank][check]") {
    CaseFile c = bank_data::heron();
    CHECK_FALSE(has(check({{"heron.toml", c}}), "C5", W));
    for (const std::size_t i : {0U, 1U, 2U})
        c.facts[i].answer = "Ruritania";
    CHECK(has(check({{"heron.toml", c}}), "C5", W));
    std::vector<NamedCase> bank;
    for (int i = 0; i < 12; ++i)
        bank.push_back({"f" + std::to_string(i), renamed("case-" + std::to_string(i))});
    CHECK(has(check(bank), "C5", W));
}

TEST_CASE("A case that fills the bank is found, once there are ten", "[bank][check]") {
    std::vector<NamedCase> bank;
    for (int i = 0; i < 9; ++i)
        bank.push_back({"f" + std::to_string(i), renamed("case-" + std::to_string(i))});
    CHECK_FALSE(has(check(bank), "E3", W));
    CaseFile large = renamed("case-9");
    const std::vector<Fact> facts = large.facts;
    for (int i = 0; i < 5; ++i)
        for (Fact fact : facts) {
            fact.id += "-" + std::to_string(i);
            large.facts.push_back(fact);
        }
    bank.push_back({"f9", large});
    CHECK(has(check(bank), "E3", W));
}

TEST_CASE("Questions that could be taken for each other's need a cue", "[bank][check]") {
    CaseFile c = bank_data::heron();
    c.facts[4].kind = FactKind::Duration;
    c.facts[4].questions[0].text = "How many years in prison did the judge give her?";
    Fact other = c.facts[4];
    other.id = "heron.other";
    other.answer = "84 months";
    c.facts.push_back(other);
    CHECK(has(check({{"heron.toml", c}}), "E2", W));
    for (Fact& fact : c.facts)
        if (fact.id == "heron.sentence" || fact.id == "heron.other")
            fact.questions[0].text = "How many years in prison did Clara Heron get in 1995?";
    CHECK_FALSE(has(check({{"heron.toml", c}}), "E2", W));
}

TEST_CASE("A wrong option that answers a like question is found", "[bank][check]") {
    CaseFile c = bank_data::heron();
    Fact other = c.facts[0];
    other.id = "heron.second-office";
    other.answer = "Customs Board";
    other.questions = {
        {"Which Port Lambert employer's registry did Clara Heron keep before her marriage in 1984?", false}};
    c.facts.push_back(other);
    CHECK(has(check({{"heron.toml", c}}), "D7", W));
}

TEST_CASE("A bank of 1,500 facts is checked in a moment", "[bank][check]") {
    std::vector<NamedCase> bank;
    int number = 0;
    for (int i = 0; i < 29; ++i) {
        CaseFile c = renamed("case-" + std::to_string(i));
        const std::vector<Fact> facts = c.facts;
        for (int k = 0; k < 8; ++k)
            for (Fact fact : facts) {
                fact.id += "-" + std::to_string(k);
                const std::string n = std::to_string(++number);
                fact.questions = {
                    {"Which w" + n + " did x" + n + " give to y" + n + " in the z" + n + " of 1990?", false}};
                c.facts.push_back(fact);
            }
        bank.push_back({"f" + std::to_string(i), c});
    }
    const auto start = std::chrono::steady_clock::now();
    CHECK_FALSE(check(bank).empty());
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    CHECK(took < 20.0);  // Far above what it takes, even unoptimised and watched.
}
