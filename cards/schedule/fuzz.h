// fuzz.h - small repeatable chance in intervals, so that cards learned together
// do not come back together for ever.
//
// No state: one seed gives one factor, and one factor moves every interval the
// same way. Source: Anki, rslib/src/scheduler/states/fuzz.rs.
#pragma once

#include <cstdint>

#include "cards/time.h"

namespace cards {

// The shortest and longest interval fuzz may give, in whole days.
struct IntervalRange {
    int lowest = 1;
    int highest = 1;
};

// Around `interval`, by 1 + 15 % of its part in 2.5 to 7 days, 10 % of its part
// in 7 to 20 and 5 % of its part above 20; no width below 2.5 days. Kept within
// `minimum` to `maximum`.
IntervalRange fuzz_range(Days interval, int minimum, int maximum) noexcept;

// A number in [0, 1) from a seed; seeds one apart give unrelated numbers.
double fuzz_factor(std::uint64_t seed) noexcept;

// The next number of the sequence that starts at `seed` (splitmix64), which it moves on.
std::uint64_t next_random(std::uint64_t& seed) noexcept;

// The same as a number in [0, 1).
double next_uniform(std::uint64_t& seed) noexcept;

}  // namespace cards
