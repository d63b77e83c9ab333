#include "cards/time.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace cards {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) noexcept {
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

year_month_day civil(StudyDay d) { return year_month_day{sys_days{days{d.number}}}; }

// The number in `text`, which must be all digits.
std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

StudyDay study_day(Moment now, int rollover_hour) noexcept {
    const std::int64_t local = now.at.unix_ms + now.utc_offset_minutes * ms_per_minute;
    return StudyDay{static_cast<std::int32_t>(floor_div(local - rollover_hour * ms_per_hour, ms_per_day))};
}

Instant start_of(StudyDay d, std::int32_t utc_offset_minutes, int rollover_hour) noexcept {
    return Instant{d.number * ms_per_day + rollover_hour * ms_per_hour - utc_offset_minutes * ms_per_minute};
}

std::string to_iso(StudyDay d) {
    const year_month_day c = civil(d);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(c.year()), static_cast<unsigned>(c.month()),
                       static_cast<unsigned>(c.day()));
}

std::optional<StudyDay> parse_study_day(std::string_view iso) {
    const auto date = parse_partial_date(iso);
    if (!date || date->day == 0) return std::nullopt;
    const year_month_day c{year{date->year}, month{static_cast<unsigned>(date->month)},
                           day{static_cast<unsigned>(date->day)}};
    return StudyDay{static_cast<std::int32_t>(sys_days{c}.time_since_epoch().count())};
}

std::string to_text(StudyDay d) {
    const year_month_day c = civil(d);
    return fmt::format("{} {} {}", static_cast<unsigned>(c.day()),
                       month_name(static_cast<int>(static_cast<unsigned>(c.month()))).substr(0, 3),
                       static_cast<int>(c.year()));
}

std::optional<PartialDate> parse_partial_date(std::string_view text) {
    const bool has_month = text.size() >= 7 && text[4] == '-';
    const bool has_day = text.size() == 10 && text[7] == '-';
    if (text.size() != (has_day ? 10U : has_month ? 7U : 4U)) return std::nullopt;
    const auto y = digits(text.substr(0, 4));
    const auto m = has_month ? digits(text.substr(5, 2)) : std::optional<int>(0);
    const auto d = has_day ? digits(text.substr(8, 2)) : std::optional<int>(0);
    if (!y || !m || !d || *y == 0) return std::nullopt;
    if (has_month && (*m < 1 || *m > 12)) return std::nullopt;
    const year_month_day c{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (has_day && !c.ok()) return std::nullopt;
    return PartialDate{*y, *m, *d};
}

std::string to_iso(const PartialDate& date) {
    if (!date.known()) return {};
    if (date.month == 0) return fmt::format("{:04}", date.year);
    if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string to_text(const PartialDate& date) {
    if (!date.known()) return {};
    if (date.month == 0) return fmt::format("{}", date.year);
    if (date.day == 0) return fmt::format("{} {}", month_name(date.month), date.year);
    return fmt::format("{} {} {}", date.day, month_name(date.month), date.year);
}

std::string_view month_name(int m) noexcept {
    static constexpr std::array<std::string_view, 12> names = {"January",   "February", "March",    "April",
                                                               "May",       "June",     "July",     "August",
                                                               "September", "October",  "November", "December"};
    return m >= 1 && m <= 12 ? names[static_cast<std::size_t>(m - 1)] : std::string_view{};
}

}  // namespace cards
