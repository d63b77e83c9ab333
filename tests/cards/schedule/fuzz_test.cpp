#include "cards/schedule/fuzz.h"

#include "third_party/catch2.h"

using cards::Days;
using cards::fuzz_range;

TEST_CASE("Intervals below two and a half days are not fuzzed", "[schedule][fuzz]") {
    for (const double days : {1.0, 2.0, 2.4}) {
        const auto range = fuzz_range(Days{days}, 1, 36'500);
        CHECK(range.lowest == range.highest);
    }
}

TEST_CASE("The width of fuzz follows the length of the interval", "[schedule][fuzz]") {
    struct Row {
        double days;
        int lowest;
        int highest;
    };
    // Width: 1 + .15 (part in 2.5-7) + .10 (part in 7-20) + .05 (part above 20).
    for (const Row& row : {Row{3, 2, 4}, Row{5, 4, 6}, Row{7, 5, 9}, Row{10, 8, 12}, Row{20, 17, 23}, Row{30, 27, 33},
                           Row{100, 93, 107}, Row{365, 345, 385}}) {
        INFO(row.days << " days");
        const auto range = fuzz_range(Days{row.days}, 1, 36'500);
        CHECK(range.lowest == row.lowest);
        CHECK(range.highest == row.highest);
    }
}

TEST_CASE("Fuzz stays between the minimum and the maximum", "[schedule][fuzz]") {
    for (const double days : {1.0, 3.0, 10.0, 99.0, 100.0, 5000.0}) {
        const auto range = fuzz_range(Days{days}, 4, 100);
        CHECK(range.lowest >= 4);
        CHECK(range.lowest <= range.highest);
        CHECK(range.highest <= 100);
    }
}

TEST_CASE("One seed always gives the same number and many seeds fill the range evenly", "[schedule][fuzz]") {
    CHECK(cards::fuzz_factor(7) == cards::fuzz_factor(7));
    int tenths[10] = {};
    for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
        const double factor = cards::fuzz_factor(seed);
        REQUIRE(factor >= 0.0);
        REQUIRE(factor < 1.0);
        ++tenths[static_cast<int>(factor * 10.0)];
    }
    for (const int count : tenths) {
        CHECK(count > 900);
        CHECK(count < 1100);
    }
}
