// value.h - answers that are compared by what they mean: money, numbers,
// durations, dates and statutes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cards/fact.h"

namespace cards::answer {

struct Money {
    std::string currency;  // "usd", "gbp", "eur", "cny", "rub", "dem"; "" where none is named.
    std::int64_t milli = 0;
    bool operator==(const Money&) const = default;
};

struct Quantity {
    std::int64_t milli = 0;
    std::string unit;  // Folded; "" where none is named.
    bool operator==(const Quantity&) const = default;
};

// Months and days are kept apart, since no month has a fixed length.
struct Duration {
    std::int64_t milli_months = 0;
    std::int64_t milli_days = 0;
    std::int64_t milli_minutes = 0;
    bool operator==(const Duration&) const = default;
};

// The whole of `text`, but for "about", "at least" and the like.
std::optional<Money> read_money(std::string_view text);        // Needs a currency.
std::optional<Quantity> read_quantity(std::string_view text);  // Starts with a number.
std::optional<Duration> read_duration(std::string_view text);  // Number and unit, once or more.

// How a typed text stands to an answer by value.
enum class Match { Same, Typo, Different, NoValue };

// Compares by value where both texts have one of the sort that `kind` or the form
// of `right` suggests; NoValue where they do not.
Match compare_values(FactKind kind, std::string_view typed, std::string_view right);

// Where `text` stands on the line of its kind, for putting options in order;
// nothing where it has no value.
std::optional<double> order_of(FactKind kind, std::string_view text);

}  // namespace cards::answer
