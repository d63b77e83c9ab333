#include "cards/store/thinning.h"

#include <algorithm>

#include "third_party/catch2.h"

using cards::Instant;
using cards::ms_per_day;
using cards::ms_per_hour;
using cards::ms_per_minute;
using cards::store::Keep;
using cards::store::superfluous;

namespace {

constexpr std::int64_t start = 20'000 * ms_per_day;  // The first instant of a day.

// How many of `made` stay.
std::size_t kept(const std::vector<Instant>& made, Instant now, const Keep& keep) {
    return made.size() - superfluous(made, now, keep).size();
}

std::vector<Instant> every(std::int64_t step, std::int64_t until) {
    std::vector<Instant> made;
    for (std::int64_t at = start; at <= until; at += step)
        made.push_back(Instant{at});
    return made;
}

}  // namespace

TEST_CASE("Backups are kept by half hour, then day, week and month", "[store][backup]") {
    Keep keep;
    keep.at_least = 0;
    struct Row {
        const char* name;
        std::int64_t step;
        std::int64_t until;
        std::size_t at_least;
        std::size_t at_most;
    };
    const std::vector<Row> rows = {
        {"none", 1, start - 1, 0, 0},
        {"one", ms_per_day, start, 1, 1},
        {"every minute for an hour", ms_per_minute, start + ms_per_hour, 3, 3},
        {"every half hour for a day", ms_per_hour / 2, start + ms_per_day, 49, 49},
        {"every hour for ten days", ms_per_hour, start + 10 * ms_per_day, 25 + 9, 25 + 10},
        {"every day for fourteen days", ms_per_day, start + 14 * ms_per_day, 15, 15},
        {"every day for ten weeks", ms_per_day, start + 70 * ms_per_day, 14 + 8, 15 + 9},
        {"every day for two years", ms_per_day, start + 720 * ms_per_day, 15 + 8 + 21, 15 + 9 + 23},
        {"every day for ten years", ms_per_day, start + 3650 * ms_per_day, 15 + 8 + 21, 15 + 9 + 23},
    };
    for (const Row& row : rows) {
        INFO(row.name);
        const std::size_t count = kept(every(row.step, row.until), Instant{row.until}, keep);
        CHECK(count >= row.at_least);
        CHECK(count <= row.at_most);
    }
}

TEST_CASE("The newest backups stay whatever the clock says", "[store][backup][clock]") {
    const auto made = every(ms_per_minute, start + ms_per_hour);
    CHECK(kept(made, Instant{start + 100'000 * ms_per_day}, {}) == 10);
    CHECK(superfluous(made, Instant{start - ms_per_day}, {}).empty());
}

TEST_CASE("Thinning day by day keeps what thinning once would have kept, or more", "[store][backup]") {
    Keep keep;
    keep.at_least = 0;
    std::vector<Instant> shelf;
    const std::int64_t end = start + 400 * ms_per_day;
    for (std::int64_t at = start; at <= end; at += 6 * ms_per_hour) {
        shelf.push_back(Instant{at});
        for (const Instant gone : superfluous(shelf, Instant{at}, keep))
            std::erase(shelf, gone);
    }
    const std::size_t once = kept(every(6 * ms_per_hour, end), Instant{end}, keep);
    CHECK(shelf.size() + 2 >= once);
    CHECK(shelf.size() <= once + 2);
    CHECK(superfluous(shelf, Instant{end}, keep).empty());
}
