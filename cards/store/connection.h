// connection.h - the open database behind a Library, its transactions and the
// translation of its failures.
//
// Private to the store: nobody else sees SQLite.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "cards/store/error.h"
#include "cards/store/library.h"
#include "cards/store/query.h"

namespace cards::store {

// A row holds what this program never writes there.
struct BadRow : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Library::Connection {
    explicit Connection(std::filesystem::path file)
        : path(std::move(file)), database(path.string(), SQLite::OPEN_READWRITE), statements(database) {}

    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();  // Leaves one file: the journal is removed.

    std::filesystem::path path;
    SQLite::Database database;
    StatementCache statements;  // After the database: statements go before it.
    IdSource new_id;
    Id device;
    std::int64_t device_key = 0;
    std::int64_t last_sequence = 0;            // Of the rows this device has logged.
    std::optional<std::int64_t> last_ordinal;  // Of the cards; looked up when first needed.
    int depth = 0;                             // Of transactions within transactions.

    std::int64_t next_sequence() { return ++last_sequence; }
    std::int64_t next_ordinal();
    Id id_for(const Stamp& stamp) const { return stamp.id.is_nil() ? new_id() : stamp.id; }

    template <typename... Values>
    Query query(std::string_view sql, const Values&... values) {
        return Query(statements, sql, values...);
    }

    // Does `work`; its failures become StoreError. `operation` completes "Could
    // not …".
    template <typename Work>
    auto guarded(std::string_view operation, Work&& work) -> decltype(work()) {
        try {
            return std::forward<Work>(work)();
        } catch (const SQLite::Exception& e) {
            throw failed(std::string(operation), path, e.getExtendedErrorCode(), e.what());
        } catch (const BadRow& e) {
            throw damaged(path, e.what());
        }
    }
};

// All or nothing: rolled back unless committed. One within another is a part of
// it: it can be rolled back alone, but is on disk only with the outermost.
class Transaction {
  public:
    explicit Transaction(Library::Connection& connection);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

  private:
    Library::Connection& connection_;
    bool open_ = true;
};

}  // namespace cards::store
