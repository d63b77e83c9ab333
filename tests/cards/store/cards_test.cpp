#include <algorithm>

#include "cards/store/connection.h"
#include "cards/store/error.h"
#include "cards/store/sql.h"
#include "fixture.h"
#include "third_party/catch2.h"

using namespace fixture;

namespace {

struct Cards : Shelf {
    Cards() {
        library.take_over(make_case(), Origin::Shipped, "1", {moment(), {}});
        who = *library.find_card("mallory.who#1");
        who2 = *library.find_card("mallory.who#2");
        year = *library.find_card("mallory.year#1");
    }
    CardKey who = 0;
    CardKey who2 = 0;
    CardKey year = 0;
};

std::vector<CardKey> keys(const std::vector<DueRow>& rows) {
    std::vector<CardKey> result;
    for (const DueRow& row : rows)
        result.push_back(row.key);
    return result;
}

using Keys = std::vector<CardKey>;

}  // namespace

TEST_CASE("A card tells its fact, its case and its state", "[store][cards]") {
    const Cards shelf;
    const auto card = shelf.library.card(shelf.who2);
    REQUIRE(card);
    CHECK(card->key == shelf.who2);
    CHECK(card->fact_id == "mallory.who");
    CHECK(card->case_id == "mallory");
    CHECK(card->position == 1);
    CHECK(card->state == CardState{});
    CHECK_FALSE((card->suspended || card->retired || card->marked));
    CHECK(card->casefile == shelf.library.cases()[0].key);
    CHECK_FALSE(shelf.library.card(999));
    CHECK(shelf.library.all_cards().size() == 7);
    for (const char* none : {"mallory.who#3", "mallory.who#01", "mallory.who", "#1", "", "who#1"}) {
        INFO(none);
        CHECK_FALSE(shelf.library.find_card(none));
    }
}

TEST_CASE("Of each fact the first new card is offered, up to the limit", "[store][cards]") {
    Cards shelf;
    const Keys all = keys(shelf.library.new_cards(10, day()));
    REQUIRE(all.size() == 3);
    CHECK(all[0] == shelf.who);
    CHECK(all[2] == shelf.year);
    CHECK(keys(shelf.library.new_cards(2, day())) == Keys{all[0], all[1]});
    CHECK(shelf.library.new_cards(0, day()).empty());
    shelf.library.suspend(shelf.who, true, {moment(), {}});
    CHECK(keys(shelf.library.new_cards(1, day())) == Keys{shelf.who2});
}

TEST_CASE("A card is due from its day on, unless it is put away", "[store][cards]") {
    Cards shelf;
    answer(shelf.library, shelf.who);
    CHECK(shelf.library.due_reviews(day(2)).empty());
    CHECK(keys(shelf.library.due_reviews(day(3))) == Keys{shelf.who});
    const DueRow row = shelf.library.due_reviews(day(4)).front();
    CHECK(row.state == State::Review);
    CHECK(row.fact == shelf.library.card(shelf.who)->fact);
    CHECK(row.casefile == shelf.library.card(shelf.who)->casefile);
    CHECK(row.last_day == day());
    CHECK(row.stability == 3.75);

    shelf.library.suspend(shelf.who, true, {moment(), {}});
    CHECK(shelf.library.card(shelf.who)->suspended);
    CHECK(shelf.library.due_reviews(day(4)).empty());
    shelf.library.suspend(shelf.who, false, {moment(), {}});
    shelf.library.bury(shelf.who, day(4), {moment(), {}});
    CHECK(shelf.library.due_reviews(day(3)).empty());
    CHECK(keys(shelf.library.due_reviews(day(4))) == Keys{shelf.who});
    shelf.library.bury(shelf.who, StudyDay{0}, {moment(), {}});
    CHECK(keys(shelf.library.due_reviews(day(3))) == Keys{shelf.who});
    shelf.library.mark(shelf.who, true, {moment(), {}});
    shelf.reopen();
    CHECK(shelf.library.card(shelf.who)->marked);
}

TEST_CASE("Cards being learned come soonest first, and wait while they are buried", "[store][cards]") {
    Cards shelf;
    Review soon = make_review(Rating::Again);
    soon.outcome = {State::Learning, 0, day(), moment(1).at};
    Review later = soon;
    later.outcome = {State::Relearning, 1, day(), moment(10).at};
    answer(shelf.library, shelf.who, later);
    answer(shelf.library, shelf.year, soon);
    CHECK(keys(shelf.library.learning_cards(day())) == Keys{shelf.year, shelf.who});
    CHECK(shelf.library.learning_cards(day())[1].state == State::Relearning);
    CHECK(shelf.library.learning_cards(day())[1].due_at == moment(10).at);
    shelf.library.bury(shelf.year, day(1), {moment(), {}});
    CHECK(keys(shelf.library.learning_cards(day())) == Keys{shelf.who});
    CHECK(keys(shelf.library.learning_cards(day(1))) == Keys{shelf.year, shelf.who});
}

TEST_CASE("Edits of a card that is not there are refused in words", "[store][cards]") {
    Cards shelf;
    CHECK_THROWS_WITH(shelf.library.suspend(999, true, {moment(), {}}),
                      says("Could not save your change") && says("no such card"));
}

TEST_CASE("Every edit is a row with an id of its own", "[store][cards]") {
    Cards shelf;
    shelf.library.suspend(shelf.who, true, {moment(), {}});
    shelf.library.mark(shelf.who, true, {moment(), {}});
    auto& database = shelf.library.connection().database;
    CHECK(database.execAndGet("SELECT count(DISTINCT id) FROM edit").getInt() == 2);
    CHECK(database.execAndGet("SELECT count(DISTINCT sequence) FROM edit WHERE device = 1").getInt() == 2);
}

TEST_CASE("The queue is read from indexes alone", "[store][cards][plan]") {
    const Cards shelf;
    struct Row {
        const char* sql;
        const char* index;
    };
    for (const Row& row : {Row{sql::due_reviews, "COVERING INDEX card_state_due"},
                           Row{sql::learning_cards, "COVERING INDEX card_state_learning"},
                           Row{sql::new_cards, "COVERING INDEX card_state_new"}}) {
        INFO(row.sql);
        SQLite::Statement plan(shelf.library.connection().database, std::string("EXPLAIN QUERY PLAN ") + row.sql);
        REQUIRE(plan.executeStep());
        const std::string detail = plan.getColumn(3).getString();
        CHECK_THAT(detail, says(row.index));
        CHECK_FALSE(plan.executeStep());  // No sorting, no second table.
    }
}

TEST_CASE("No statement of a study session walks through a whole table", "[store][cards][plan]") {
    const Cards shelf;
    for (const char* sql : {sql::log, sql::last_not_undone, sql::day_counts, sql::day_facts, sql::add_review,
                            sql::put_state, sql::unbury_siblings, sql::facts_of_case}) {
        INFO(sql);
        SQLite::Statement plan(shelf.library.connection().database, std::string("EXPLAIN QUERY PLAN ") + sql);
        while (plan.executeStep())
            CHECK_THAT(plan.getColumn(3).getString(), !says("SCAN"));
    }
}

TEST_CASE("Lists over many cards leave out what is set aside", "[store][cards]") {
    Shelf shelf;
    shelf.library.take_over(make_case(), Origin::Shipped, "", {moment(), {}});
    const std::vector<CardRow> all = shelf.library.all_cards();
    const CaseKey casefile = all.front().casefile;
    const auto kept = static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [](const CardRow& card) { return !card.retired; }));
    CHECK(kept < all.size());
    CHECK(shelf.library.cards_of(casefile).size() == kept);
    CHECK(shelf.library.states().size() == kept);
    const CardKey first = shelf.library.cards_of(casefile).front().key;
    shelf.library.suspend(first, true, {moment(), {}});
    CHECK(shelf.library.states().size() == kept - 1);
    CHECK(shelf.library.cards_of(casefile).size() == kept);
    CHECK(shelf.library.lapsed_cards(1).empty());
}

TEST_CASE("The log of all cards is that of each, undone reviews left out", "[store][reviews]") {
    Shelf shelf;
    shelf.library.take_over(make_case(), Origin::Shipped, "", {moment(), {}});
    std::vector<CardKey> cards;
    for (const CardRow& card : shelf.library.all_cards())
        if (!card.retired) cards.push_back(card.key);
    answer(shelf.library, cards.at(0));
    answer(shelf.library, cards.at(1));
    answer(shelf.library, cards.at(0), make_review(Rating::Again, 0, 3));
    answer(shelf.library, cards.at(1), make_review(Rating::Again, 5, 3));
    REQUIRE(shelf.library.undo_last({moment(), {}}, replay));
    const std::vector<LoggedRow> log = shelf.library.whole_log();
    REQUIRE(log.size() == 3);
    CHECK(log[0].card == cards[0]);
    CHECK(log[1].rating == Rating::Again);
    CHECK(log[1].day == day(3));
    CHECK(log[2].card == cards[1]);
    CHECK(shelf.library.count_due(day(0), day(3)) == 1);
}

TEST_CASE("One fact, and the facts of one kind, are those of the whole case", "[store][cards]") {
    Shelf shelf;
    shelf.library.take_over(make_case(), Origin::Shipped, "", {moment(), {}});
    const CaseFile whole = *shelf.library.casefile("mallory");
    for (const CardRow& card : shelf.library.all_cards()) {
        CHECK(shelf.library.fact(card.fact) == *whole.find_fact(card.fact_id));
        CHECK(card.case_title == whole.title);
        CHECK(shelf.library.part_of_case(card.casefile, "mallory", FactKind::Place).facts == whole.facts);
        CHECK(shelf.library.part_of_case(card.casefile, "mallory", FactKind::Money).facts.empty());
    }
    CHECK_FALSE(shelf.library.fact(4'711));
}
