// thinning.h - which backups are no longer worth their room.
//
// Many of the last day, fewer the older they are. Pure functions.
#pragma once

#include <vector>

#include "cards/time.h"

namespace cards::store {

struct Keep {
    int half_hours = 48;  // One for each half hour this far back,
    int days = 14;        // then one a day,
    int weeks = 10;       // then one a week,
    int months = 24;      // then one for 30 days; older ones go.
    int at_least = 10;    // The newest ones stay in any case: clocks can be wrong.
};

// The backups that may be removed, of those made at these instants (in any order).
// The newest of each half hour, day, week or 30 days stays, and any that seem to
// be made after `now`.
std::vector<Instant> superfluous(std::vector<Instant> made, Instant now, const Keep& keep = {});

}  // namespace cards::store
