#include "cards/store/connection.h"
#include "cards/store/error.h"
#include "fixture.h"
#include "third_party/catch2.h"

using namespace fixture;

namespace {

struct Reviews : Shelf {
    Reviews() {
        library.take_over(make_case(), Origin::Shipped, "1", {moment(), {}});
        who = *library.find_card("mallory.who#1");
        who2 = *library.find_card("mallory.who#2");
        year = *library.find_card("mallory.year#1");
    }
    std::optional<Undone> undo() { return library.undo_last({moment(60), {}}, replay); }

    CardKey who = 0;
    CardKey who2 = 0;
    CardKey year = 0;
};

}  // namespace

TEST_CASE("An answer is kept with everything that was promised", "[store][reviews]") {
    Reviews shelf;
    const Review first = answer(shelf.library, shelf.who, make_review(Rating::Again));
    const Review second = answer(shelf.library, shelf.who, make_review(Rating::Easy, 10));
    shelf.reopen();
    CHECK(shelf.library.log(shelf.who) == std::vector<Review>{first, second});
    CHECK(shelf.library.card(shelf.who)->state == replay({first, second}));
    CHECK(shelf.library.last_review_at() == second.at);
    CHECK(shelf.library.log(shelf.year).empty());
}

TEST_CASE("An empty library has no last review and nothing to undo", "[store][reviews]") {
    Reviews shelf;
    CHECK_FALSE(shelf.library.last_review_at());
    CHECK_FALSE(shelf.undo());
    CHECK(shelf.library.done_on(day()).answers == 0);
}

TEST_CASE("An undo takes back the last answer, one after another, also after a restart", "[store][reviews]") {
    Reviews shelf;
    const Review first = answer(shelf.library, shelf.who);
    const Review second = answer(shelf.library, shelf.year);
    const Review third = answer(shelf.library, shelf.who, make_review(Rating::Hard, 5));
    shelf.reopen();
    auto undone = shelf.undo();
    REQUIRE(undone);
    CHECK(undone->card == shelf.who);
    CHECK(undone->review == third);
    CHECK(shelf.library.card(shelf.who)->state == replay({first}));
    shelf.reopen();
    CHECK(shelf.undo()->review == second);
    CHECK(shelf.undo()->review == first);
    CHECK_FALSE(shelf.undo());
    CHECK(shelf.library.card(shelf.who)->state == CardState{});
    CHECK(shelf.library.log(shelf.who).empty());
    const Review again = answer(shelf.library, shelf.who);
    CHECK(shelf.undo()->review == again);
}

TEST_CASE("Siblings wait until tomorrow, and no longer when the answer is undone", "[store][reviews]") {
    Reviews shelf;
    answer(shelf.library, shelf.who, make_review(), true);
    CHECK(shelf.library.card(shelf.who2)->buried_until == day(1));
    CHECK(shelf.library.card(shelf.who)->buried_until == StudyDay{0});
    CHECK(shelf.library.card(shelf.year)->buried_until == StudyDay{0});
    CHECK(shelf.library.new_cards(10, day()).size() == 2);
    CHECK(shelf.library.new_cards(10, day(1)).size() == 3);

    answer(shelf.library, shelf.who, make_review(Rating::Good, 10), true);
    shelf.undo();
    CHECK(shelf.library.card(shelf.who2)->buried_until == day(1));  // The first answer still stands.
    shelf.undo();
    CHECK(shelf.library.card(shelf.who2)->buried_until == StudyDay{0});
}

TEST_CASE("An undo does not dig out what the student has buried", "[store][reviews]") {
    Reviews shelf;
    shelf.library.bury(shelf.who2, day(1), {moment(), {}});
    answer(shelf.library, shelf.who, make_review(), true);
    shelf.undo();
    CHECK(shelf.library.card(shelf.who2)->buried_until == day(1));
}

TEST_CASE("A day's answers are counted by what the card was", "[store][reviews]") {
    Reviews shelf;
    Review learning = make_review(Rating::Again);
    learning.outcome = {State::Learning, 0, day(), moment(1).at};
    answer(shelf.library, shelf.who, learning);
    answer(shelf.library, shelf.who, make_review(Rating::Good, 1));
    answer(shelf.library, shelf.year);
    answer(shelf.library, shelf.year, make_review(Rating::Good, 2));
    answer(shelf.library, shelf.who2, make_review(Rating::Good, 3));
    shelf.undo();
    answer(shelf.library, shelf.who, make_review(Rating::Good, 0, 3));
    const DayCounts today = shelf.library.done_on(day());
    CHECK(today.new_cards == 2);
    CHECK(today.reviews == 1);
    CHECK(today.answers == 4);
    CHECK(today.took_ms == 16'000);
    CHECK(today.facts.size() == 2);
    CHECK(shelf.library.done_on(day(3)).reviews == 1);
    CHECK(shelf.library.done_on(day(1)).answers == 0);
}

TEST_CASE("A log keeps its order when the clock is set back", "[store][reviews][clock]") {
    Reviews shelf;
    const Review first = answer(shelf.library, shelf.who, make_review(Rating::Good, 0, 400));
    const Review second = answer(shelf.library, shelf.who, make_review(Rating::Hard));
    const Review third = answer(shelf.library, shelf.who, make_review(Rating::Easy, 1));
    CHECK(shelf.library.log(shelf.who) == std::vector<Review>{first, second, third});
    CHECK(shelf.undo()->review == third);
    CHECK(shelf.library.last_review_at() == third.at);
}

TEST_CASE("Reviews, undos, resets and edits cannot be changed or deleted", "[store][reviews][hostile]") {
    Reviews shelf;
    answer(shelf.library, shelf.who);
    answer(shelf.library, shelf.year);
    shelf.undo();
    shelf.library.mark(shelf.who, true, {moment(), {}});
    CaseFile file = make_case();
    file.facts[1].answer = "Another";
    shelf.library.take_over(file, Origin::Shipped, "2", {moment(), {}});
    auto& database = shelf.library.connection().database;
    for (const std::string table : {"review", "undo", "reset", "edit"}) {
        INFO(table);
        CHECK(database.execAndGet("SELECT count(*) FROM " + table).getInt() > 0);
        CHECK_THROWS_WITH(database.exec("UPDATE " + table + " SET made_ms = 0"), says("never changed"));
        CHECK_THROWS_WITH(database.exec("DELETE FROM " + table), says("never deleted"));
    }
}

TEST_CASE("An answer that is interrupted leaves the card as it was", "[store][reviews][crash]") {
    Reviews shelf;
    const Review kept = answer(shelf.library, shelf.who);
    Review broken = make_review();
    broken.id = kept.id;  // The id is taken: the row is refused.
    CHECK_THROWS_AS(shelf.library.record(shelf.year, broken, replay({broken}), true), StoreError);
    CHECK(shelf.library.card(shelf.year)->state == CardState{});
    CHECK(shelf.library.log(shelf.year).empty());

    const auto fails = [](const std::vector<Review>&) -> CardState { throw std::runtime_error("no"); };
    CHECK_THROWS(shelf.library.undo_last({moment(), {}}, fails));
    CHECK(shelf.library.log(shelf.who) == std::vector<Review>{kept});
    CHECK(shelf.library.card(shelf.who)->state.reviews == 1);
}

TEST_CASE("An answer that is recorded again is kept once", "[store][reviews][crash]") {
    Reviews shelf;
    const Review kept = answer(shelf.library, shelf.who);
    shelf.library.record(shelf.who, kept, replay({kept}), true);
    CHECK(shelf.library.log(shelf.who) == std::vector<Review>{kept});
}

TEST_CASE("An answer to a card that is not there is refused in words", "[store][reviews]") {
    Reviews shelf;
    CHECK_THROWS_WITH(shelf.library.record(999, make_review(), {}, false),
                      says("Could not save your answer") && says("no such card"));
}
