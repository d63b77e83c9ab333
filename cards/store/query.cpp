#include "cards/store/query.h"

#include <algorithm>

namespace cards::store {

std::unique_ptr<SQLite::Statement> StatementCache::take(std::string_view sql) {
    const auto found = idle_.find(std::string(sql));
    if (found != idle_.end() && found->second) return std::move(found->second);
    return std::make_unique<SQLite::Statement>(*database_, std::string(sql));
}

void StatementCache::give_back(std::string_view sql, std::unique_ptr<SQLite::Statement> statement) noexcept {
    try {
        statement->tryReset();
        statement->clearBindings();
        idle_[std::string(sql)] = std::move(statement);
    } catch (...) {
        // It is prepared anew next time.
    }
}

Query::~Query() { cache_->give_back(sql_, std::move(statement_)); }

int Query::run() {
    while (statement_->executeStep()) {
    }
    return statement_->getChanges();
}

Id Query::id(int column) const {
    Id id;
    const SQLite::Column value = statement_->getColumn(column);
    if (value.getBytes() == static_cast<int>(id.bytes.size())) {
        const auto* bytes = static_cast<const std::uint8_t*>(value.getBlob());
        std::copy(bytes, bytes + id.bytes.size(), id.bytes.begin());
    }
    return id;
}

}  // namespace cards::store
