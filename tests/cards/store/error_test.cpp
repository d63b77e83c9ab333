#include "cards/store/error.h"

#include <sqlite3.h>

#include <cerrno>

#include "cards/store/connection.h"
#include "fixture.h"
#include "third_party/catch2.h"

using namespace fixture;
using Kind = StoreError::Kind;

TEST_CASE("Every message says what could not be done, with which file, why, and what to do", "[store][error]") {
    const std::filesystem::path file = "/tmp/library.casebook";
    struct Row {
        StoreError error;
        Kind kind;
        const char* cause;
        const char* advice;
    };
    const std::vector<Row> rows = {
        {in_use(file), Kind::InUse, "another window or program has it open", "Switch to that window"},
        {newer_version(file, 7, 1), Kind::Newer, "a newer Casebook wrote it", "Install the newer Casebook"},
        {not_a_library(file), Kind::Foreign, "this file is not one", "--library"},
        {damaged(file, "row 3 missing"), Kind::Damaged, "row 3 missing", "casebook restore"},
        {failed("save your answer", file, SQLITE_FULL, ""), Kind::DiskFull, "the disk is full", "Free some space"},
        {failed("save your answer", file, SQLITE_READONLY_DBMOVED, ""), Kind::ReadOnly, "writing is not allowed",
         "permission"},
        {failed("save your answer", file, SQLITE_IOERR_FSYNC, "disk I/O error"), Kind::Io, "disk I/O error",
         "connected and well"},
        {failed("save your answer", file, SQLITE_BUSY, ""), Kind::InUse, "has it open", "close it"},
        {failed("save your answer", file, SQLITE_CORRUPT_INDEX, "malformed"), Kind::Damaged, "malformed", "restore"},
        {failed("save your answer", file, SQLITE_NOTADB, ""), Kind::Foreign, "not one", "backup"},
        {failed("save your answer", file, SQLITE_CONSTRAINT, "UNIQUE"), Kind::Other, "UNIQUE", "casebook check"},
        {file_failed("back your library up", file, ENOSPC), Kind::DiskFull, "the disk is full", "Free some space"},
        {file_failed("back your library up", file, EACCES), Kind::ReadOnly, "writing is not allowed", "permission"},
        {file_failed("back your library up", file, ENOENT), Kind::Missing, "no such file", "moved or renamed"},
        {file_failed("back your library up", file, EIO), Kind::Io, "Input/output error", "connected and well"},
        {missing("save your answer", file, "such card"), Kind::Missing, "no such card", "open it again"},
    };
    for (const Row& row : rows) {
        const std::string message = row.error.what();
        INFO(message);
        CHECK(row.error.kind() == row.kind);
        CHECK(row.error.path() == file);
        CHECK_THAT(message, Catch::Matchers::StartsWith("Could not "));
        CHECK_THAT(message, says("library.casebook"));
        CHECK_THAT(message, says(row.cause));
        CHECK_THAT(message.substr(message.find("\n    ")), says(row.advice));
    }
}

TEST_CASE("A full disk refuses the answer, says so, and loses nothing", "[store][error][crash]") {
    Shelf shelf;
    shelf.library.take_over(make_case(), Origin::Shipped, "1", {moment(), {}});
    const CardKey card = *shelf.library.find_card("mallory.who#1");
    auto& database = shelf.library.connection().database;
    database.exec("PRAGMA max_page_count = 1");  // As it is now, and no page more.
    std::size_t kept = 0;
    try {
        for (; kept < 10'000; ++kept)
            answer(shelf.library, card, make_review(Rating::Good, static_cast<int>(kept)));
        FAIL("the disk was never full");
    } catch (const StoreError& e) {
        CHECK(e.kind() == Kind::DiskFull);
        CHECK_THAT(e.what(), says("Could not save your answer: the disk is full"));
        CHECK_THAT(e.what(), says(" free)"));
    }
    CHECK(shelf.library.log(card).size() == kept);
    CHECK(shelf.library.card(card)->state.reviews == static_cast<int>(kept));
    database.exec("PRAGMA max_page_count = 1000000");
    answer(shelf.library, card);
    shelf.reopen();
    CHECK(shelf.library.log(card).size() == kept + 1);
}

TEST_CASE("A library that may not be written says so", "[store][error]") {
    Shelf shelf;
    shelf.library.connection().database.exec("PRAGMA query_only = ON");
    try {
        shelf.library.set_setting("a", "b");
        FAIL("it was written");
    } catch (const StoreError& e) {
        CHECK(e.kind() == Kind::ReadOnly);
        CHECK_THAT(e.what(), says("Could not save a setting: writing is not allowed"));
    }
}

TEST_CASE("A library in a folder that may not be written is refused in words", "[store][error]") {
    if (::geteuid() == 0) {
        WARN("Not tested: nothing is forbidden to root.");
        return;
    }
    const TemporaryFolder folder;
    std::filesystem::permissions(folder.path(),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    CHECK_THROWS_WITH(Library::open(options(folder.path() / "library.casebook")), says("writing is not allowed"));
    CHECK_THROWS_WITH(Library::open(options(folder.path() / "a" / "library.casebook")), says("writing is not allowed"));
    std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
    const std::filesystem::path file = folder.path() / "library.casebook";
    { const Library library = Library::open(options(file)); }
    for (const auto permissions : {std::filesystem::perms::owner_read, std::filesystem::perms::none}) {
        std::filesystem::permissions(file, permissions);
        CHECK_THROWS_WITH(Library::open(options(file)), says("Could not open your library: writing is not allowed"));
    }
    std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    Shelf shelf;
    std::filesystem::permissions(shelf.folder.path(),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    CHECK_THROWS_WITH(shelf.library.set_setting("a", "b"), says("writing is not allowed"));
    std::filesystem::permissions(shelf.folder.path(), std::filesystem::perms::owner_all);
}
