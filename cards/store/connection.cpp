#include "cards/store/connection.h"

namespace cards::store {

// A database locked for one owner keeps its journal from transaction to
// transaction, emptied, and even leaves it behind when it is closed. Changing the
// journal mode there and back is what makes SQLite remove it. The journal may be
// needed yet, when a disk failed in a transaction and in its rollback as well:
// reading first plays it back, and where that fails the journal stays.
Library::Connection::~Connection() {
    sqlite3* const handle = database.getHandle();
    if (sqlite3_get_autocommit(handle) == 0) return;
    sqlite3_exec(handle,
                 "SELECT count(*) FROM sqlite_schema;"
                 "PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = TRUNCATE; PRAGMA journal_mode = DELETE",
                 nullptr, nullptr, nullptr);
}

std::int64_t Library::Connection::next_ordinal() {
    if (!last_ordinal) {
        Query last(statements, "SELECT coalesce(max(ordinal), 0) FROM card_state");
        last.step();
        last_ordinal = last.integer(0);
    }
    return ++*last_ordinal;
}

Transaction::Transaction(Library::Connection& connection) : connection_(connection) {
    connection_.query(connection_.depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT part").run();
    ++connection_.depth;
}

void Transaction::commit() {
    connection_.query(connection_.depth == 1 ? "COMMIT" : "RELEASE part").run();
    --connection_.depth;
    open_ = false;
}

Transaction::~Transaction() {
    if (!open_) return;
    --connection_.depth;
    connection_.last_ordinal.reset();
    sqlite3* const handle = connection_.database.getHandle();
    if (sqlite3_get_autocommit(handle) != 0) return;  // A full disk may have made SQLite roll back already.
    const char* const back = connection_.depth == 0 ? "ROLLBACK" : "ROLLBACK TO part; RELEASE part";
    sqlite3_exec(handle, back, nullptr, nullptr, nullptr);
}

}  // namespace cards::store
