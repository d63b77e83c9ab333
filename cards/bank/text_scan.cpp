#include "cards/bank/text_scan.h"

#include <fmt/format.h>

namespace cards::bank {
namespace {

struct Decoded {
    char32_t c = 0;
    std::size_t size = 0;  // 0: not UTF-8.
};

// One code point of at most four bytes, the shortest form only, no surrogates.
Decoded decode(std::string_view text, std::size_t i) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead >= 0xC2 && lead < 0xE0   ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
    if (size == 0 || i + size > text.size()) return {};
    char32_t c = size == 2 ? lead & 0x1FU : size == 3 ? lead & 0x0FU : lead & 0x07U;
    for (std::size_t k = 1; k < size; ++k) {
        if ((byte(k) & 0xC0U) != 0x80U) return {};
        c = (c << 6U) | (byte(k) & 0x3FU);
    }
    if ((size == 3 && c < 0x800) || (size == 4 && c < 0x10000) || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
        return {};
    return {c, size};
}

bool is_control(char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return c != U'\n' && c != U'\t';
    const bool turns_writing =
        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    const bool breaks_line = c == 0x2028 || c == 0x2029;
    return turns_writing || breaks_line || c == 0xFFFE || c == 0xFFFF || c == 0xFEFF;
}

std::string control_fault(char32_t c) {
    return fmt::format("holds the control character U+{:04X}", static_cast<unsigned>(c));
}

// Walks TOML as a lexer does, just enough to tell keys and brackets from strings
// and comments.
class NestingScan {
  public:
    explicit NestingScan(std::string_view text) : text_(text) {}

    int first_deep_line() {
        while (i_ < text_.size()) {
            step();
            if (depth_ > max_nesting || dots_ > max_nesting) return line_;
        }
        return 0;
    }

  private:
    bool at(std::string_view what) const { return text_.substr(i_, what.size()) == what; }

    void step() {
        if (at("\"\"\"") || at("'''")) return skip_long(text_.substr(i_, 3));
        switch (const char c = text_[i_++]; c) {
            case '\n':
                ++line_;
                dots_ = 0;
                break;
            case '#':
                while (i_ < text_.size() && text_[i_] != '\n')
                    ++i_;
                break;
            case '"':
            case '\'': skip_short(c); break;
            case '[':
            case '{': ++depth_; break;
            case ']':
            case '}':
                if (depth_ > 0) --depth_;
                break;
            case ',':
            case '=': dots_ = 0; break;
            case '.': ++dots_; break;
            default: break;
        }
    }

    void skip_short(char quote) {
        while (i_ < text_.size() && text_[i_] != '\n') {
            const char c = text_[i_++];
            if (c == quote) return;
            if (c == '\\' && quote == '"' && i_ < text_.size() && text_[i_] != '\n') ++i_;
        }
    }

    void skip_long(std::string_view quotes) {
        i_ += 3;
        while (i_ < text_.size()) {
            if (at(quotes)) {
                i_ += 3;
                // Up to two more quotes belong to the text.
                while (i_ < text_.size() && text_[i_] == quotes[0])
                    ++i_;
                return;
            }
            if (text_[i_] == '\n') ++line_;
            if (text_[i_] == '\\' && quotes[0] == '"' && i_ + 1 < text_.size() && text_[i_ + 1] != '\n') ++i_;
            ++i_;
        }
    }

    std::string_view text_;
    std::size_t i_ = 0;
    int line_ = 1;
    int depth_ = 0;
    int dots_ = 0;
};

}  // namespace

std::vector<TextFault> scan_text(std::string_view text, std::size_t most) {
    std::vector<TextFault> faults;
    int line = 1;
    int told = 0;  // The last line a fault was told of.
    for (std::size_t i = 0; i < text.size() && faults.size() < most;) {
        const Decoded d = decode(text, i);
        const bool bad = d.size == 0 || is_control(d.c);
        if (bad && told != line) {
            faults.push_back({line, d.size == 0 ? "is not UTF-8" : control_fault(d.c)});
            told = line;
        }
        if (d.c == U'\n') ++line;
        i += d.size == 0 ? 1 : d.size;
    }
    return faults;
}

std::string value_fault(std::string_view value, bool lines) {
    for (std::size_t i = 0; i < value.size();) {
        const Decoded d = decode(value, i);
        if (d.size == 0) return "is not UTF-8";
        if (is_control(d.c)) return control_fault(d.c);
        if (!lines && d.c == U'\n') return "has more than one line";
        if (!lines && d.c == U'\t') return "holds a tab";
        i += d.size;
    }
    return {};
}

int first_deep_line(std::string_view toml) { return NestingScan(toml).first_deep_line(); }

}  // namespace cards::bank
