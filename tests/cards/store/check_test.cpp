#include "cards/store/check.h"

#include <sqlite3.h>

#include <fstream>

#include "cards/store/connection.h"
#include "cards/store/error.h"
#include "fixture.h"
#include "third_party/catch2.h"

using namespace fixture;

namespace {

struct Checked : Shelf {
    Checked() {
        library.take_over(make_case(), Origin::Shipped, "1", {moment(), {}});
        who = *library.find_card("mallory.who#1");
        year = *library.find_card("mallory.year#1");
        answer(library, who);
        answer(library, who, make_review(Rating::Hard, 0, 3));
        answer(library, year, make_review(), true);
        answer(library, year, make_review(Rating::Again, 5));
        library.undo_last({moment(), {}}, replay);
        library.suspend(who, true, {moment(), {}});
        library.mark(year, true, {moment(), {}});
    }
    void damage(const std::string& sql) { library.connection().database.exec("PRAGMA foreign_keys = OFF; " + sql); }
    std::string problems() const {
        std::string all;
        for (const std::string& problem : check(library, replay).problems)
            all += problem + "\n";
        return all;
    }

    CardKey who = 0;
    CardKey year = 0;
};

}  // namespace

TEST_CASE("A library in use is whole", "[store][check]") {
    Checked shelf;
    CaseFile file = make_case();
    file.facts[1].answer = "Another";
    shelf.library.take_over(file, Origin::Shipped, "2", {moment(), {}});
    const CheckReport report = check(shelf.library, replay);
    CHECK(report.problems == std::vector<std::string>{});
    CHECK(report.wrong_caches.empty());
    CHECK(report.cards == 7);
    CHECK(report.reviews == 4);
    const CheckReport rebuilt = rebuild(shelf.library, replay);
    CHECK(rebuilt.mended == 0);
    CHECK(rebuilt.problems.empty());
}

TEST_CASE("What is wrong beside the log is named, counted and mended", "[store][check][hostile]") {
    struct Row {
        const char* damage;
        const char* words;
        std::int64_t mended;
    };
    for (const Row& row : {
             Row{"UPDATE card_state SET due_day = due_day + 1 WHERE reviews = 2", "1 card(s) scheduled otherwise", 1},
             Row{"UPDATE card_state SET stability = stability * 1.00001 WHERE reviews > 0",
                 "2 card(s) scheduled otherwise", 2},
             Row{"UPDATE card_state SET state = 2, reviews = 5 WHERE state = 0", "5 card(s) scheduled otherwise", 5},
             Row{"DELETE FROM card_state WHERE reviews = 2", "1 card(s) missing from the schedule", 1},
             Row{"UPDATE card_state SET retired = 1 - retired", "7 card(s) retired, or not,", 0},
             Row{"UPDATE card_state SET suspended = 1 - suspended", "7 card(s) suspended, or not,", 0},
             Row{"UPDATE card_state SET marked = 1", "6 card(s) marked, or not,", 0},
             Row{"UPDATE card_state SET fact = 1", "under the wrong fact", 0},
             Row{"UPDATE card_state SET casefile = 9", "7 row(s) of \"card_state\" belong to a casefile", 0},
         }) {
        INFO(row.damage);
        Checked shelf;
        const auto cards = shelf.library.all_cards().size();
        shelf.damage(row.damage);
        CHECK_THAT(shelf.problems(), says(row.words));
        CHECK(rebuild(shelf.library, replay).mended == row.mended);
        CHECK(shelf.problems().empty());
        CHECK(shelf.library.all_cards().size() == cards);
    }
}

TEST_CASE("A wrong schedule is named by its cards", "[store][check]") {
    Checked shelf;
    shelf.damage("UPDATE card_state SET lapses = 9 WHERE reviews = 2");
    CHECK_THAT(shelf.problems(), says("(mallory.who#1)"));
    CHECK(check(shelf.library, replay).wrong_caches == std::vector<CardKey>{shelf.who});
}

TEST_CASE("What cannot be mended is named with what to do", "[store][check][hostile]") {
    Checked shelf;
    shelf.damage("UPDATE fact SET accept = 'x' WHERE key = 1");
    CHECK_THAT(shelf.problems(), says("1 fact(s) with a list that cannot be read") && says("casebook restore"));
    shelf.damage("UPDATE fact SET accept = '[]'; DELETE FROM device");
    CHECK_THAT(shelf.problems(), says("belong to a device that is not there") && says("device(s) too many or too few"));
}

TEST_CASE("An index that lost its rows is found and made anew", "[store][check][hostile]") {
    Checked shelf;
    auto& database = shelf.library.connection().database;
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    // Another index's root: every entry is wrong.
    database.exec(
        "PRAGMA writable_schema = ON;"
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX review_day ON review (took_ms)' WHERE name = 'review_day';"
        "PRAGMA writable_schema = RESET");
    CHECK_THAT(shelf.problems(), says("the file is damaged") && says("review_day"));
    CHECK(rebuild(shelf.library, replay).problems.empty());
    CHECK(shelf.problems().empty());
}

TEST_CASE("A rebuild that fails changes nothing", "[store][check][crash]") {
    Checked shelf;
    shelf.damage("UPDATE card_state SET due_day = 1, marked = 1");
    int calls = 0;
    CHECK_THROWS(rebuild(shelf.library, [&](const std::vector<Review>& log) {
        if (++calls == 4) throw std::runtime_error("no");
        return replay(log);
    }));
    CHECK(shelf.library.card(shelf.who)->state.due_day == StudyDay{1});
    CHECK(shelf.library.card(shelf.who)->marked);
}
