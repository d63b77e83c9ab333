#include "cards/answer/value.h"

#include "cards/answer/number.h"
#include "cards/answer/statute.h"
#include "third_party/catch2.h"

using cards::FactKind;
using namespace cards::answer;

namespace {

std::int64_t number(const char* text) {
    const auto all = tokens(text);
    const auto cardinal = read_cardinal(all, 0);
    return cardinal && cardinal->next == all.size() ? cardinal->milli : -1;
}

}  // namespace

TEST_CASE("Numbers are read from digits and from words", "[answer][value]") {
    struct Row {
        const char* text;
        std::int64_t milli;
    };
    for (const Row& row : {
             Row{"0", 0},
             Row{"7", 7'000},
             Row{"25,000", 25'000'000},
             Row{"25000", 25'000'000},
             Row{"25k", 25'000'000},
             Row{"25 thousand", 25'000'000},
             Row{"twenty-five thousand", 25'000'000},
             Row{"1.43 million", 1'430'000'000},
             Row{"one million two hundred thousand", 1'200'000'000},
             Row{"2 million 500 thousand", 2'500'000'000},
             Row{"a hundred", 100'000},
             Row{"one hundred and five", 105'000},
             Row{"three hundred sixty-five", 365'000},
             Row{"nineteen hundred", 1'900'000},
             Row{"half a million", 500'000'000},
             Row{"two and a half", 2'500},
             Row{"two and a half million", 2'500'000'000},
             Row{"a thousand", 1'000'000},
             Row{"6,000", 6'000'000},
             Row{"twelve", 12'000},
             Row{"0.5", 500},
         }) {
        INFO(row.text);
        CHECK(number(row.text) == row.milli);
    }
}

TEST_CASE("What is no number is read as none", "[answer][value][hostile]") {
    for (const char* text : {"", "and", "hundredweight", "thousand", "five six", "twenty thirty", "3 4", "million", "a",
                             "half", "999999999999 trillion", "9999999999999999999999"}) {
        INFO(text);
        if (std::string_view(text) == "half")
            CHECK(number(text) == 500);
        else
            CHECK(number(text) == -1);
    }
}

TEST_CASE("Values written differently are the same value", "[answer][value]") {
    struct Row {
        FactKind kind;
        const char* typed;
        const char* right;
        Match match;
    };
    for (const Row& row : {
             Row{FactKind::Money, "25000 USD", "$25,000", Match::Same},
             Row{FactKind::Money, "25k dollars", "$25,000", Match::Same},
             Row{FactKind::Money, "twenty-five thousand", "$25,000", Match::Same},
             Row{FactKind::Money, "US$ 25,000", "$25,000", Match::Same},
             Row{FactKind::Money, "about $25,000 in cash", "$25,000", Match::Same},
             Row{FactKind::Money,
                 "\xC2\xA3"
                 "25,000",
                 "$25,000", Match::Different},
             Row{FactKind::Money, "$2,500", "$25,000", Match::Different},
             Row{FactKind::Money, "$1,400,000", "$1.4 million", Match::Same},
             Row{FactKind::Money, "1.4m", "$1.4 million", Match::Same},
             Row{FactKind::Money, "20,000", "20k", Match::Same},
             Row{FactKind::Money, "lots", "$25,000", Match::NoValue},
             Row{FactKind::Money, "$25,000 in gold", "$25,000", Match::NoValue},
             Row{FactKind::Duration, "240 months", "20 years", Match::Same},
             Row{FactKind::Duration, "twenty years", "20 years", Match::Same},
             Row{FactKind::Duration, "20 years in prison", "20 years", Match::Same},
             Row{FactKind::Duration, "20-year", "20 years", Match::Same},
             Row{FactKind::Duration, "20", "20 years", Match::Same},
             Row{FactKind::Duration, "20", "20 years and 4 months", Match::Different},
             Row{FactKind::Duration, "20 months", "20 years", Match::Different},
             Row{FactKind::Duration, "283 months", "23 years 7 months", Match::Same},
             Row{FactKind::Duration, "23 years and 7 months", "23 years 7 months", Match::Same},
             Row{FactKind::Duration, "23 yrs, 7 mos", "23 years 7 months", Match::Same},
             Row{FactKind::Duration, "2 weeks", "14 days", Match::Same},
             Row{FactKind::Duration, "a year and a half", "18 months", Match::Same},
             Row{FactKind::Duration, "two and a half years", "30 months", Match::Same},
             Row{FactKind::Duration, "half a year", "6 months", Match::Same},
             Row{FactKind::Outcome, "three years and four months", "40 months", Match::Same},
             Row{FactKind::Number, "11 judges", "eleven", Match::Same},
             Row{FactKind::Number, "12", "eleven", Match::Different},
             Row{FactKind::Number, "6000", "6,000", Match::Same},
             Row{FactKind::Number, "1000000", "more than 1 million", Match::Same},
             Row{FactKind::Number, "35%", "35 percent", Match::Same},
             Row{FactKind::Charge, "twenty-one", "21", Match::Same},
             Row{FactKind::Date, "June 22, 2017", "22 June 2017", Match::Same},
             Row{FactKind::Date, "2017", "22 June 2017", Match::Different},
             Row{FactKind::Date, "22 June 2017", "2017", Match::Same},
             Row{FactKind::Date, "5/6/2017", "5 June 2017", Match::Same},
             Row{FactKind::Date, "5/6/2017", "6 May 2017", Match::Same},
             Row{FactKind::Date, "22 June", "22 June 2017", Match::NoValue},
             Row{FactKind::Date, "22 Jnue 2017", "22 June 2017", Match::Typo},
             Row{FactKind::Statute, "794", "18 U.S.C. \xC2\xA7 794", Match::Same},
             Row{FactKind::Statute, "18 usc 794", "18 U.S.C. 794", Match::Same},
             Row{FactKind::Statute, "18 U. S. C. 794", "18 U.S.C. 794", Match::Same},
             Row{FactKind::Statute, "section 794", "18 U.S.C. 794", Match::Same},
             Row{FactKind::Statute, "title 18, section 794", "18 U.S.C. 794", Match::Same},
             Row{FactKind::Statute, "18 USC sec. 794 (c)", "794(c)", Match::Same},
             Row{FactKind::Statute, "794(c)", "794", Match::Same},
             Row{FactKind::Statute, "794", "794(c)", Match::Different},
             Row{FactKind::Statute, "793", "794", Match::Different},
             Row{FactKind::Statute, "22 U.S.C. 794", "18 U.S.C. 794", Match::Different},
             Row{FactKind::Statute, "1001a2", "1001(a)(2)", Match::Same},
             Row{FactKind::Statute, "Espionage Act", "794", Match::NoValue},
             Row{FactKind::Statute, "794", "Espionage Act of 1917", Match::NoValue},
             Row{FactKind::Term, "40 F.4th 166", "KL-47", Match::NoValue},
         }) {
        INFO(row.typed << " for " << row.right);
        CHECK(compare_values(row.kind, row.typed, row.right) == row.match);
    }
}

TEST_CASE("A value agrees with itself, whatever its kind", "[answer][value]") {
    for (const char* text : {"$25,000", "$1.4 million", "20 years", "23 years 7 months", "eleven", "six weeks"}) {
        INFO(text);
        for (const FactKind kind : {FactKind::Money, FactKind::Duration, FactKind::Number, FactKind::Outcome}) {
            const Match match = compare_values(kind, text, text);
            CHECK(match != Match::Different);
            CHECK(match != Match::Typo);
        }
    }
}

TEST_CASE("Values have an order of their own", "[answer][value]") {
    CHECK(order_of(FactKind::Money, "$840,000") < order_of(FactKind::Money, "$1.4 million"));
    CHECK(order_of(FactKind::Date, "22 June 2017") < order_of(FactKind::Date, "8 June 2018"));
    CHECK(order_of(FactKind::Date, "1985") < order_of(FactKind::Date, "May 1985"));
    CHECK(order_of(FactKind::Duration, "63 months") < order_of(FactKind::Duration, "20 years"));
    CHECK(order_of(FactKind::Number, "four") < order_of(FactKind::Number, "eleven"));
    CHECK_FALSE(order_of(FactKind::Term, "steganography"));
    CHECK_FALSE(order_of(FactKind::Date, "spring"));
}
