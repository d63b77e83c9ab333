// copy.h - a faithful copy of a library in another file.
//
// Private to the store; backup.h is for everyone.
#pragma once

#include <filesystem>
#include <string>

namespace SQLite {
class Database;
}

namespace cards::store {

// Copies the whole database into a new file at `to`: written under another name,
// checked, on disk, then renamed. A file that is there already gets a neighbour
// ("name.2.casebook"). Returns the copy's path. Throws StoreError; then there is
// no new file.
std::filesystem::path write_copy(SQLite::Database& from, const std::filesystem::path& to, const std::string& operation);

// "name.casebook" for 1, "name.2.casebook" for 2.
std::filesystem::path numbered(const std::filesystem::path& path, int number);

// The first thing SQLite finds wrong in a database; "" when it is well. `thorough`
// also compares every index with its table.
std::string first_damage(SQLite::Database& database, bool thorough);

}  // namespace cards::store
