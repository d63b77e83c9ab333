#include "cards/answer/value.h"

#include <array>
#include <limits>
#include <vector>

#include "cards/answer/date.h"
#include "cards/answer/fold.h"
#include "cards/answer/number.h"
#include "cards/answer/statute.h"
#include "cards/answer/tokens.h"

namespace cards::answer {
namespace {

struct Named {
    std::string_view word;
    std::string_view meaning;
};

constexpr std::array<Named, 31> currencies = {
    {{"$", "usd"},           {"usd", "usd"},    {"dollar", "usd"}, {"dollars", "usd"},  {"£", "gbp"},
     {"gbp", "gbp"},         {"pound", "gbp"},  {"pounds", "gbp"}, {"quid", "gbp"},     {"sterling", "gbp"},
     {"€", "eur"},           {"eur", "eur"},    {"euro", "eur"},   {"euros", "eur"},    {"¥", "cny"},
     {"cny", "cny"},         {"rmb", "cny"},    {"yuan", "cny"},   {"renminbi", "cny"}, {"rub", "rub"},
     {"ruble", "rub"},       {"rubles", "rub"}, {"rouble", "rub"}, {"roubles", "rub"},  {"dm", "dem"},
     {"dem", "dem"},         {"mark", "dem"},   {"marks", "dem"},  {"bucks", "usd"},    {"us$", "usd"},
     {"deutschmarks", "dem"}}};

constexpr std::array<std::string_view, 21> fillers = {
    "about", "around", "roughly", "approximately", "nearly", "almost", "over",
    "more",  "than",   "at",      "least",         "some",   "in",     "cash",
    "of",    "total",  "us",      "the",           "approx", "circa",  "exactly"};

constexpr std::array<std::string_view, 10> duration_fillers = {
    "and", "in", "of", "prison", "jail", "imprisonment", "sentence", "custody", "long", "probation"};

bool is_filler(const Token& token) {
    for (const std::string_view word : fillers)
        if (token.is(word)) return true;
    return false;
}

std::string_view currency_of(const Token& token) {
    for (const Named& entry : currencies)
        if (token.is(entry.word)) return entry.meaning;
    return {};
}

struct TimeUnit {
    std::string_view word;
    std::int64_t months;
    std::int64_t days;
    std::int64_t minutes;
};

constexpr std::array<TimeUnit, 14> time_units = {{{"year", 12, 0, 0},
                                                  {"yr", 12, 0, 0},
                                                  {"y", 12, 0, 0},
                                                  {"month", 1, 0, 0},
                                                  {"mo", 1, 0, 0},
                                                  {"decade", 120, 0, 0},
                                                  {"century", 1200, 0, 0},
                                                  {"week", 0, 7, 0},
                                                  {"wk", 0, 7, 0},
                                                  {"day", 0, 1, 0},
                                                  {"hour", 0, 0, 60},
                                                  {"hr", 0, 0, 60},
                                                  {"minute", 0, 0, 1},
                                                  {"min", 0, 0, 1}}};

const TimeUnit* time_unit_of(const Token& token) {
    if (token.kind != Token::Kind::Word) return nullptr;
    std::string_view word = token.text;
    if (word == "centuries") word = "century";
    if (word.size() > 2 && word.back() == 's') word.remove_suffix(1);
    for (const TimeUnit& unit : time_units)
        if (unit.word == word) return &unit;
    return nullptr;
}

// Far beyond any sentence, far below overflow.
constexpr std::int64_t longest_milli = std::int64_t{1'000'000'000} * 1'000;

void add(Duration& sum, const TimeUnit& unit, std::int64_t milli) {
    sum.milli_months += unit.months * milli;
    sum.milli_days += unit.days * milli;
    sum.milli_minutes += unit.minutes * milli;
}

Match match(bool same) { return same ? Match::Same : Match::Different; }

Match compare_dates(std::string_view typed, std::string_view right) {
    const auto asked = read_dates(right);
    if (asked.size() != 1) return Match::NoValue;
    const auto readings = read_dates(typed);
    if (readings.empty()) return Match::NoValue;
    bool typo = false;
    for (const DateReading& reading : readings) {
        if (!agrees(reading.date, asked.front().date)) continue;
        if (!reading.typo) return Match::Same;
        typo = true;
    }
    return typo ? Match::Typo : Match::Different;
}

// A bare number stands for an amount in the currency or unit that was asked for.
bool is_bare(const std::optional<Quantity>& quantity) { return quantity && quantity->unit.empty(); }

Match compare_money(std::string_view typed, const Money& right) {
    if (const auto money = read_money(typed))
        return match(money->milli == right.milli && (right.currency.empty() || money->currency == right.currency));
    const auto bare = read_quantity(typed);
    return is_bare(bare) ? match(bare->milli == right.milli) : Match::NoValue;
}

Match compare_durations(std::string_view typed, std::string_view right_text, const Duration& right) {
    if (const auto duration = read_duration(typed)) return match(*duration == right);
    const auto bare = read_quantity(typed);
    if (!is_bare(bare)) return Match::NoValue;
    const auto all = tokens(right_text);
    const auto number = read_quantity(right_text);
    // "20" for "20 years", but not for "20 years and 4 months".
    const bool one_unit = number && folded_words(number->unit).size() == 1;
    return match(one_unit && !all.empty() && bare->milli == number->milli);
}

std::string singular(std::string_view unit) {
    if (unit.size() > 3 && unit.back() == 's') unit.remove_suffix(1);
    return std::string(unit);
}

Match compare_quantities(std::string_view typed, const Quantity& right) {
    const auto quantity = read_quantity(typed);
    if (!quantity) return Match::NoValue;
    if (quantity->milli != right.milli) return Match::Different;
    const bool units_agree =
        quantity->unit.empty() || right.unit.empty() || singular(quantity->unit) == singular(right.unit);
    return units_agree ? Match::Same : Match::NoValue;
}

}  // namespace

std::optional<Money> read_money(std::string_view text) {
    if (text.size() > 200) return std::nullopt;
    const auto all = tokens(text);
    Money money;
    bool number = false;
    for (std::size_t i = 0; i < all.size();) {
        if (const auto currency = currency_of(all[i]); !currency.empty()) {
            if (!money.currency.empty() && money.currency != currency) return std::nullopt;
            money.currency = currency;
            ++i;
        } else if (const auto cardinal = number ? std::nullopt : read_cardinal(all, i)) {
            money.milli = cardinal->milli;
            number = true;
            i = cardinal->next;
        } else if (is_filler(all[i])) {
            ++i;
        } else {
            return std::nullopt;
        }
    }
    if (!number || money.currency.empty()) return std::nullopt;
    return money;
}

std::optional<Quantity> read_quantity(std::string_view text) {
    if (text.size() > 200) return std::nullopt;
    const auto all = tokens(text);
    std::size_t i = 0;
    while (i < all.size() && is_filler(all[i]))
        ++i;
    const auto cardinal = read_cardinal(all, i);
    if (!cardinal) return std::nullopt;
    Quantity quantity{cardinal->milli, {}};
    for (i = cardinal->next; i < all.size(); ++i) {
        if (all[i].kind == Token::Kind::Number) return std::nullopt;
        if (all[i].is("(") || all[i].is(")") || all[i].is("/")) return std::nullopt;
        if (!quantity.unit.empty()) quantity.unit += ' ';
        quantity.unit += all[i].is("%") ? "percent" : all[i].text;
    }
    return quantity;
}

std::optional<Duration> read_duration(std::string_view text) {
    if (text.size() > 200) return std::nullopt;
    const auto all = tokens(text);
    Duration sum;
    const TimeUnit* last = nullptr;
    for (std::size_t i = 0; i < all.size();) {
        const bool and_a_half =
            last != nullptr && i + 2 < all.size() && all[i].is("and") && all[i + 1].is("a") && all[i + 2].is("half");
        const bool one = (all[i].is("a") || all[i].is("an") || all[i].is("one")) && i + 1 < all.size();
        if (and_a_half) {
            add(sum, *last, 500);
            i += 3;
        } else if (const TimeUnit* unit = one ? time_unit_of(all[i + 1]) : nullptr) {
            add(sum, *unit, 1'000);
            last = unit;
            i += 2;
        } else if (const auto cardinal = read_cardinal(all, i)) {
            unit = cardinal->next < all.size() ? time_unit_of(all[cardinal->next]) : nullptr;
            if (unit == nullptr || cardinal->milli > longest_milli) return std::nullopt;
            add(sum, *unit, cardinal->milli);
            last = unit;
            i = cardinal->next + 1;
        } else {
            bool known = is_filler(all[i]);
            for (const std::string_view word : duration_fillers)
                known = known || all[i].is(word);
            if (!known) return std::nullopt;
            ++i;
        }
    }
    if (last == nullptr) return std::nullopt;
    return sum;
}

Match compare_values(FactKind kind, std::string_view typed, std::string_view right) {
    if (kind == FactKind::Date) return compare_dates(typed, right);
    if (kind == FactKind::Statute) {
        const auto asked = read_statute(right);
        const auto given = read_statute(typed);
        return asked && given ? match(agrees(*given, *asked)) : Match::NoValue;
    }
    if (const auto money = read_money(right)) return compare_money(typed, *money);
    if (kind == FactKind::Money) {
        const auto bare = read_quantity(right);
        if (is_bare(bare)) return compare_money(typed, Money{"", bare->milli});
    }
    if (const auto duration = read_duration(right)) return compare_durations(typed, right, *duration);
    const auto quantity = read_quantity(right);
    if (quantity && (kind == FactKind::Number || quantity->unit.empty())) return compare_quantities(typed, *quantity);
    return Match::NoValue;
}

std::optional<double> order_of(FactKind kind, std::string_view text) {
    if (kind == FactKind::Date) {
        const auto readings = read_dates(text);
        if (readings.size() != 1) return std::nullopt;
        const PartialDate& d = readings.front().date;
        return d.year * 10'000.0 + d.month * 100.0 + d.day;
    }
    if (const auto money = read_money(text)) return static_cast<double>(money->milli);
    if (const auto duration = read_duration(text))
        return static_cast<double>(duration->milli_months) * 43'830.0 +
               static_cast<double>(duration->milli_days) * 1'440.0 + static_cast<double>(duration->milli_minutes);
    const bool counted = kind == FactKind::Number || kind == FactKind::Money || kind == FactKind::Duration;
    const auto quantity = read_quantity(text);
    if (quantity && (counted || quantity->unit.empty())) return static_cast<double>(quantity->milli);
    return std::nullopt;
}

}  // namespace cards::answer
