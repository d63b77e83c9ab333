#include "cards/answer/number.h"

#include <array>
#include <limits>
#include <string_view>

namespace cards::answer {
namespace {

struct NamedNumber {
    std::string_view word;
    std::int64_t value;
};

constexpr std::array<NamedNumber, 20> units = {
    {{"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
     {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
     {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
     {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}}};
constexpr std::array<NamedNumber, 8> tens = {{{"twenty", 20},
                                              {"thirty", 30},
                                              {"forty", 40},
                                              {"fifty", 50},
                                              {"sixty", 60},
                                              {"seventy", 70},
                                              {"eighty", 80},
                                              {"ninety", 90}}};
constexpr std::array<NamedNumber, 10> scales = {{{"thousand", 1'000},
                                                 {"k", 1'000},
                                                 {"million", 1'000'000},
                                                 {"m", 1'000'000},
                                                 {"mn", 1'000'000},
                                                 {"mln", 1'000'000},
                                                 {"billion", 1'000'000'000},
                                                 {"bn", 1'000'000'000},
                                                 {"trillion", 1'000'000'000'000},
                                                 {"tn", 1'000'000'000'000}}};

template <std::size_t n>
std::optional<std::int64_t> find(const std::array<NamedNumber, n>& table, const Token& token) {
    for (const NamedNumber& entry : table)
        if (token.is(entry.word)) return entry.value;
    return std::nullopt;
}

std::optional<std::int64_t> times(std::int64_t a, std::int64_t b) {
    if (a != 0 && b > std::numeric_limits<std::int64_t>::max() / a) return std::nullopt;
    return a * b;
}

// The thousandths of `token`, times `scale`, exactly where they can be.
std::optional<std::int64_t> milli_of(const Token& token, std::int64_t scale) {
    auto value = times(token.mantissa, 1'000);
    if (value) value = times(*value, scale);
    if (!value) return std::nullopt;
    for (int i = 0; i < token.decimals; ++i)
        *value /= 10;
    return value;
}

// Reads number words and digits from left to right: `group` is what the next scale
// word multiplies, `total` what earlier ones made.
class Reader {
  public:
    Reader(const std::vector<Token>& all, std::size_t from) : tokens_(all), i_(from) {}

    std::optional<Cardinal> read() {
        bool any = false;
        while (i_ < tokens_.size() && !failed_) {
            if (!step()) break;
            any = true;
        }
        if (!any || failed_) return std::nullopt;
        return Cardinal{total_ + group_, i_};
    }

  private:
    const Token* at(std::size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }

    bool step() {
        const Token& token = tokens_[i_];
        if (token.kind == Token::Kind::Number) return digits(token);
        if (const auto unit = find(units, token)) return add(*unit, open_units_, false);
        if (const auto ten = find(tens, token)) return add(*ten, open_tens_, true);
        if (token.is("hundred")) return hundred();
        if (const auto scale = find(scales, token)) return scaled(*scale);
        if (token.is("a")) return article();
        if (token.is("half")) return half();
        if (token.is("and")) return joint();
        return false;
    }

    bool digits(const Token& token) {
        if (group_ != 0 || digits_seen_) return false;
        digits_seen_ = true;
        std::int64_t scale = 1;
        std::size_t next = i_ + 1;
        if (at(next) != nullptr) {
            if (const auto named = find(scales, *at(next))) {
                scale = *named;
                ++next;
            }
        }
        const auto value = milli_of(token, scale);
        if (!value || *value > std::numeric_limits<std::int64_t>::max() / 2 - total_) return fail();
        (scale == 1 ? group_ : total_) += *value;
        if (scale != 1) digits_seen_ = false;
        open_units_ = open_tens_ = false;
        i_ = next;
        return true;
    }

    bool add(std::int64_t value, bool allowed, bool ten) {
        if (!allowed) return false;
        group_ += value * 1'000;
        open_units_ = ten;
        open_tens_ = false;
        ++i_;
        return true;
    }

    bool hundred() {
        if (group_ >= 100'000) return false;
        group_ = (group_ == 0 ? 1'000 : group_) * 100;
        open_units_ = open_tens_ = true;
        ++i_;
        return true;
    }

    bool scaled(std::int64_t scale) {
        if (group_ == 0) return false;
        const auto value = times(group_, scale);
        if (!value || *value > std::numeric_limits<std::int64_t>::max() / 2 - total_) return fail();
        total_ += *value;
        group_ = 0;
        open_units_ = open_tens_ = true;
        ++i_;
        return true;
    }

    // "a hundred", "a thousand", "a million".
    bool article() {
        const Token* next = at(i_ + 1);
        if (next == nullptr || group_ != 0) return false;
        if (next->is("hundred") || next->is("thousand") || next->is("million") || next->is("billion")) {
            group_ = 1'000;
            ++i_;
            return true;
        }
        if (next->is("half") && total_ == 0) {
            ++i_;
            return half();
        }
        return false;
    }

    // "half a million", "half a year" (0.5, and the year is the unit).
    bool half() {
        if (group_ != 0) return false;
        group_ = 500;
        open_units_ = open_tens_ = false;
        ++i_;
        if (at(i_) != nullptr && (at(i_)->is("a") || at(i_)->is("an"))) ++i_;
        return true;
    }

    // "one hundred and five", "two and a half".
    bool joint() {
        const Token* next = at(i_ + 1);
        if (next == nullptr || (total_ == 0 && group_ == 0)) return false;
        if (next->is("a") && at(i_ + 2) != nullptr && at(i_ + 2)->is("half") && group_ != 0) {
            group_ += 500;
            i_ += 3;
            return true;
        }
        if (!open_units_ || !(find(units, *next) || find(tens, *next))) return false;
        ++i_;
        return true;
    }

    bool fail() {
        failed_ = true;
        return false;
    }

    const std::vector<Token>& tokens_;
    std::size_t i_;
    std::int64_t total_ = 0;
    std::int64_t group_ = 0;
    bool open_units_ = true;
    bool open_tens_ = true;
    bool digits_seen_ = false;
    bool failed_ = false;
};

}  // namespace

std::optional<Cardinal> read_cardinal(const std::vector<Token>& all, std::size_t from) {
    return Reader(all, from).read();
}

}  // namespace cards::answer
