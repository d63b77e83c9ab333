// Study days where clocks are changed. The offsets come from the system's zone
// files; where a zone is not installed its part is skipped, and that is said.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

#include "cards/memory/memory.h"
#include "cards/schedule/fuzz.h"
#include "cards/schedule/scheduler.h"
#include "third_party/catch2.h"

using cards::Instant;
using cards::Moment;
using cards::StudyDay;

namespace {

// The process's time zone, put back at the end of the scope.
class Zone {
  public:
    explicit Zone(const char* name) {
        if (const char* before = std::getenv("TZ")) before_ = before;
        set(name);
    }
    ~Zone() {
        if (before_.empty()) {
            unsetenv("TZ");
            tzset();
        } else {
            set(before_.c_str());
        }
    }
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;

  private:
    static void set(const char* name) {
        setenv("TZ", name, 1);
        tzset();
    }
    std::string before_;
};

std::tm local_time(Instant at) {
    const auto seconds = static_cast<std::time_t>(at.unix_ms / 1000);
    std::tm local{};
    localtime_r(&seconds, &local);
    return local;
}

Moment moment(Instant at) { return {at, static_cast<std::int32_t>(local_time(at).tm_gmtoff / 60)}; }

// The instant `iso` 12:00 UTC lies `hours` away from.
Instant utc(const char* iso, double hours) {
    return {cards::parse_study_day(iso)->number * cards::ms_per_day +
            static_cast<std::int64_t>(hours * static_cast<double>(cards::ms_per_hour))};
}

bool installed(const char* zone, const char* iso, int offset_minutes) {
    if (moment(utc(iso, 12)).utc_offset_minutes == offset_minutes) return true;
    std::printf("skipped: time zone %s is not installed\n", zone);
    return false;
}

}  // namespace

TEST_CASE("The study day is the local date of the wall clock, less the rollover hours", "[schedule][clock]") {
    for (const char* name :
         {"Europe/Madrid", "America/New_York", "Pacific/Apia", "Asia/Kathmandu", "Australia/Lord_Howe"}) {
        const Zone zone(name);
        std::uint64_t random = 5;
        for (int i = 0; i < 100'000; ++i) {
            // 1990 to 2053, whole seconds.
            const Instant at{(631'152'000 + static_cast<std::int64_t>(cards::next_random(random) % 2'000'000'000)) *
                             1000};
            const std::tm wall = local_time(at);
            std::tm date{};
            date.tm_year = wall.tm_year;
            date.tm_mon = wall.tm_mon;
            date.tm_mday = wall.tm_mday;
            const auto days = static_cast<std::int32_t>(timegm(&date) / 86'400);
            for (const int rollover : {0, 4, 23}) {
                const int expected = wall.tm_hour < rollover ? days - 1 : days;
                if (cards::study_day(moment(at), rollover).number != expected) {
                    INFO(name << ", rollover " << rollover << ", " << at.unix_ms);
                    REQUIRE(cards::study_day(moment(at), rollover).number == expected);
                }
            }
        }
    }
}

TEST_CASE("A night in which the clock is changed is one study day", "[schedule][clock]") {
    const Zone zone("Europe/Madrid");
    if (!installed("Europe/Madrid", "2026-01-15", 60)) return;
    // 29 March 2026: 02:00 becomes 03:00. 25 October 2026: 03:00 becomes 02:00.
    CHECK(cards::to_iso(cards::study_day(moment(utc("2026-03-29", 1.99)), 4)) == "2026-03-28");
    CHECK(cards::to_iso(cards::study_day(moment(utc("2026-03-29", 2.01)), 4)) == "2026-03-29");
    CHECK(cards::to_iso(cards::study_day(moment(utc("2026-10-25", 2.99)), 4)) == "2026-10-24");
    CHECK(cards::to_iso(cards::study_day(moment(utc("2026-10-25", 3.01)), 4)) == "2026-10-25");
    // An evening review and one the next evening are one day apart, in 23 hours or 25.
    for (const char* iso : {"2026-03-28", "2026-10-24"}) {
        const Moment evening = moment(utc(iso, 19));
        const Moment next_evening = moment(Instant{evening.at.unix_ms + 24 * cards::ms_per_hour});
        CHECK(cards::study_day(next_evening, 4).number - cards::study_day(evening, 4).number == 1);
    }
}

TEST_CASE("A date that a country left out makes the elapsed time two days, not an error", "[schedule][clock]") {
    const Zone zone("Pacific/Apia");
    if (!installed("Pacific/Apia", "2012-01-10", 14 * 60)) return;
    const Moment before = moment(utc("2011-12-29", 21));  // 29 December, 11:00 in Apia.
    const Moment after = moment(utc("2011-12-30", 21));   // 31 December, 11:00: the 30th did not exist.
    CHECK(cards::to_iso(cards::study_day(before, 4)) == "2011-12-29");
    CHECK(cards::to_iso(cards::study_day(after, 4)) == "2011-12-31");
    cards::SchedulerOptions options;
    const cards::CardState learned = cards::choices({}, before, options, 1)[3].after;
    const cards::CardState reviewed = cards::choices(learned, after, options, 1)[2].after;
    CHECK(reviewed.stability == Approx(cards::next_memory({cards::Days{learned.stability}, learned.difficulty},
                                                          cards::Rating::Good, cards::Days{2.0}, options.weights)
                                           .stability.value));
}

TEST_CASE("A flight westwards over the date line never gives negative elapsed days", "[schedule][clock]") {
    const cards::SchedulerOptions options;
    const Moment auckland{utc("2026-11-23", 1), 13 * 60};
    const Moment honolulu{utc("2026-11-23", 10), -10 * 60};
    const cards::CardState learned = cards::choices({}, auckland, options, 1)[3].after;
    CHECK(cards::study_day(honolulu, 4) < cards::study_day(auckland, 4));
    const cards::CardState then = cards::choices(learned, honolulu, options, 1)[2].after;
    CHECK(then.stability >= learned.stability);
    CHECK(then.due_day > cards::study_day(honolulu, 4));
}
