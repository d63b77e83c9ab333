#include "cards/memory/revlog_csv.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

namespace cards {
namespace {

constexpr std::size_t most_diagnostics = 100;
constexpr std::size_t longest_echo = 40;
constexpr std::int64_t longest_review_ms = 24 * ms_per_hour;

enum Column : std::size_t { card_id, review_rating, review_time, review_duration };
constexpr std::array<std::string_view, 4> column_names = {"card_id", "review_rating", "review_time", "review_duration"};

// The text up to the next line end, which is taken off with it.
std::string_view take_line(std::string_view& text) noexcept {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

// Cells of a line; quotes around a whole cell are taken off.
void split(std::string_view line, std::vector<std::string_view>& cells) {
    cells.clear();
    while (true) {
        const std::size_t comma = line.find(',');
        std::string_view cell = line.substr(0, comma);
        if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
        cells.push_back(cell);
        if (comma == std::string_view::npos) return;
        line.remove_prefix(comma + 1);
    }
}

template <class Number>
std::optional<Number> whole_number(std::string_view text) noexcept {
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return value;
}

// Two digits at `at`, at most `most`.
std::optional<int> two_digits(std::string_view text, std::size_t at, int most) noexcept {
    if (text.size() < at + 2 || text[at] < '0' || text[at] > '9') return std::nullopt;
    const auto value = whole_number<int>(text.substr(at, 2));
    return value && *value <= most ? value : std::nullopt;
}

// "" and "Z" are UTC; "+05:30" and "-0330" are read; anything else is nothing.
std::optional<int> offset_minutes(std::string_view text) noexcept {
    if (text.empty() || text == "Z" || text == "z") return 0;
    if (text[0] != '+' && text[0] != '-') return std::nullopt;
    const bool colon = text.size() == 6 && text[3] == ':';
    if (text.size() != (colon ? 6U : 5U)) return std::nullopt;
    const auto hours = two_digits(text, 1, 14);
    const auto minutes = two_digits(text, colon ? 4 : 3, 59);
    if (!hours || !minutes) return std::nullopt;
    return (text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

// "2024-03-29T20:32:39.497000+00:00": a date that exists, from 1970 to 9999.
std::optional<Instant> parse_instant(std::string_view text) {
    if (text.size() < 19 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':') return {};
    const auto day = parse_study_day(text.substr(0, 10));
    const auto hour = two_digits(text, 11, 23);
    const auto minute = two_digits(text, 14, 59);
    const auto second = two_digits(text, 17, 59);
    if (!day || day->number < 0 || !hour || !minute || !second) return {};
    std::int64_t ms = 0;
    std::size_t at = 19;
    if (at < text.size() && text[at] == '.') {
        std::int64_t unit = 100;
        const std::size_t first = ++at;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10)
            ms += unit * (text[at] - '0');
        if (at == first) return {};
    }
    const auto offset = offset_minutes(text.substr(at));
    if (!offset) return {};
    return Instant{day->number * ms_per_day + *hour * ms_per_hour + (*minute - *offset) * ms_per_minute +
                   *second * 1000 + ms};
}

// Reads the rows of one text into a log.
class Reader {
  public:
    explicit Reader(const RevlogOptions& options) : options_(options) {}

    bool header(std::string_view line) {
        split(line, cells_);
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            for (std::size_t column = 0; column < column_names.size(); ++column) {
                if (cells_[i] == column_names[column]) places_[column] = i;
            }
        }
        for (const Column column : {card_id, review_rating, review_time}) {
            if (!places_[column]) {
                error(1, fmt::format("there is no column \"{}\"", column_names[column]),
                      "Begin the file with the line card_id,review_rating,review_time,review_duration.");
            }
        }
        width_ = cells_.size();
        return log_.diagnostics.empty();
    }

    void row(std::string_view line, int number) {
        split(line, cells_);
        if (cells_.size() != width_) {
            error(number, fmt::format("{} values, and the first line names {} columns", cells_.size(), width_),
                  "Give every row as many values as there are columns.");
            return;
        }
        const auto card = whole_number<std::int64_t>(cell(card_id));
        const auto rating = rating_from(whole_number<int>(cell(review_rating)).value_or(0));
        const auto at = parse_instant(cell(review_time));
        std::optional<std::int64_t> took = 0;
        if (!cell(review_duration).empty()) took = whole_number<std::int64_t>(cell(review_duration));
        if (!card) bad(number, card_id, "is no whole number", "Give each card a number.");
        if (!rating) bad(number, review_rating, "is no rating", "Use 1 Again, 2 Hard, 3 Good or 4 Easy.");
        if (!at) bad(number, review_time, "is no date and time", "Write it as 2026-11-23T20:15:00+00:00.");
        if (!took || *took < 0 || *took > longest_review_ms) {
            bad(number, review_duration, "is no duration",
                "Write whole milliseconds, 0 to 86400000, or leave it empty.");
            return;
        }
        if (!card || !rating || !at) return;
        log_.reviews.push_back(
            {*card, *at, study_day({*at, options_.utc_offset_minutes}, options_.rollover_hour), *rating});
        log_.took_ms.push_back(static_cast<int>(*took));
    }

    void error(int line, std::string what, std::string fix) {
        if (log_.diagnostics.size() < most_diagnostics) {
            log_.diagnostics.push_back(
                {Severity::Error, "revlog", options_.file, line, std::move(what), std::move(fix)});
        } else if (log_.diagnostics.size() == most_diagnostics) {
            log_.diagnostics.push_back({Severity::Error, "revlog", options_.file, line, "there are more errors",
                                        "Mend the ones above first."});
        }
    }

    bool full() const noexcept { return log_.diagnostics.size() > most_diagnostics; }

    Revlog result() && {
        if (has_errors(log_.diagnostics)) {
            log_.reviews.clear();
            log_.took_ms.clear();
        }
        return std::move(log_);
    }

  private:
    std::string_view cell(Column column) const {
        return places_[column] ? cells_[*places_[column]] : std::string_view{};
    }

    void bad(int line, Column column, std::string_view is_wrong, std::string fix) {
        error(line, fmt::format("{} \"{}\" {}", column_names[column], cell(column).substr(0, longest_echo), is_wrong),
              std::move(fix));
    }

    const RevlogOptions& options_;
    Revlog log_;
    std::vector<std::string_view> cells_;
    std::array<std::optional<std::size_t>, column_names.size()> places_;
    std::size_t width_ = 0;
};

}  // namespace

Revlog read_revlog_csv(std::string_view text, const RevlogOptions& options) {
    Reader reader(options);
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
    if (reader.header(take_line(text))) {
        for (int number = 2; !text.empty() && !reader.full(); ++number) {
            const std::string_view line = take_line(text);
            if (!line.empty()) reader.row(line, number);
        }
    }
    return std::move(reader).result();
}

}  // namespace cards
