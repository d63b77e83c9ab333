#include "cards/store/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <array>

#include "cards/store/sql.h"

namespace cards::store {
namespace {

constexpr std::array<Migration, 1> steps_known = {{{1, sql::schema_1}}};

}  // namespace

std::span<const Migration> migrations() { return steps_known; }
int newest_version() { return steps_known.back().to; }

int version_of(SQLite::Database& database) { return database.execAndGet("PRAGMA user_version").getInt(); }

void migrate(SQLite::Database& database, std::span<const Migration> steps, const std::function<void(int)>& before) {
    const int from = version_of(database);
    bool first = true;
    for (const Migration& step : steps) {
        if (step.to <= from) continue;
        if (first && from > 0) before(from);
        first = false;
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::EXCLUSIVE);
        database.exec(step.sql);
        database.exec(fmt::format("PRAGMA user_version = {}", step.to));
        transaction.commit();
    }
}

}  // namespace cards::store
