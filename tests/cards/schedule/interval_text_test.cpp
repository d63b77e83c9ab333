#include "cards/schedule/scheduler.h"
#include "third_party/catch2.h"

using cards::Days;

TEST_CASE("Intervals read as a student would say them", "[schedule]") {
    constexpr double minute = 1.0 / 24.0 / 60.0;
    struct Row {
        double days;
        const char* text;
    };
    for (const Row& row : {
             Row{0.0, "<1 min"},
             Row{0.5 * minute, "<1 min"},
             Row{1.0 * minute, "1 min"},
             Row{5.5 * minute, "6 min"},
             Row{10.0 * minute, "10 min"},
             Row{60.0 * minute, "1 hour"},
             Row{90.0 * minute, "1.5 hours"},
             Row{720.0 * minute, "12 hours"},
             Row{1.0, "1 day"},
             Row{3.0, "3 days"},
             Row{30.0, "30 days"},
             Row{31.0, "1 month"},
             Row{64.0, "2.1 months"},
             Row{364.0, "1 year"},
             Row{511.0, "1.4 years"},
             Row{36'500.0, "99.9 years"},
         }) {
        CHECK(cards::interval_text(Days{row.days}) == row.text);
    }
}
