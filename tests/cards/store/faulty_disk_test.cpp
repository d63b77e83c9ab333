#include "faulty_disk.h"

#include <functional>
#include <memory>

#include "cards/store/backup.h"
#include "cards/store/check.h"
#include "cards/store/error.h"
#include "fixture.h"
#include "third_party/catch2.h"

using namespace fixture;
namespace fs = std::filesystem;

namespace {

struct Task {
    const char* name;
    std::function<void(Library&)> work;
};

const std::vector<Task>& tasks() {
    static const std::vector<Task> all = {
        {"answer", [](Library& l) { answer(l, *l.find_card("mallory.who#1"), make_review(), true); }},
        {"undo",
         [](Library& l) {
             l.undo_last({moment(), {}}, replay);
         }},
        {"take over",
         [](Library& l) {
             l.take_over(make_case("ames"), Origin::Shipped, "1", {moment(), {}});
         }},
        {"suspend",
         [](Library& l) {
             l.suspend(*l.find_card("mallory.who#1"), true, {moment(), {}});
         }},
        {"rebuild", [](Library& l) { rebuild(l, replay); }},
    };
    return all;
}

// What a student would miss: cases, reviews and edits.
std::string content(const Library& library) {
    std::string all;
    for (const CaseRow& row : library.cases())
        all += row.text_id + "\n";
    for (const CardRow& card : library.all_cards())
        all += card.fact_id + " " + std::to_string(library.log(card.key).size()) +
               (card.suspended ? " suspended" : "") + "\n";
    return all;
}

}  // namespace

TEST_CASE("Whatever a disk refuses, a task is done wholly or not at all, and says so", "[store][error][crash]") {
    FaultyDisk disk;
    for (const Task& task : tasks()) {
        for (const int code : {SQLITE_FULL, SQLITE_IOERR_WRITE}) {
            for (const bool for_ever : {false, true}) {
                bool done = false;
                int nth = 1;
                for (; !done; nth += 1 + nth / 10) {
                    INFO(task.name << ", change " << nth << ", code " << code << (for_ever ? ", for ever" : ", once"));
                    auto shelf = std::make_unique<Shelf>();
                    shelf->library.take_over(make_case(), Origin::Shipped, "1", {moment(), {}});
                    answer(shelf->library, *shelf->library.find_card("mallory.year#1"));
                    const std::string before = content(shelf->library);
                    disk.fail(nth, code, for_ever);
                    bool refused = false;
                    try {
                        task.work(shelf->library);
                    } catch (const StoreError& e) {
                        refused = true;
                        const bool known = e.kind() == StoreError::Kind::DiskFull || e.kind() == StoreError::Kind::Io;
                        CHECK(known);
                    }
                    done = !disk.has_failed();
                    disk.heal();
                    if (!refused) CHECK((content(shelf->library) != before || std::string(task.name) == "rebuild"));
                    // The library that saw the failure can go on, or be closed and opened.
                    if (nth % 2 == 0) CHECK(check(shelf->library, replay).problems == std::vector<std::string>{});
                    shelf->reopen();
                    // Refused at its very last step, it may be on disk all the same.
                    if (!refused) CHECK((content(shelf->library) != before || std::string(task.name) == "rebuild"));
                    CHECK(check(shelf->library, replay).problems == std::vector<std::string>{});
                    if (nth > 200) FAIL("it never comes to an end");
                }
                CHECK(nth > 3);
            }
        }
    }
}

TEST_CASE("A new library is made wholly or not at all", "[store][open][crash]") {
    FaultyDisk disk;
    bool done = false;
    for (int nth = 1; !done; ++nth) {
        INFO("change " << nth);
        const TemporaryFolder folder;
        const fs::path path = folder.path() / "library.casebook";
        disk.fail(nth, SQLITE_IOERR_WRITE, true);
        try {
            Library::open(options(path));
        } catch (const StoreError&) {
            CHECK_FALSE(fs::exists(path));
        }
        done = !disk.has_failed();
        disk.heal();
        CHECK(check(Library::open(options(path)), replay).problems.empty());
        CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
    }
}

TEST_CASE("A backup is made wholly or not at all", "[store][backup][crash]") {
    FaultyDisk disk;
    bool done = false;
    for (int nth = 1; !done; ++nth) {
        INFO("change " << nth);
        Shelf shelf;
        shelf.library.take_over(make_case(), Origin::Shipped, "1", {moment(), {}});
        disk.fail(nth, SQLITE_FULL, true);
        try {
            backup(shelf.library, shelf.folder.path() / "backups", moment());
        } catch (const StoreError& e) {
            CHECK_THAT(e.what(), says("Could not back your library up"));
            CHECK(fs::is_empty(shelf.folder.path() / "backups"));
        }
        done = !disk.has_failed();
        disk.heal();
        CHECK(shelf.library.casefile("mallory") == make_case());
    }
}

TEST_CASE("A disk that fails while the library is closed loses nothing", "[store][error][crash]") {
    FaultyDisk disk;
    for (const bool after_failure : {false, true}) {
        bool done = false;
        for (int nth = 1; !done; ++nth) {
            INFO("change " << nth << (after_failure ? ", after an answer that failed" : ""));
            Shelf shelf;
            shelf.library.take_over(make_case(), Origin::Shipped, "1", {moment(), {}});
            const CardKey who = *shelf.library.find_card("mallory.who#1");
            answer(shelf.library, who);
            disk.fail(after_failure ? nth + 20 : nth, SQLITE_IOERR_WRITE, true);
            if (after_failure) CHECK_THROWS_AS(answer(shelf.library, who), StoreError);
            { const Library closed = std::move(shelf.library); }
            done = !disk.has_failed() || nth == 15;
            disk.heal();
            shelf.library = Library::open(options(shelf.path));
            CHECK(check(shelf.library, replay).problems == std::vector<std::string>{});
            CHECK(shelf.library.log(who).size() >= 1);
        }
    }
}
