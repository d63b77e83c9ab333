#include "cards/schedule/fuzz.h"

#include <algorithm>
#include <cmath>

namespace cards {
namespace {

// The part of `interval` that lies between `from` and `to` days.
double part(double interval, double from, double to) noexcept { return std::max(0.0, std::min(interval, to) - from); }

}  // namespace

IntervalRange fuzz_range(Days interval, int minimum, int maximum) noexcept {
    const double days = std::clamp(interval.value, static_cast<double>(minimum), static_cast<double>(maximum));
    double width = 0.0;
    if (days >= 2.5) {
        constexpr double no_end = 1e9;
        width = 1.0 + 0.15 * part(days, 2.5, 7.0) + 0.10 * part(days, 7.0, 20.0) + 0.05 * part(days, 20.0, no_end);
    }
    IntervalRange range{std::clamp(static_cast<int>(std::lround(days - width)), minimum, maximum),
                        std::clamp(static_cast<int>(std::lround(days + width)), minimum, maximum)};
    // A minimum that has eaten the lower half still leaves a choice of two.
    if (range.highest == range.lowest && range.highest > 2 && range.highest < maximum) ++range.highest;
    return range;
}

std::uint64_t next_random(std::uint64_t& seed) noexcept {
    seed += 0x9E3779B97F4A7C15U;
    std::uint64_t z = seed;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

double next_uniform(std::uint64_t& seed) noexcept { return static_cast<double>(next_random(seed) >> 11U) * 0x1p-53; }

double fuzz_factor(std::uint64_t seed) noexcept { return next_uniform(seed); }

}  // namespace cards
