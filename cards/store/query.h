// query.h - one use of a prepared statement.
//
// Statements are prepared once for a connection and lent out by text; a Query
// brings its statement back, reset, however its scope is left. Private to the store.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

#include "cards/id.h"
#include "cards/time.h"

namespace cards::store {

// The prepared statements of a connection that are not in use.
class StatementCache {
  public:
    explicit StatementCache(SQLite::Database& database) : database_(&database) {}

    std::unique_ptr<SQLite::Statement> take(std::string_view sql);
    void give_back(std::string_view sql, std::unique_ptr<SQLite::Statement> statement) noexcept;

  private:
    SQLite::Database* database_;
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> idle_;
};

class Query {
  public:
    // Binds `values` to ?1, ?2 … in order. `sql` must outlive the query.
    template <typename... Values>
    explicit Query(StatementCache& cache, std::string_view sql, const Values&... values)
        : cache_(&cache), sql_(sql), statement_(cache.take(sql)) {
        int index = 0;
        (bind(++index, values), ...);
    }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query();

    bool step() { return statement_->executeStep(); }  // True while there is a row.
    int run();                                         // To the end; how many rows were changed.

    // Columns of the row, from 0.
    std::int64_t integer(int column) const { return statement_->getColumn(column).getInt64(); }
    int number(int column) const { return statement_->getColumn(column).getInt(); }
    bool flag(int column) const { return number(column) != 0; }
    double real(int column) const { return statement_->getColumn(column).getDouble(); }
    std::string text(int column) const { return statement_->getColumn(column).getString(); }
    bool is_null(int column) const { return statement_->getColumn(column).isNull(); }
    Id id(int column) const;  // Nil for anything but 16 bytes.
    Instant instant(int column) const { return Instant{integer(column)}; }
    StudyDay day(int column) const { return StudyDay{number(column)}; }

  private:
    void bind(int index, std::int64_t value) { statement_->bind(index, value); }
    void bind(int index, int value) { statement_->bind(index, value); }
    void bind(int index, bool value) { statement_->bind(index, value ? 1 : 0); }
    void bind(int index, double value) { statement_->bind(index, value); }
    void bind(int index, const std::string& value) { statement_->bind(index, value); }
    void bind(int index, std::string_view value) { statement_->bind(index, std::string(value)); }
    void bind(int index, const char* value) { statement_->bind(index, value); }
    void bind(int index, const Id& value) { statement_->bind(index, value.bytes.data(), 16); }
    void bind(int index, Instant value) { statement_->bind(index, value.unix_ms); }
    void bind(int index, StudyDay value) { statement_->bind(index, value.number); }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void bind(int index, Enum value) { statement_->bind(index, static_cast<int>(value)); }
    template <typename Value>
    void bind(int index, const std::optional<Value>& value) {
        if (value) bind(index, *value);  // Unbound is NULL.
    }

    StatementCache* cache_;
    std::string_view sql_;
    std::unique_ptr<SQLite::Statement> statement_;
};

}  // namespace cards::store
