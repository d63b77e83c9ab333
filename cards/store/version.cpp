#include "cards/store/version.h"

#include <sqlite3.h>

namespace cards::store {

const char* sqlite_version() noexcept { return sqlite3_libversion(); }

}  // namespace cards::store
