#include "cards/answer/fold.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace cards::answer {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Free {
    void operator()(utf8proc_uint8_t* p) const noexcept { std::free(p); }
};

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

void append_utf8(std::string& out, char32_t c) {
    utf8proc_uint8_t buffer[4];
    const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), buffer);
    out.append(buffer, buffer + size);
}

// Letters and signs that no decomposition takes apart, as people type them.
std::string_view plain_letter(char32_t c) {
    switch (c) {
        case U'ø': return "o";
        case U'ł': return "l";
        case U'đ':
        case U'ð': return "d";
        case U'æ': return "ae";
        case U'œ': return "oe";
        case U'þ': return "th";
        case U'ı': return "i";
        case 0x2018:
        case 0x2019:
        case 0x02BC: return "'";
        case 0x201C:
        case 0x201D: return "\"";
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2212: return "-";
        default: return {};
    }
}

bool is_word_char(char32_t c) {
    if (c < 0x80) return is_digit(c) || (c >= U'a' && c <= U'z');
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO: return true;
        default: return false;
    }
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'`' || c == 0x00B4; }

// Whether the comma at `i` groups thousands.
bool groups_thousands(const std::u32string& s, std::size_t i) {
    if (i == 0 || !is_digit(s[i - 1]) || i + 3 >= s.size()) return false;
    for (std::size_t k = 1; k <= 3; ++k)
        if (!is_digit(s[i + k])) return false;
    return i + 4 >= s.size() || !is_digit(s[i + 4]);
}

// How many characters long the word is that ends before `i`.
std::size_t word_before(const std::u32string& s, std::size_t i) {
    std::size_t length = 0;
    while (length < i && is_word_char(s[i - 1 - length]))
        ++length;
    return length;
}

// Words with single spaces, articles still in.
std::string to_words(const std::u32string& s) {
    std::string out;
    bool space = false;
    const auto put = [&](std::string_view text) {
        if (space && !out.empty()) out += ' ';
        space = false;
        out += text;
    };
    for (std::size_t i = 0; i < s.size(); ++i) {
        const char32_t c = s[i];
        if (is_word_char(c)) {
            put({});
            if (c < 0x80)
                out += static_cast<char>(c);
            else
                append_utf8(out, c);
        } else if (c == U'.' && i > 0 && i + 1 < s.size() && is_digit(s[i - 1]) && is_digit(s[i + 1])) {
            put(".");
        } else if (is_apostrophe(c) || (c == U'.' && word_before(s, i) == 1) || (c == U',' && groups_thousands(s, i))) {
            continue;
        } else if (c == U'&') {
            space = true;
            put("and");
            space = true;
        } else {
            space = true;
        }
    }
    return out;
}

bool is_article(std::string_view word) { return word == "a" || word == "an" || word == "the"; }

}  // namespace

std::u32string code_points(std::string_view text) {
    std::u32string points;
    points.reserve(text.size());
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    std::size_t i = 0;
    while (i < text.size()) {
        utf8proc_int32_t c = 0;
        const auto size = utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &c);
        points += size > 0 ? static_cast<char32_t>(c) : replacement;
        i += size > 0 ? static_cast<std::size_t>(size) : 1;
    }
    return points;
}

std::string plain_lower(std::string_view text) {
    if (is_ascii(text)) {
        std::string out(text);
        for (char& c : out)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return out;
    }
    std::string clean;
    for (const char32_t c : code_points(text))
        append_utf8(clean, c == replacement || c == 0 ? U' ' : c);
    utf8proc_uint8_t* mapped = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                                        UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(clean.data()),
                                   static_cast<utf8proc_ssize_t>(clean.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, Free> owner(mapped);
    if (size < 0) return clean;
    std::string out;
    for (const char32_t c : code_points({reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)})) {
        const std::string_view letter = plain_letter(c);
        if (letter.empty())
            append_utf8(out, c);
        else
            out += letter;
    }
    return out;
}

std::vector<std::string_view> folded_words(std::string_view folded) {
    std::vector<std::string_view> words;
    std::size_t start = 0;
    while (start < folded.size()) {
        const std::size_t end = std::min(folded.find(' ', start), folded.size());
        if (end > start) words.push_back(folded.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

std::string fold(std::string_view text) {
    const std::string all = to_words(code_points(plain_lower(text)));
    const auto words = folded_words(all);
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool clause =
            i > 0 && std::any_of(words[i - 1].begin(), words[i - 1].end(), [](char c) { return c >= '0' && c <= '9'; });
        if (is_article(words[i]) && i + 1 < words.size() && !clause) continue;
        if (!out.empty()) out += ' ';
        out += words[i];
    }
    return out;
}

std::string joined(std::string_view folded) {
    std::string out;
    std::copy_if(folded.begin(), folded.end(), std::back_inserter(out), [](char c) { return c != ' '; });
    return out;
}

}  // namespace cards::answer
