// check.h - whether a library is whole, and the mending of its caches.
//
// The reviews, edits and facts are the truth; what is kept beside them for speed
// can be compared with them, and made from them anew. Cards are gone through one
// at a time: no more than one log is in memory.
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

// SQLite's integrity_check and foreign_key_check, the store's own rules, then
// every card's log replayed and compared with its cached state (numbers to 1e-9
// relative). Changes nothing.
CheckReport check(const Library& library, const Replay& replay);

// Makes indexes anew and rewrites every cached state from the log, in one
// transaction; `mended` counts the states that were wrong, `problems` is what is
// left. A file that is damaged beyond its indexes is refused (StoreError Damaged)
// and not touched: a backup is needed.
CheckReport rebuild(Library& library, const Replay& replay);

}  // namespace cards::store
