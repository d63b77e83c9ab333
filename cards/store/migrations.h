// migrations.h - from an older schema to this program's, step by step.
//
// Each step is one transaction that also writes its number into the file, so that
// a library is always of exactly one version. Before the first step a copy of the
// library is put into the backups folder beside it. Private to the store.
#pragma once

#include <functional>
#include <span>

namespace SQLite {
class Database;
}

namespace cards::store {

struct Migration {
    int to = 0;       // The version after it; the list has 1, 2, 3 … in order.
    const char* sql;  // Any number of statements.
};

// Marks a file as a library: "CaBk".
inline constexpr int application_id = 0x4361426b;

// What this program knows.
std::span<const Migration> migrations();
int newest_version();

int version_of(SQLite::Database& database);

// Does every step above the database's version; `before` is called once, before
// the first, unless the database is new (version 0).
void migrate(SQLite::Database& database, std::span<const Migration> steps, const std::function<void(int)>& before);

}  // namespace cards::store
