#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <functional>

#include "cards/store/connection.h"
#include "cards/store/error.h"
#include "cards/store/migrations.h"
#include "fixture.h"
#include "third_party/catch2.h"

using namespace fixture;
namespace fs = std::filesystem;

namespace {

// Why a library cannot be opened.
StoreError refusal(const fs::path& path) {
    try {
        Library::open(options(path));
    } catch (const StoreError& e) {
        return e;
    }
    FAIL("it was opened");
    throw std::logic_error("not reached");
}

void run_sql(const fs::path& path, const char* sql) {
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

mode_t permissions(const fs::path& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("A new library is one file that only the student can read", "[store][open]") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "made" / "for" / "it" / "library.casebook";
    { const Library library = Library::open(options(path)); }
    CHECK(permissions(path) == 0600);
    CHECK(permissions(path.parent_path()) == 0700);
    CHECK(permissions(path.parent_path().parent_path()) == 0700);
    CHECK(std::distance(fs::directory_iterator(path.parent_path()), {}) == 1);
}

TEST_CASE("A library opened again is the same library", "[store][open]") {
    Shelf shelf;
    const Id device = shelf.library.device();
    CHECK_FALSE(device.is_nil());
    shelf.library.set_setting("rollover", "4");
    shelf.reopen();
    CHECK(shelf.library.device() == device);
    CHECK(shelf.library.setting("rollover") == "4");
    CHECK_FALSE(shelf.library.setting("Rollover"));
    shelf.library.set_setting("rollover", "5");
    CHECK(shelf.library.setting("rollover") == "5");
}

TEST_CASE("A library that is open is refused to a second window at once, and free when it is closed", "[store][open]") {
    Shelf shelf;
    const StoreError error = refusal(shelf.path);
    CHECK(error.kind() == StoreError::Kind::InUse);
    CHECK_THAT(error.what(), says("another window"));
    shelf.library.set_setting("still", "ours");
    CHECK(refusal(shelf.path).kind() == StoreError::Kind::InUse);
    shelf.reopen();
    CHECK(shelf.library.setting("still") == "ours");
}

TEST_CASE("Another process is refused while the library is open, and a killed one leaves it free and whole",
          "[store][open][crash]") {
    Shelf shelf;
    const auto in_child = [&](const std::function<int()>& work) {
        const pid_t child = ::fork();
        if (child == 0) {
            int code = 99;
            try {
                code = work();
            } catch (const StoreError& e) {
                code = static_cast<int>(e.kind());
            } catch (...) {
            }
            ::_exit(code);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    };
    const auto open_it = [&] {
        const Library library = Library::open(options(shelf.path));
        return 50;
    };
    CHECK(in_child(open_it) == static_cast<int>(StoreError::Kind::InUse));
    { const Library closed = std::move(shelf.library); }
    CHECK(in_child(open_it) == 50);
    CHECK(in_child([&] {
              Library library = Library::open(options(shelf.path));
              library.set_setting("last", "words");
              library.connection().database.exec("BEGIN; DELETE FROM setting");
              return ::raise(SIGKILL);
          }) == -1);
    CHECK(fs::exists(shelf.path.string() + "-journal"));
    shelf.library = Library::open(options(shelf.path));
    CHECK(shelf.library.setting("last") == "words");
    shelf.library.set_setting("first", "words");
    shelf.reopen();
    CHECK_FALSE(fs::exists(shelf.path.string() + "-journal"));
}

TEST_CASE("A library that a newer version wrote is refused untouched", "[store][open]") {
    Shelf shelf;
    { const Library closed = std::move(shelf.library); }
    run_sql(shelf.path, "PRAGMA user_version = 99");
    const std::string before = bytes_of(shelf.path);
    const StoreError error = refusal(shelf.path);
    CHECK(error.kind() == StoreError::Kind::Newer);
    CHECK_THAT(error.what(), says("99") && says("Install the newer Casebook"));
    CHECK(bytes_of(shelf.path) == before);
}

TEST_CASE("Files that are no library are refused in words and left alone", "[store][open][hostile]") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "library.casebook";
    using Kind = StoreError::Kind;
    SECTION("another program's database") {
        run_sql(path, "PRAGMA application_id = 7; CREATE TABLE places (url TEXT)");
        const std::string before = bytes_of(path);
        CHECK(refusal(path).kind() == Kind::Foreign);
        CHECK(bytes_of(path) == before);
    }
    SECTION("a text") {
        std::ofstream(path) << std::string(5000, 'x');
        CHECK(refusal(path).kind() == Kind::Foreign);
        CHECK(fs::file_size(path) == 5000);
    }
    SECTION("an empty file") {
        std::ofstream(path).flush();
        const StoreError error = refusal(path);
        CHECK(error.kind() == Kind::Damaged);
        CHECK_THAT(error.what(), says("empty") && says("casebook restore"));
        CHECK(fs::file_size(path) == 0);
    }
    SECTION("a folder") {
        fs::create_directory(path);
        CHECK(refusal(path).kind() == Kind::Foreign);
    }
    SECTION("a library's number without its tables") {
        run_sql(path, "PRAGMA application_id = 1130447467; CREATE TABLE a (b)");
        CHECK(refusal(path).kind() == Kind::Damaged);
        run_sql(path, "PRAGMA user_version = 1");
        CHECK(refusal(path).path() == path);
    }
}

TEST_CASE("A damaged library is refused in words", "[store][open][hostile]") {
    Shelf shelf;
    for (int i = 0; i < 40; ++i)
        shelf.library.take_over(make_case("case" + std::to_string(i)), Origin::Shipped, "", {});
    { const Library closed = std::move(shelf.library); }
    const auto size = static_cast<std::streamoff>(fs::file_size(shelf.path));
    SECTION("cut short") { fs::resize_file(shelf.path, static_cast<std::uintmax_t>(size / 2)); }
    SECTION("overwritten in the middle") {
        std::fstream file(shelf.path, std::ios::in | std::ios::out | std::ios::binary);
        for (std::streamoff page = 4096; page < size; page += 8192)
            file.seekp(page) << std::string(512, '\x77');
    }
    const StoreError error = refusal(shelf.path);
    CHECK(error.kind() == StoreError::Kind::Damaged);
    CHECK_THAT(error.what(), says("damaged") && says("casebook restore"));
}

TEST_CASE("The library is set up to lose nothing and to trust nobody", "[store][open]") {
    const Shelf shelf;
    const auto answer = [&](const char* pragma) {
        return shelf.library.connection().database.execAndGet(pragma).getString();
    };
    CHECK(answer("PRAGMA locking_mode") == "exclusive");
    CHECK(answer("PRAGMA journal_mode") == "delete");
    CHECK(answer("PRAGMA synchronous") == "3");
    CHECK(answer("PRAGMA foreign_keys") == "1");
    CHECK(answer("PRAGMA trusted_schema") == "0");
    CHECK(answer("PRAGMA cell_size_check") == "1");
    CHECK(answer("PRAGMA mmap_size") == "0");
    CHECK(answer("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND NOT strict AND name <> "
                 "'sqlite_schema'") == "0");
}

TEST_CASE("A journal left without its library is not played into the new one", "[store][open][crash]") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "library.casebook";
    std::ofstream(path.string() + "-journal") << "left behind";
    Library library = Library::open(options(path));
    CHECK(library.cases().empty());
    CHECK(fs::exists(path.string() + "-journal.old"));
}
