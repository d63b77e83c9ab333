#include "cards/bank/options.h"

#include <algorithm>
#include <map>
#include <set>

#include "bank_data.h"
#include "third_party/catch2.h"

using cards::CaseFile;
using cards::Fact;
using cards::FactKind;
using cards::LegalStatus;
using cards::bank::choose_options;
using cards::bank::Lender;
using cards::bank::OptionSet;

namespace {

struct Made {
    FactKind kind;
    const char* answer;
};

CaseFile file(const std::string& id, const std::vector<Made>& made) {
    CaseFile c;
    c.id = id;
    int number = 0;
    for (const Made& m : made) {
        Fact fact;
        fact.id = id + "." + std::to_string(++number);
        fact.kind = m.kind;
        fact.answer = m.answer;
        fact.questions = {{"What of " + id + std::to_string(number) + " and so on?", false}};
        c.facts.push_back(fact);
    }
    return c;
}

void add_person(CaseFile& c, const std::string& name, LegalStatus status) {
    cards::Person person;
    person.id = name;
    person.name = name;
    person.status = status;
    c.people.push_back(person);
}

std::vector<Lender> lenders(const std::vector<const CaseFile*>& files) {
    std::vector<Lender> all;
    for (const CaseFile* c : files)
        for (const Fact& fact : c->facts)
            all.push_back({&fact, c});
    return all;
}

bool offers(const OptionSet& set, const std::string& option) {
    return std::find(set.options.begin(), set.options.end(), option) != set.options.end();
}

}  // namespace

TEST_CASE("The author's options are offered first, the right answer among them", "[bank][options]") {
    const CaseFile c = bank_data::heron();
    for (const Fact& fact : c.facts) {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const OptionSet set = choose_options(fact, c, lenders({&c}), seed);
            REQUIRE(set.options.size() == 4);
            CHECK(set.options[set.right] == fact.answer);
            for (const std::string& option : fact.wrong)
                CHECK(offers(set, option));
        }
    }
}

TEST_CASE("One seed gives one order on every machine", "[bank][options]") {
    const CaseFile c = bank_data::heron();
    CHECK(choose_options(c.facts[1], c, {}, 1).options ==
          std::vector<std::string>{"microdots", "invisible ink", "punched tape", "book cipher"});
    CHECK(choose_options(c.facts[1], c, {}, 2).options == choose_options(c.facts[1], c, {}, 2).options);
}

TEST_CASE("The right answer stands in each place about as often", "[bank][options]") {
    const CaseFile c = bank_data::heron();
    std::map<std::size_t, int> places;
    for (std::uint64_t seed = 0; seed < 4'000; ++seed)
        ++places[choose_options(c.facts[1], c, {}, seed).right];
    for (std::size_t place = 0; place < 4; ++place) {
        CHECK(places[place] > 850);
        CHECK(places[place] < 1'150);
    }
}

TEST_CASE("Numbers, money and dates stand in ascending order", "[bank][options]") {
    const CaseFile c = bank_data::heron();
    const OptionSet dates = choose_options(c.facts[2], c, {}, 7);
    CHECK(dates.options == std::vector<std::string>{"9 May 1993", "3 March 1994", "9 May 1994", "12 July 1994"});
    CHECK(dates.right == 2);
    CHECK(choose_options(c.facts[4], c, {}, 7).options ==
          std::vector<std::string>{"five years", "seven years", "twelve years", "nineteen years"});
    CHECK(choose_options(c.facts[5], c, {}, 7).options == std::vector<std::string>{"one", "two", "three", "six"});
}

TEST_CASE("Facts of the same kind and form lend what the author left out, other cases first", "[bank][options]") {
    const CaseFile mine =
        file("mine", {{FactKind::Date, "9 May 1994"}, {FactKind::Date, "1 May 1994"}, {FactKind::Place, "Vienna"}});
    const CaseFile other = file("other", {{FactKind::Date, "3 June 1990"},
                                          {FactKind::Date, "1991"},
                                          {FactKind::Money, "$5"},
                                          {FactKind::Date, "4 June 1992"},
                                          {FactKind::Date, "5 June 1993"}});
    const OptionSet set = choose_options(mine.facts[0], mine, lenders({&mine, &other}), 3);
    CHECK(set.options == std::vector<std::string>{"3 June 1990", "4 June 1992", "5 June 1993", "9 May 1994"});
    const CaseFile few = file("few", {{FactKind::Date, "3 June 1990"}});
    CHECK(choose_options(mine.facts[0], mine, lenders({&mine, &few}), 3).options ==
          std::vector<std::string>{"3 June 1990", "1 May 1994", "9 May 1994"});
}

TEST_CASE("The nearest amounts are lent", "[bank][options]") {
    const CaseFile mine = file("mine", {{FactKind::Money, "$25,000"}});
    const CaseFile other = file("other", {{FactKind::Money, "$3"},
                                          {FactKind::Money, "$20,000"},
                                          {FactKind::Money, "$4 million"},
                                          {FactKind::Money, "$40,000"},
                                          {FactKind::Money, "$16,500"},
                                          {FactKind::Money, "£26,000"}});
    CHECK(choose_options(mine.facts[0], mine, lenders({&other}), 3).options ==
          std::vector<std::string>{"$16,500", "$20,000", "$25,000", "$40,000"});
}

TEST_CASE("Nothing right, alike or overlapping is ever an option", "[bank][options]") {
    CaseFile mine = file(
        "mine", {{FactKind::Organisation, "Central Intelligence Agency"}, {FactKind::Organisation, "Harbour Office"}});
    mine.facts[0].accept = {"CIA"};
    mine.facts[0].wrong = {"the CIA", "Central Intelligence", "central intelligence agency"};
    const CaseFile other = file("other", {{FactKind::Organisation, "C.I.A."},
                                          {FactKind::Organisation, "CIA station"},
                                          {FactKind::Organisation, "Harbour Office"},
                                          {FactKind::Organisation, "KGB"},
                                          {FactKind::Organisation, "the KGB"},
                                          {FactKind::Organisation, "KGB Centre"},
                                          {FactKind::Organisation, "GRU"}});
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const OptionSet set = choose_options(mine.facts[0], mine, lenders({&other}), seed);
        REQUIRE(set.options.size() == 3);
        CHECK(offers(set, "GRU"));
        CHECK(offers(set, "Central Intelligence Agency"));
    }
}

TEST_CASE("Nobody uncharged is offered beside a convicted spy", "[bank][options]") {
    CaseFile mine = file("mine", {{FactKind::Person, "Clara Heron"}, {FactKind::Person, "Ida Quill"}});
    add_person(mine, "Clara Heron", LegalStatus::Convicted);
    add_person(mine, "Ida Quill", LegalStatus::Official);
    CaseFile other = file("other", {{FactKind::Person, "Ann Pleaded"},
                                    {FactKind::Person, "Bob Convicted"},
                                    {FactKind::Person, "Cy Named"},
                                    {FactKind::Person, "Di Charged"},
                                    {FactKind::Person, "Ed Official"},
                                    {FactKind::Person, "Flo Unlisted"}});
    add_person(other, "Ann Pleaded", LegalStatus::Pleaded);
    add_person(other, "Bob Convicted", LegalStatus::Convicted);
    add_person(other, "Cy Named", LegalStatus::Named);
    add_person(other, "Di Charged", LegalStatus::Charged);
    add_person(other, "Ed Official", LegalStatus::Official);
    const auto all = lenders({&mine, &other});
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const OptionSet spies = choose_options(mine.facts[0], mine, all, seed);
        CHECK(std::set<std::string>(spies.options.begin(), spies.options.end()) ==
              std::set<std::string>{"Ann Pleaded", "Bob Convicted", "Clara Heron"});
        const OptionSet officials = choose_options(mine.facts[1], mine, all, seed);
        CHECK(officials.options.size() == 4);
        CHECK_FALSE(offers(officials, "Ann Pleaded"));
    }
}

TEST_CASE("With fewer than three options there is no set", "[bank][options]") {
    CaseFile mine = file("mine", {{FactKind::Term, "microdot"}});
    CHECK(choose_options(mine.facts[0], mine, {}, 1).options.empty());
    mine.facts[0].wrong = {"cipher"};
    CHECK(choose_options(mine.facts[0], mine, {}, 1).options.empty());
    mine.facts[0].wrong = {"cipher", "legend"};
    CHECK(choose_options(mine.facts[0], mine, {{nullptr, nullptr}}, 1).options.size() == 3);
}

TEST_CASE("What replaced a fact, and what is asked alike, is not lent to it", "[bank][options]") {
    CaseFile mine = file("mine", {{FactKind::Term, "microdot"},
                                  {FactKind::Term, "cipher"},
                                  {FactKind::Term, "legend"},
                                  {FactKind::Term, "cover"}});
    mine.facts[0].superseded_by = "mine.2";
    mine.facts[2].questions = mine.facts[0].questions;
    CHECK(choose_options(mine.facts[0], mine, lenders({&mine}), 1).options.empty());
}
