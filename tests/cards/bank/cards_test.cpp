#include "cards/bank/cards.h"

#include <algorithm>

#include "bank_data.h"
#include "cards/bank/gap.h"
#include "cards/card.h"
#include "third_party/catch2.h"

using cards::CaseFile;
using cards::Fact;
using cards::bank::cards_in_order;
using cards::bank::cards_of;
using cards::bank::make_gap;
using cards::bank::teaching_order;

namespace {

CaseFile file(const std::string& id, const std::vector<std::pair<std::string, std::vector<std::string>>>& facts) {
    CaseFile c;
    c.id = id;
    for (const auto& entry : facts) {
        Fact fact;
        fact.id = id + "." + entry.first;
        fact.needs = entry.second;
        fact.questions = {{"What is " + entry.first + "?", false}};
        c.facts.push_back(fact);
    }
    return c;
}

std::vector<std::string> ids(const std::vector<const Fact*>& facts) {
    std::vector<std::string> all;
    for (const Fact* fact : facts)
        all.push_back(fact->id);
    return all;
}

}  // namespace

TEST_CASE("Each question is a card that knows its place", "[bank][cards]") {
    const CaseFile c = bank_data::heron();
    const auto all = cards_of(c);
    REQUIRE(all.size() == 7);
    CHECK(all[1].fact == &c.facts[1]);
    CHECK(all[1].position == 0);
    CHECK(all[2].position == 1);
    CHECK(all[2].retired);
    CHECK_FALSE(all[1].retired);
    CHECK(all[2].id == cards::named_id("card", "heron.method#2"));
    CHECK(all[0].question == c.facts[0].questions[0].text);
}

TEST_CASE("A retired fact retires all its cards", "[bank][cards]") {
    CaseFile c = bank_data::heron();
    c.facts[1].retired = true;
    for (const auto& card : cards_of(c))
        CHECK(card.retired == (card.fact == &c.facts[1]));
}

TEST_CASE("What a fact needs comes before it, over files, and all else stays in order", "[bank][cards]") {
    const CaseFile a = file("a", {{"one", {}}, {"two", {"b.two", "a.four"}}, {"three", {}}, {"four", {"b.one"}}});
    const CaseFile b = file("b", {{"one", {}}, {"two", {}}, {"three", {}}});
    CHECK(ids(teaching_order({&a, &b})) ==
          std::vector<std::string>{"a.one", "b.two", "b.one", "a.four", "a.two", "a.three", "b.three"});
    CHECK(cards_in_order({&a, &b}).size() == 7);
    CHECK(ids(teaching_order({&b, &a})) ==
          std::vector<std::string>{"b.one", "b.two", "b.three", "a.one", "a.four", "a.two", "a.three"});
}

TEST_CASE("Circles and unknown needs lose no fact", "[bank][cards][hostile]") {
    const CaseFile c =
        file("c", {{"one", {"c.two", "x.nothing"}}, {"two", {"c.three"}}, {"three", {"c.one", "c.three"}}});
    CHECK(teaching_order({&c}).size() == 3);
    CHECK(teaching_order({}).empty());
}

TEST_CASE("A chain of needs may be as long as the bank", "[bank][cards][hostile]") {
    std::vector<std::pair<std::string, std::vector<std::string>>> chain;
    for (int i = 0; i < 50'000; ++i)
        chain.push_back({std::to_string(i), {"c." + std::to_string(i + 1)}});
    const CaseFile c = file("c", chain);
    const auto order = teaching_order({&c});
    REQUIRE(order.size() == 50'000);
    CHECK(order.front()->id == "c.49999");
    CHECK(order.back()->id == "c.0");
}

TEST_CASE("A gap is the claim without its answer", "[bank][gap]") {
    Fact f;
    f.claim = "Clara Heron hid the copies under stamps of birthday cards.";
    f.answer = "Stamps";
    auto gap = make_gap(f);
    REQUIRE(gap);
    CHECK(gap->before == "Clara Heron hid the copies under ");
    CHECK(gap->after == " of birthday cards.");
    f.answer = "microdots";
    CHECK_FALSE(make_gap(f));
    f.accept = {"birthday cards"};
    CHECK(make_gap(f));
    f.answer = "stamp";  // Whole words only.
    f.accept.clear();
    CHECK_FALSE(make_gap(f));
    f.claim = "Stamps here, stamps there, and stamps everywhere else too.";
    f.answer = "stamps";
    CHECK_FALSE(make_gap(f));
    f.claim = "He hid stamps.";
    CHECK_FALSE(make_gap(f));
    f.claim = "Clara Heron was paid with an $14,000 cheque in the end.";
    f.answer = "$14,000";
    CHECK(make_gap(f)->before == "Clara Heron was paid with a(n) ");
    f.answer.clear();
    CHECK_FALSE(make_gap(f));
}
