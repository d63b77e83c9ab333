// time.h - days, instants, study days and dates of partial precision.
//
// No clock is read here: whoever needs the time is handed a Moment. Only main
// asks the system for it.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace cards {

// A length of time in days. Never a date.
struct Days {
    double value = 0.0;
    auto operator<=>(const Days&) const = default;
};

// A point in time: milliseconds since 1970-01-01 00:00 UTC.
struct Instant {
    std::int64_t unix_ms = 0;
    auto operator<=>(const Instant&) const = default;
};

// A day as the student lives it: it starts at the rollover hour, local time.
// Counted from 1970-01-01 (= 0).
struct StudyDay {
    std::int32_t number = 0;
    auto operator<=>(const StudyDay&) const = default;
};

// An instant and the local offset from UTC that was in force then, in minutes
// east (-720 to +840 in practice).
struct Moment {
    Instant at;
    std::int32_t utc_offset_minutes = 0;
    auto operator<=>(const Moment&) const = default;
};

// Asked for the time by main's loop and commands only.
using Clock = std::function<Moment()>;

inline constexpr std::int64_t ms_per_minute = 60'000;
inline constexpr std::int64_t ms_per_hour = 3'600'000;
inline constexpr std::int64_t ms_per_day = 86'400'000;

// The local date `rollover_hour` (0 to 23) hours ago.
StudyDay study_day(Moment now, int rollover_hour) noexcept;

// When `day` begins, for a place `utc_offset_minutes` east of UTC.
Instant start_of(StudyDay day, std::int32_t utc_offset_minutes, int rollover_hour) noexcept;

// "2026-11-23".
std::string to_iso(StudyDay day);
std::optional<StudyDay> parse_study_day(std::string_view iso);

// "23 Nov 2026".
std::string to_text(StudyDay day);

// A date as sources give it: a year, or with month, or with month and day.
struct PartialDate {
    int year = 0;   // 1 to 9999; 0 = unknown.
    int month = 0;  // 1 to 12; 0 = not given.
    int day = 0;    // 1 to 31; 0 = not given.
    auto operator<=>(const PartialDate&) const = default;
    bool known() const noexcept { return year != 0; }
};

// "2017", "2017-06" or "2017-06-22", a date that exists; nothing for other text.
std::optional<PartialDate> parse_partial_date(std::string_view text);

// The same text back; "" when unknown.
std::string to_iso(const PartialDate& date);

// "2017", "June 2017" or "22 June 2017"; "" when unknown.
std::string to_text(const PartialDate& date);

// January to December for 1 to 12; "" otherwise.
std::string_view month_name(int month) noexcept;

}  // namespace cards
