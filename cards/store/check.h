// check.h - whether a library is whole, and the mending of its caches.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cards/store/library.h"

namespace cards::store {

using Replay = std::function<CardState(const std::vector<Review>&)>;

struct CheckReport {
    std::int64_t cards = 0;
    std::int64_t reviews = 0;           // Undone ones included.
    std::vector<std::string> problems;  // In words; empty = all is well.
    std::vector<CardKey> wrong_caches;  // Cards whose cached state is not what replay says.
    std::int64_t mended = 0;
};

// SQLite's integrity_check and foreign_key_check, then every card's log replayed
// and compared with its cached state (numbers to 1e-9 relative).
CheckReport check(const Library& library, const Replay& replay);

// Rewrites every cached state from the log, in one transaction.
CheckReport rebuild(Library& library, const Replay& replay);

}  // namespace cards::store
