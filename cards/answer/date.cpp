#include "cards/answer/date.h"

#include <optional>
#include <string>

#include "cards/answer/distance.h"
#include "cards/answer/fold.h"
#include "cards/answer/tokens.h"

namespace cards::answer {
namespace {

struct Month {
    int number = 0;
    bool typo = false;
};

std::optional<Month> month_from(std::string_view word) {
    if (word == "sept") return Month{9, false};
    Month near;
    for (int m = 1; m <= 12; ++m) {
        const std::string name = plain_lower(month_name(m));
        if (word == name || (word.size() == 3 && name.substr(0, 3) == word)) return Month{m, false};
        const std::size_t sizes = word.size() > name.size() ? word.size() - name.size() : name.size() - word.size();
        if (word.size() > 3 && sizes <= 2 && distance(word, name) <= allowance(name)) near = Month{m, true};
    }
    if (near.number == 0) return std::nullopt;
    return near;
}

// Adds the date where it exists; a year of two digits in both centuries.
void add(std::vector<DateReading>& readings, int year, std::size_t year_digits, int month, int day, bool typo) {
    if (year_digits == 2) {
        add(readings, 1900 + year, 4, month, day, typo);
        add(readings, 2000 + year, 4, month, day, typo);
        return;
    }
    if (year_digits != 4) return;
    const PartialDate date{year, month, day};
    if ((day != 0 && month == 0) || day > 31 || month > 12) return;
    if (!parse_partial_date(to_iso(date))) return;
    for (const DateReading& known : readings)
        if (known.date == date) return;
    readings.push_back({date, typo});
}

struct Part {
    int value = 0;
    std::size_t digits = 0;
};

// The numbers of "22/6/2017"; nothing where anything else stands between them.
std::vector<Part> numeric_parts(std::string_view text) {
    std::vector<Part> parts;
    bool open = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            if (!open) parts.emplace_back();
            open = true;
            Part& part = parts.back();
            if (++part.digits > 4) return {};
            part.value = part.value * 10 + (c - '0');
        } else if (c == '/' || c == '-' || c == '.' || c == ' ') {
            open = false;
        } else {
            return {};
        }
    }
    return parts;
}

void read_numeric(std::string_view text, std::vector<DateReading>& readings) {
    const auto p = numeric_parts(text);
    if (p.size() == 1) {
        if (p[0].digits == 4) add(readings, p[0].value, 4, 0, 0, false);
    } else if (p.size() == 2) {
        if (p[0].digits == 4 && p[1].digits <= 2) add(readings, p[0].value, 4, p[1].value, 0, false);
        if (p[1].digits == 4 && p[0].digits <= 2) add(readings, p[1].value, 4, p[0].value, 0, false);
    } else if (p.size() == 3) {
        if (p[0].digits == 4 && p[1].digits <= 2 && p[2].digits <= 2)
            add(readings, p[0].value, 4, p[1].value, p[2].value, false);
        if (p[0].digits <= 2 && p[1].digits <= 2 && p[2].digits != 3) {
            add(readings, p[2].value, p[2].digits, p[1].value, p[0].value, false);
            add(readings, p[2].value, p[2].digits, p[0].value, p[1].value, false);
        }
    }
}

bool is_filler(const Token& token) {
    for (const std::string_view word :
         {"of", "the", "in", "on", "st", "nd", "rd", "th", "about", "circa", "c", "around"})
        if (token.is(word)) return true;
    return false;
}

// Dates with the month as a word.
void read_worded(std::string_view text, std::vector<DateReading>& readings) {
    std::optional<Month> month;
    std::vector<Part> numbers;
    for (const Token& token : tokens(text)) {
        if (token.kind == Token::Kind::Number) {
            if (token.decimals != 0 || token.text.size() > 4) return;
            numbers.push_back({static_cast<int>(token.mantissa), token.text.size()});
        } else if (const auto named = month ? std::nullopt : month_from(token.text)) {
            month = named;
        } else if (!is_filler(token)) {
            return;
        }
    }
    if (numbers.empty() || numbers.size() > 2) return;
    if (!month) {
        if (numbers.size() == 1 && numbers[0].digits == 4) add(readings, numbers[0].value, 4, 0, 0, false);
        return;
    }
    if (numbers.size() == 1) {  // "June 22" is no year.
        if (numbers[0].digits == 4) add(readings, numbers[0].value, 4, month->number, 0, month->typo);
        return;
    }
    const bool year_first = numbers[0].digits == 4;
    const Part year = year_first ? numbers[0] : numbers[1];
    const Part day = year_first ? numbers[1] : numbers[0];
    if (day.digits <= 2 && day.value > 0) add(readings, year.value, year.digits, month->number, day.value, month->typo);
}

}  // namespace

std::vector<DateReading> read_dates(std::string_view text) {
    std::vector<DateReading> readings;
    if (text.size() > 100) return readings;
    std::string plain = plain_lower(text);
    const std::size_t first = plain.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return readings;
    plain = plain.substr(first, plain.find_last_not_of(" \t\r\n.") + 1 - first);
    read_numeric(plain, readings);
    if (readings.empty()) read_worded(plain, readings);
    return readings;
}

bool agrees(const PartialDate& typed, const PartialDate& asked) noexcept {
    if (!asked.known() || typed.year != asked.year) return false;
    if (asked.month != 0 && typed.month != asked.month) return false;
    return asked.day == 0 || typed.day == asked.day;
}

}  // namespace cards::answer
