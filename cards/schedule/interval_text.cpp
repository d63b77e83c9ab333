#include <fmt/format.h>

#include <cmath>

#include "cards/schedule/scheduler.h"

namespace cards {
namespace {

constexpr double days_a_month = 365.25 / 12.0;
constexpr double days_a_year = 365.25;

// "1 day", "3 days", "2.1 months", "2 months".
std::string counted(double tenths, const char* one) {
    const std::string number =
        std::fmod(tenths, 10.0) == 0.0 ? fmt::format("{:.0f}", tenths / 10.0) : fmt::format("{:.1f}", tenths / 10.0);
    return fmt::format("{} {}{}", number, one, tenths == 10.0 ? "" : "s");
}

}  // namespace

std::string interval_text(Days interval) {
    // A little slack: minutes are not exact as a fraction of a day.
    const double minutes = interval.value * 24.0 * 60.0 + 1e-6;
    if (minutes < 1.0) return "<1 min";
    if (minutes < 59.5) return fmt::format("{:.0f} min", std::round(minutes));
    if (minutes < 23.95 * 60.0) return counted(std::round(minutes / 6.0), "hour");
    if (interval.value < 30.5) return counted(std::round(interval.value) * 10.0, "day");
    const double months = std::round(interval.value / days_a_month * 10.0);
    if (months < 120.0) return counted(months, "month");
    return counted(std::round(interval.value / days_a_year * 10.0), "year");
}

}  // namespace cards
