#include "cards/bank/interference.h"

#include "third_party/catch2.h"

using cards::Fact;
using cards::FactKind;
using cards::bank::interfere;
using cards::bank::interference_groups;

namespace {

Fact fact(FactKind kind, const char* answer) {
    Fact f;
    f.id = std::string("x.") + answer;
    f.kind = kind;
    f.answer = answer;
    return f;
}

}  // namespace

TEST_CASE("Names that sound alike and equal values interfere", "[bank][interference]") {
    struct Row {
        FactKind kind;
        const char* a;
        const char* b;
        bool yes;
    };
    for (const Row& row : {
             Row{FactKind::Person, "Ron Rockwell Hansen", "Robert Hanssen", true},
             Row{FactKind::Person, "Alexander Yuk Ching Ma", "Chi Mak", true},
             Row{FactKind::Person, "Ruth Greenglass", "David Greenglass", true},
             Row{FactKind::Person, "Kevin Mallory", "Aldrich Ames", false},
             Row{FactKind::Person, "Xu Yanjun", "Ji Chaoqun", false},
             Row{FactKind::Person, "Kevin Mallory", "kevin mallory", false},
             Row{FactKind::Duration, "20 years", "240 months", true},
             Row{FactKind::Duration, "20 years", "19 years", false},
             Row{FactKind::Money, "$25,000", "25k dollars", true},
             Row{FactKind::Date, "9 May 1994", "May 9, 1994", true},
             Row{FactKind::Number, "three", "3", false},
             Row{FactKind::Term, "venue", "venue", false},
         }) {
        INFO(row.a << " / " << row.b);
        CHECK(interfere(fact(row.kind, row.a), fact(row.kind, row.b)) == row.yes);
        CHECK(interfere(fact(row.kind, row.b), fact(row.kind, row.a)) == row.yes);
    }
    CHECK(interfere(fact(FactKind::Duration, "20 years"), fact(FactKind::Outcome, "240 months")));
    CHECK_FALSE(interfere(fact(FactKind::Money, "$20"), fact(FactKind::Date, "20")));
}

TEST_CASE("A fact does not interfere with itself", "[bank][interference]") {
    const Fact f = fact(FactKind::Money, "$25,000");
    CHECK_FALSE(interfere(f, f));
}

TEST_CASE("Groups hold each fact once and agree with the pairs", "[bank][interference]") {
    const std::vector<Fact> facts = {fact(FactKind::Duration, "20 years"),
                                     fact(FactKind::Person, "Ron Hansen"),
                                     fact(FactKind::Outcome, "240 months"),
                                     fact(FactKind::Person, "Chi Mak"),
                                     fact(FactKind::Person, "Robert Hanssen"),
                                     fact(FactKind::Person, "Alexander Ma"),
                                     fact(FactKind::Term, "venue"),
                                     fact(FactKind::Duration, "twenty years")};
    std::vector<const Fact*> pointers;
    for (const Fact& f : facts)
        pointers.push_back(&f);
    CHECK(interference_groups(pointers) == std::vector<std::vector<std::size_t>>{{0, 2, 7}, {1, 4}, {3, 5}});
    CHECK(interference_groups({}).empty());
}
