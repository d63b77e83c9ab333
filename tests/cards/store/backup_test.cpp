#include "cards/store/backup.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>

#include <fstream>

#include "cards/store/backup_name.h"
#include "cards/store/error.h"
#include "fixture.h"
#include "third_party/catch2.h"

using namespace fixture;
namespace fs = std::filesystem;

namespace {

struct Kept : Shelf {
    Kept() {
        library.take_over(make_case(), Origin::Shipped, "1", {moment(), {}});
        who = *library.find_card("mallory.who#1");
        answer(library, who);
    }
    void close() { const Library closed = std::move(library); }
    void open() { library = Library::open(options(path)); }
    fs::path backups = folder.path() / "backups";
    CardKey who = 0;
};

}  // namespace

TEST_CASE("A backup's name tells its moment and its occasion", "[store][backup]") {
    const Instant at{1'795'424'400'000};
    CHECK(backup_name("/home/a/library.casebook", at) == "library_2026-11-23_09-00-00.casebook");
    const std::string name = backup_name("my_cases.casebook", at, "before-schema-2");
    CHECK(name == "my_cases_2026-11-23_09-00-00_before-schema-2.casebook");
    const auto back = parse_backup_name(name);
    REQUIRE(back);
    CHECK(back->library == "my_cases");
    CHECK(back->made == at);
    CHECK(back->occasion == "before-schema-2");
    CHECK(parse_backup_name("library_2026-11-23_09-00-00.2.casebook")->made == at);
    for (const char* other : {"", "library.casebook", "library_2026-13-23_09-00-00.casebook",
                              "library_2026-11-23_09-00-00.casebook.part", "library_2026-11-23_09-00-00_.casebook"}) {
        INFO(other);
        CHECK_FALSE(parse_backup_name(other));
    }
}

TEST_CASE("A backup is a library with everything in it", "[store][backup]") {
    Kept shelf;
    const Backup made = backup(shelf.library, shelf.backups, moment());
    CHECK(made.made == moment().at);
    CHECK(made.bytes == fs::file_size(made.path));
    struct stat status {};
    REQUIRE(::stat(made.path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
    const Library copy = Library::open(options(made.path));
    CHECK(copy.casefile("mallory") == make_case());
    CHECK(copy.log(shelf.who) == shelf.library.log(shelf.who));
    CHECK(copy.device() == shelf.library.device());
    answer(shelf.library, shelf.who);  // The library goes on.
    CHECK(copy.log(shelf.who).size() == 1);
}

TEST_CASE("Backups are listed newest first, and a second one of the same second gets a number", "[store][backup]") {
    Kept shelf;
    CHECK(list_backups(shelf.backups).empty());
    const Backup first = backup(shelf.library, shelf.backups, moment());
    const Backup second = backup(shelf.library, shelf.backups, moment());
    const Backup later = backup(shelf.library, shelf.backups, moment(40));
    CHECK(first.path != second.path);
    std::ofstream(shelf.backups / "holiday.txt") << "not a backup";
    const auto backups = list_backups(shelf.backups);
    REQUIRE(backups.size() == 3);
    CHECK(backups[0].path == later.path);
    CHECK(backups[0].occasion.empty());
}

TEST_CASE("A backup is due after half an hour", "[store][backup]") {
    Kept shelf;
    CHECK(backup_due({}, moment()));
    backup(shelf.library, shelf.backups, moment());
    CHECK_FALSE(backup_due(list_backups(shelf.backups), moment(29)));
    CHECK(backup_due(list_backups(shelf.backups), moment(30)));
    CHECK(backup_due(list_backups(shelf.backups), moment(-1)));
}

TEST_CASE("Thinning removes regular backups only", "[store][backup]") {
    Kept shelf;
    for (int i = 0; i < 20; ++i)
        backup(shelf.library, shelf.backups, moment(i));
    fs::copy_file(list_backups(shelf.backups)[0].path,
                  shelf.backups / backup_name("library.casebook", moment(-9'000'000).at, "before-restore"));
    CHECK(thin_backups(shelf.backups, moment(20)) == 10);
    CHECK(list_backups(shelf.backups).size() == 11);
    CHECK(list_backups(shelf.backups).back().occasion == "before-restore");
}

TEST_CASE("A restore brings the backup back and can be undone by another", "[store][backup]") {
    Kept shelf;
    const auto log_then = shelf.library.log(shelf.who);
    const Backup made = backup(shelf.library, shelf.backups, moment());
    answer(shelf.library, shelf.who, make_review(Rating::Easy, 50));
    const auto log_now = shelf.library.log(shelf.who);
    shelf.close();
    const fs::path replaced = restore(shelf.path, made.path, moment(60));
    CHECK(fs::exists(made.path));
    shelf.open();
    CHECK(shelf.library.log(shelf.who) == log_then);
    shelf.close();
    CHECK(list_backups(shelf.backups)[0].path == replaced);
    CHECK(list_backups(shelf.backups)[0].occasion == "before-restore");
    restore(shelf.path, replaced, moment(70));
    shelf.open();
    CHECK(shelf.library.log(shelf.who) == log_now);
    CHECK(list_backups(shelf.backups).size() == 3);
}

TEST_CASE("A restore replaces a damaged, an empty or a missing library", "[store][backup][hostile]") {
    Kept shelf;
    const Backup made = backup(shelf.library, shelf.backups, moment());
    shelf.close();
    SECTION("damaged") { std::ofstream(shelf.path) << "nothing of worth"; }
    SECTION("with a journal of its own") {
        std::ofstream(shelf.path) << "nothing of worth";
        std::ofstream(shelf.path.string() + "-journal") << "to be rolled back";
    }
    SECTION("empty") { fs::resize_file(shelf.path, 0); }
    SECTION("missing") { fs::remove(shelf.path); }
    const bool there = fs::exists(shelf.path);
    const fs::path replaced = restore(shelf.path, made.path, moment());
    CHECK(fs::exists(replaced) == there);
    CHECK_FALSE(fs::exists(shelf.path.string() + "-journal"));
    shelf.open();
    CHECK(shelf.library.log(shelf.who).size() == 1);
}

TEST_CASE("A restore is refused, and nothing touched, while the library is open or the backup is bad",
          "[store][backup][hostile]") {
    Kept shelf;
    const Backup made = backup(shelf.library, shelf.backups, moment());
    const auto refused = [&](const fs::path& from) {
        try {
            restore(shelf.path, from, moment());
        } catch (const StoreError& e) {
            return e.kind();
        }
        FAIL("it was restored");
        return StoreError::Kind::Other;
    };
    CHECK(refused(made.path) == StoreError::Kind::InUse);
    shelf.close();
    CHECK(refused(shelf.backups / "none.casebook") == StoreError::Kind::Missing);
    std::ofstream(shelf.backups / "text.casebook") << std::string(5000, 'x');
    CHECK(refused(shelf.backups / "text.casebook") == StoreError::Kind::Foreign);
    fs::resize_file(made.path, made.bytes / 2);
    CHECK(refused(made.path) == StoreError::Kind::Damaged);
    shelf.open();
    CHECK(shelf.library.log(shelf.who).size() == 1);
    CHECK(std::distance(fs::directory_iterator(shelf.folder.path()), {}) == 2);  // The library and its backups.
}

TEST_CASE("A backup into a folder that cannot be made says so", "[store][backup]") {
    Kept shelf;
    std::ofstream(shelf.folder.path() / "a file") << "x";
    CHECK_THROWS_WITH(backup(shelf.library, shelf.folder.path() / "a file" / "b", moment()),
                      says("Could not make the folder"));
}
