#include "fixture.h"
#include "third_party/catch2.h"

using namespace fixture;

namespace {

CardKey key_of(const Library& library, std::string_view card) {
    const auto key = library.find_card(card);
    REQUIRE(key);
    return *key;
}

std::vector<std::string> new_facts(const Library& library) {
    std::vector<std::string> ids;
    for (const DueRow& row : library.new_cards(100, day()))
        ids.push_back(library.card(row.key)->fact_id);
    return ids;
}

}  // namespace

TEST_CASE("A case taken over comes back whole", "[store][cases]") {
    Shelf shelf;
    const CaseFile file = make_case();
    const TakeOver report = shelf.library.take_over(file, Origin::Shipped, "text", {moment(), {}});
    CHECK(report.changed);
    CHECK(report.facts_added == 3);
    CHECK(report.cards_added == 6);
    shelf.reopen();
    CHECK(shelf.library.casefile("mallory") == file);
    CHECK_FALSE(shelf.library.casefile("mallor"));
    const auto cases = shelf.library.cases();
    REQUIRE(cases.size() == 1);
    CHECK(cases[0].text_id == "mallory");
    CHECK(cases[0].title == file.title);
    CHECK(cases[0].cards == 6);
}

TEST_CASE("The same text is taken over once", "[store][cases]") {
    Shelf shelf;
    shelf.library.take_over(make_case(), Origin::Shipped, "text", {moment(), {}});
    CHECK(shelf.library.has_text("mallory", "text"));
    CHECK_FALSE(shelf.library.has_text("mallory", "Text"));
    CHECK_FALSE(shelf.library.has_text("ames", "text"));
    const TakeOver again = shelf.library.take_over(make_case(), Origin::Shipped, "text", {moment(), {}});
    CHECK_FALSE(again.changed);
    CHECK(again.facts_added + again.cards_added == 0);
}

TEST_CASE("A shipped card has the same id in every library, a student's own never", "[store][cases]") {
    Shelf one;
    Shelf two;
    for (Shelf* shelf : {&one, &two}) {
        shelf->library.take_over(make_case(), Origin::Shipped, "text", {moment(), {}});
        shelf->library.take_over(make_case("notes"), Origin::Own, "text", {moment(), {}});
    }
    const auto id = [](const Shelf& shelf, const char* card) {
        return shelf.library.card(key_of(shelf.library, card))->id;
    };
    CHECK(id(one, "mallory.who#1") == id(two, "mallory.who#1"));
    CHECK(id(one, "mallory.who#1") == named_id("card", "mallory.who#1"));
    CHECK(id(one, "notes.who#1") != id(two, "notes.who#1"));
    CHECK(one.library.find_card(to_hex(id(one, "notes.who#1"))) == key_of(one.library, "notes.who#1"));
    CHECK_FALSE(one.library.find_card(to_hex(id(two, "notes.who#1"))));
}

TEST_CASE("A mended wording keeps the schedule, and the old record is in the history", "[store][cases]") {
    Shelf shelf;
    CaseFile file = make_case();
    shelf.library.take_over(file, Origin::Shipped, "1", {moment(), {}});
    const CardKey card = key_of(shelf.library, "mallory.who#1");
    answer(shelf.library, card);
    const CardRow before = *shelf.library.card(card);

    const Fact old = file.facts[1];
    file.facts[1].claim = "Kevin M. it was.";
    file.facts[1].questions[0].text = "Who was it, then?";
    const TakeOver report = shelf.library.take_over(file, Origin::Shipped, "2", {moment(5), {}});
    CHECK(report.reworded == std::vector<std::string>{"mallory.who"});
    CHECK(report.asked_anew.empty());
    CHECK(shelf.library.card(card)->state == before.state);
    CHECK(shelf.library.casefile("mallory") == file);
    const auto history = shelf.library.history(before.fact);
    REQUIRE(history.size() == 1);
    CHECK(history[0].fact == old);
    CHECK(history[0].replaced == moment(5));
}

TEST_CASE("A changed answer resets the fact's cards and keeps their reviews", "[store][cases]") {
    Shelf shelf;
    CaseFile file = make_case();
    shelf.library.take_over(file, Origin::Shipped, "1", {moment(), {}});
    const CardKey card = key_of(shelf.library, "mallory.who#1");
    const CardKey other = key_of(shelf.library, "mallory.year#1");
    answer(shelf.library, card);
    answer(shelf.library, other);
    file.facts[1].answer = "Kevin P. M.";
    const TakeOver report = shelf.library.take_over(file, Origin::Shipped, "2", {moment(5), {}});
    CHECK(report.asked_anew == std::vector<std::string>{"mallory.who"});
    CHECK(report.reworded.empty());
    CHECK(shelf.library.card(card)->state == CardState{});
    CHECK(shelf.library.log(card).empty());
    CHECK(shelf.library.log(other).size() == 1);
    CHECK(shelf.library.done_on(day()).answers == 2);

    answer(shelf.library, card, make_review(Rating::Hard, -600));  // The clock was set back meanwhile.
    CHECK(shelf.library.log(card).size() == 1);
    CHECK(shelf.library.card(card)->state.reviews == 1);
}

TEST_CASE("Facts and questions that are retired or gone are set aside, and can come back", "[store][cases]") {
    Shelf shelf;
    CaseFile file = make_case();
    shelf.library.take_over(file, Origin::Shipped, "1", {moment(), {}});
    const CardKey who = key_of(shelf.library, "mallory.who#1");
    const CardKey place = key_of(shelf.library, "mallory.place#1");
    const CardKey year3 = key_of(shelf.library, "mallory.year#3");
    answer(shelf.library, who);

    CaseFile less = file;
    less.facts.erase(less.facts.begin() + 1);
    less.facts[0].retired = true;
    less.facts[1].questions.pop_back();
    const TakeOver report = shelf.library.take_over(less, Origin::Shipped, "2", {moment(), {}});
    CHECK(report.retired == std::vector<std::string>{"mallory.place", "mallory.who"});
    CHECK(report.reworded == std::vector<std::string>{"mallory.year"});
    for (const CardKey key : {who, place, year3})
        CHECK(shelf.library.card(key)->retired);
    CHECK(shelf.library.due_reviews(day(10)).empty());
    CHECK(new_facts(shelf.library) == std::vector<std::string>{"mallory.year"});
    CHECK(shelf.library.cases()[0].cards == 2);
    REQUIRE(shelf.library.casefile("mallory")->find_fact("mallory.who") != nullptr);
    CHECK(shelf.library.casefile("mallory")->find_fact("mallory.who")->retired);

    shelf.library.take_over(file, Origin::Shipped, "3", {moment(), {}});
    CHECK(shelf.library.casefile("mallory") == file);
    CHECK(shelf.library.card(who)->state.reviews == 1);
    CHECK_FALSE(shelf.library.card(who)->retired);
    CHECK_FALSE(shelf.library.card(year3)->retired);
}

TEST_CASE("New cards come in the order of the cases, after those their facts need", "[store][cases][order]") {
    Shelf shelf;
    CaseFile first = make_case("a");
    first.facts = {make_fact("a.1", "x"), make_fact("a.2", "x"), make_fact("a.3", "x")};
    first.facts[0].needs = {"a.2", "b.1"};  // b comes later.
    first.facts[2].needs = {"a.1"};
    CaseFile second = make_case("b");
    second.facts = {make_fact("b.1", "x", 2), make_fact("b.2", "x")};
    shelf.library.take_over(first, Origin::Shipped, "", {moment(), {}});
    CHECK(new_facts(shelf.library) == std::vector<std::string>{"a.2", "a.1", "a.3"});
    shelf.library.take_over(second, Origin::Shipped, "", {moment(), {}});
    CHECK(new_facts(shelf.library) == std::vector<std::string>{"a.2", "b.1", "b.2", "a.1", "a.3"});
}

TEST_CASE("A student's own fact makes its case, or joins one that shipped and stays in it", "[store][cases]") {
    Shelf shelf;
    CaseFile own = make_case("notes");
    own.facts.clear();
    Id id;
    id.bytes[3] = 7;
    const auto cards = shelf.library.add_fact(own, make_fact("notes.x", "Vienna", 2), {moment(), id});
    REQUIRE(cards.size() == 2);
    CHECK(shelf.library.card(cards[1])->position == 1);
    own.facts = {make_fact("notes.x", "Vienna", 2)};
    CHECK(shelf.library.casefile("notes") == own);
    CHECK(shelf.library.cases()[0].origin == Origin::Own);

    CaseFile shipped = make_case();
    shelf.library.take_over(shipped, Origin::Shipped, "1", {moment(), {}});
    CaseFile with_source = shipped;
    with_source.title = "Not to be taken";
    with_source.sources.push_back(
        {"mine", "My notes", "", {}, "https://example.org/3", SourceTier::Reference, true, 0});
    shelf.library.add_fact(with_source, make_fact("mallory.mine", "Macau"), {moment(), {}});
    CHECK(shelf.library.has_text("mallory", "1"));

    shipped.title = "A new title";
    shelf.library.take_over(shipped, Origin::Shipped, "2", {moment(), {}});
    CaseFile expected = shipped;
    expected.sources.push_back(with_source.sources.back());
    expected.facts.push_back(make_fact("mallory.mine", "Macau"));
    CHECK(shelf.library.casefile("mallory") == expected);
    CHECK_FALSE(shelf.library.card(key_of(shelf.library, "mallory.mine#1"))->retired);
}

TEST_CASE("Adding a fact that is there changes it", "[store][cases]") {
    Shelf shelf;
    CaseFile own = make_case("notes");
    own.facts.clear();
    const auto cards = shelf.library.add_fact(own, make_fact("notes.x", "Vienna"), {moment(), {}});
    answer(shelf.library, cards[0]);
    Fact changed = make_fact("notes.x", "Vienna", 2);
    changed.note = "By the river.";
    CHECK(shelf.library.add_fact(own, changed, {moment(), {}}).size() == 1);
    CHECK(shelf.library.casefile("notes")->facts == std::vector<Fact>{changed});
    CHECK(shelf.library.card(cards[0])->state.reviews == 1);
}

TEST_CASE("What an exception interrupts leaves nothing", "[store][cases][crash]") {
    Shelf shelf;
    struct Stop {};
    CHECK_THROWS_AS(shelf.library.together([&] {
        shelf.library.take_over(make_case(), Origin::Shipped, "1", {moment(), {}});
        shelf.library.set_setting("a", "b");
        throw Stop{};
    }),
                    Stop);
    CHECK(shelf.library.cases().empty());
    CHECK_FALSE(shelf.library.setting("a"));
    shelf.library.together([&] { shelf.library.take_over(make_case(), Origin::Shipped, "1", {moment(), {}}); });
    shelf.reopen();
    CHECK(shelf.library.cases().size() == 1);
}

TEST_CASE("What facts ask for is read for many at once", "[store][cases]") {
    Shelf shelf;
    const CaseFile file = make_case();
    shelf.library.take_over(file, Origin::Shipped, "text", {moment(), {}});
    std::vector<FactKey> keys = {999'999};
    for (const DueRow& row : shelf.library.new_cards(100, day()))
        keys.push_back(row.fact);
    const std::vector<FactAnswer> answers = shelf.library.answers(keys);
    REQUIRE(answers.size() == 3);
    for (const FactAnswer& each : answers) {
        const Fact* fact = file.find_fact(each.id);
        REQUIRE(fact != nullptr);
        CHECK(each.kind == fact->kind);
        CHECK(each.answer == fact->answer);
    }
    CHECK(shelf.library.answers({}).empty());
}
