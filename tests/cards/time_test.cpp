#include "cards/time.h"

#include "third_party/catch2.h"

using cards::Instant;
using cards::Moment;
using cards::PartialDate;
using cards::StudyDay;

TEST_CASE("A study day starts at the rollover hour, local time", "[time]") {
    // 2026-11-23 00:00 UTC is day 20780.
    constexpr std::int64_t midnight = 20780 * cards::ms_per_day;
    struct Row {
        std::int64_t hours;
        int offset;
        int rollover;
        int day;
    };
    for (const Row& row :
         {Row{3, 0, 4, 20779}, Row{4, 0, 4, 20780}, Row{27, 0, 4, 20780}, Row{28, 0, 4, 20781}, Row{2, 120, 4, 20780},
          Row{1, 120, 4, 20779}, Row{0, -300, 0, 20779}, Row{22, 0, 23, 20779}}) {
        INFO(row.hours << " h, offset " << row.offset << ", rollover " << row.rollover);
        const Moment now{Instant{midnight + row.hours * cards::ms_per_hour}, row.offset};
        CHECK(cards::study_day(now, row.rollover).number == row.day);
    }
}

TEST_CASE("A study day before 1970 is counted downwards", "[time]") {
    CHECK(cards::study_day(Moment{Instant{-1}, 0}, 0).number == -1);
}

TEST_CASE("A study day's start lies in that day and the instant before in the day before", "[time]") {
    for (const int offset : {-720, -210, 0, 345, 840}) {
        for (const int rollover : {0, 4, 23}) {
            const Instant start = cards::start_of(StudyDay{20000}, offset, rollover);
            CHECK(cards::study_day(Moment{start, offset}, rollover).number == 20000);
            CHECK(cards::study_day(Moment{Instant{start.unix_ms - 1}, offset}, rollover).number == 19999);
        }
    }
}

TEST_CASE("A study day reads as a date and back", "[time]") {
    CHECK(cards::to_iso(StudyDay{20780}) == "2026-11-23");
    CHECK(cards::to_text(StudyDay{20780}) == "23 Nov 2026");
    CHECK(cards::parse_study_day("2026-11-23") == StudyDay{20780});
    CHECK_FALSE(cards::parse_study_day("2026-11"));
}

TEST_CASE("Dates of three precisions are read and written back", "[time]") {
    struct Row {
        const char* iso;
        const char* text;
    };
    for (const Row& row : {Row{"2017", "2017"}, Row{"2017-06", "June 2017"}, Row{"2017-06-22", "22 June 2017"},
                           Row{"2020-02-29", "29 February 2020"}}) {
        const auto date = cards::parse_partial_date(row.iso);
        REQUIRE(date);
        CHECK(cards::to_iso(*date) == row.iso);
        CHECK(cards::to_text(*date) == row.text);
    }
}

TEST_CASE("Text that is no date, and dates that do not exist, are refused", "[time][hostile]") {
    for (const char* text : {"", "17", "2017-13", "2017-00", "2017-02-30", "2019-02-29", "2017-6-1", "2017/06/22",
                             "2017-06-22T00:00", "0000", "-201"}) {
        INFO(text);
        CHECK_FALSE(cards::parse_partial_date(text));
    }
}
