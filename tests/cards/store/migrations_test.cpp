#include "cards/store/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "fixture.h"
#include "third_party/catch2.h"

using namespace fixture;

namespace {

std::vector<Migration> steps(std::initializer_list<const char*> more) {
    std::vector<Migration> all(migrations().begin(), migrations().end());
    for (const char* sql : more)
        all.push_back({static_cast<int>(all.size()) + 1, sql});
    return all;
}

}  // namespace

TEST_CASE("Migrations are numbered from one without a gap", "[store][migrate]") {
    int expected = 0;
    for (const Migration& step : migrations())
        CHECK(step.to == ++expected);
    CHECK(newest_version() == expected);
}

TEST_CASE("A new database is brought to the newest version without a backup", "[store][migrate]") {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
    migrate(database, migrations(), [](int) { FAIL("there is nothing to back up"); });
    CHECK(version_of(database) == newest_version());
}

TEST_CASE("An older library is backed up once and then brought up step by step", "[store][migrate]") {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
    migrate(database, migrations(), [](int) {});
    std::vector<int> backups;
    const auto all = steps({"ALTER TABLE device ADD COLUMN name TEXT", "CREATE TABLE extra (a INTEGER) STRICT"});
    migrate(database, all, [&](int from) { backups.push_back(from); });
    CHECK(backups == std::vector<int>{newest_version()});
    CHECK(version_of(database) == newest_version() + 2);
    CHECK(database.tableExists("extra"));
    migrate(database, all, [&](int) { FAIL("there is nothing to do"); });
}

TEST_CASE("A step that fails leaves the library at the version before it", "[store][migrate][crash]") {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
    const auto all =
        steps({"CREATE TABLE one (a INTEGER) STRICT", "CREATE TABLE two (a INTEGER) STRICT; CREATE TABLE two (a)"});
    CHECK_THROWS(migrate(database, all, [](int) {}));
    CHECK(version_of(database) == newest_version() + 1);
    CHECK(database.tableExists("one"));
    CHECK_FALSE(database.tableExists("two"));
}

TEST_CASE("A backup that fails stops the upgrade before its first step", "[store][migrate][crash]") {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
    migrate(database, migrations(), [](int) {});
    CHECK_THROWS(migrate(database, steps({"CREATE TABLE one (a INTEGER) STRICT"}),
                         [](int) { throw std::runtime_error("the disk is full"); }));
    CHECK(version_of(database) == newest_version());
}
