// version.h - which SQLite the store runs on.
#pragma once

namespace cards::store {

const char* sqlite_version() noexcept;  // "3.40.1"

}  // namespace cards::store
