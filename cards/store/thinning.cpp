#include "cards/store/thinning.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

namespace cards::store {
namespace {

// The stretch of time a backup stands for, as (size of the stretch, its number);
// nothing when it is too old to stand for any. Stretches are counted from 1970, so
// that a backup stands for the same one tomorrow.
std::optional<std::pair<std::int64_t, std::int64_t>> stretch(Instant made, Instant now, const Keep& keep) {
    struct Size {
        std::int64_t ms;
        int count;
    };
    const std::array sizes = {Size{ms_per_hour / 2, keep.half_hours}, Size{ms_per_day, keep.days},
                              Size{7 * ms_per_day, keep.weeks}, Size{30 * ms_per_day, keep.months}};
    for (const Size& size : sizes)
        if (now.unix_ms - made.unix_ms <= size.ms * size.count) return std::pair{size.ms, made.unix_ms / size.ms};
    return std::nullopt;
}

}  // namespace

std::vector<Instant> superfluous(std::vector<Instant> made, Instant now, const Keep& keep) {
    std::sort(made.begin(), made.end(), std::greater<>());
    std::vector<Instant> gone;
    std::optional<std::pair<std::int64_t, std::int64_t>> last;
    int kept = 0;
    for (const Instant instant : made) {
        const auto here = stretch(instant, now, keep);
        const bool stays = instant > now || kept < keep.at_least || (here && here != last);
        last = here;
        if (stays)
            ++kept;
        else
            gone.push_back(instant);
    }
    return gone;
}

}  // namespace cards::store
