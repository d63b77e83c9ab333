#include "cards/bank/writer.h"

#include "bank_data.h"
#include "cards/bank/reader.h"
#include "third_party/catch2.h"

using cards::bank::read_casefile;
using cards::bank::write_casefile;

namespace {

void check_round_trip(const cards::CaseFile& casefile) {
    const std::string text = write_casefile(casefile);
    INFO(text);
    const auto result = read_casefile(text, "written.toml");
    for (const auto& d : result.diagnostics)
        UNSCOPED_INFO(cards::to_text(d));
    REQUIRE(result.casefile);
    CHECK(*result.casefile == casefile);
    CHECK(write_casefile(*result.casefile) == text);
}

cards::CaseFile small() {
    cards::CaseFile c;
    c.id = "small";
    c.title = "Small";
    return c;
}

}  // namespace

TEST_CASE("What is written is read back equal", "[bank][writer]") {
    check_round_trip(bank_data::heron());
    check_round_trip(small());
}

TEST_CASE("Texts with signs that TOML uses itself come back unchanged", "[bank][writer]") {
    for (const char* nasty : {"a \"quoted\" word", "back\\slash", "\\", "\"", "\"\"\"", "\"\"\"\"\"\"", "'", "'''",
                              "C:\\new\\u0041", "caf\xC3\xA9 \xE2\x80\x93 \xD0\x9C \xF0\x9F\x95\xB5",
                              " leading and trailing ", "# no comment", "[[facts]]", "a = 1", ""}) {
        cards::CaseFile c = small();
        c.title = nasty;
        c.brief = std::string(nasty) + "\n\n" + nasty;
        c.tags = {nasty, nasty};
        cards::Fact fact;
        fact.id = "small.one";
        fact.claim = nasty;
        fact.answer = nasty;
        fact.note = std::string(nasty) + "\n\tsecond line";
        fact.questions = {{nasty, false}, {nasty, true}};
        c.facts = {fact};
        check_round_trip(c);
    }
}

TEST_CASE("Empty lines at either end of a brief are kept", "[bank][writer]") {
    for (const char* brief : {"", "\n", "\n\n", "x\n", "\nx", "x\n\n", "\"", "x\"\"", "\"\"\"\n\"\"\""}) {
        cards::CaseFile c = small();
        c.brief = brief;
        check_round_trip(c);
    }
}

TEST_CASE("Every word of every list comes back", "[bank][writer]") {
    cards::CaseFile c = small();
    c.kind = cards::CaseKind::General;
    for (std::size_t i = 0; i < cards::fact_kind_words().size(); ++i) {
        cards::Fact fact;
        fact.id = "small.kind-" + std::to_string(i);
        fact.kind = static_cast<cards::FactKind>(i);
        fact.status = static_cast<cards::FactStatus>(i % cards::fact_status_words().size());
        fact.checked = i % 2 == 0;
        fact.retired = i % 3 == 0;
        fact.as_of = {2000 + static_cast<int>(i), i % 2 == 0 ? 3 : 0, 0};
        c.facts.push_back(fact);
    }
    for (std::size_t i = 0; i < cards::legal_status_words().size(); ++i) {
        cards::Person person;
        person.id = "p" + std::to_string(i);
        person.status = static_cast<cards::LegalStatus>(i);
        c.people.push_back(person);
    }
    for (std::size_t i = 0; i < cards::source_tier_words().size(); ++i) {
        cards::Source source;
        source.id = "s" + std::to_string(i);
        source.tier = static_cast<cards::SourceTier>(i);
        source.read = i % 2 == 0;
        c.sources.push_back(source);
    }
    check_round_trip(c);
}

TEST_CASE("A written file reads as if by hand", "[bank][writer]") {
    cards::CaseFile c = small();
    c.brief = "First.\n\nSecond \"quoted\".";
    cards::Fact fact;
    fact.id = "small.one";
    fact.claim = "One is one.";
    fact.answer = "one";
    fact.questions = {{"What is one?", false}, {"Old?", true}};
    c.facts = {fact};
    CHECK(write_casefile(c) == R"(format = 1
id = "small"
title = "Small"
kind = "case"

brief = """
First.

Second "quoted".
"""

[[facts]]
id = "small.one"
claim = "One is one."
kind = "term"
answer = "one"
status = "reported"
questions = ["What is one?", { text = "Old?", retired = true }]
)");
}
