#include "cards/answer/tokens.h"

#include "cards/answer/fold.h"

namespace cards::answer {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

// Signs with a meaning of their own; any other is dropped.
struct Sign {
    std::string_view bytes;
    std::string_view name;
};
constexpr Sign signs[] = {{"$", "$"}, {"£", "£"}, {"€", "€"}, {"¥", "¥"}, {"%", "%"},
                          {"§", "§"}, {"(", "("}, {")", ")"}, {"/", "/"}, {".", "."}};

// Whether `text` at `i` is a comma or apostrophe before exactly three digits.
bool separates_thousands(std::string_view text, std::size_t i) {
    if (text[i] != ',' || i + 3 >= text.size()) return false;
    for (std::size_t k = 1; k <= 3; ++k)
        if (!is_digit(text[i + k])) return false;
    return i + 4 >= text.size() || !is_digit(text[i + 4]);
}

std::size_t read_number(std::string_view text, std::size_t i, Token& token) {
    token.kind = Token::Kind::Number;
    bool point = false;
    while (i < text.size()) {
        if (is_digit(text[i])) {
            token.text += text[i];
            if (point) ++token.decimals;
        } else if (!point && text[i] == '.' && i + 1 < text.size() && is_digit(text[i + 1])) {
            point = true;
        } else if (point || !separates_thousands(text, i)) {
            break;
        }
        ++i;
    }
    if (token.text.size() > 15) {
        token.kind = Token::Kind::Word;
        return i;
    }
    for (const char c : token.text)
        token.mantissa = token.mantissa * 10 + (c - '0');
    return i;
}

}  // namespace

std::vector<Token> tokens(std::string_view raw) {
    const std::string text = plain_lower(raw);
    std::vector<Token> out;
    std::size_t i = 0;
    while (i < text.size()) {
        Token token;
        if (is_digit(text[i])) {
            i = read_number(text, i, token);
            out.push_back(std::move(token));
            continue;
        }
        const Sign* found = nullptr;
        for (const Sign& sign : signs)
            if (std::string_view(text).substr(i, sign.bytes.size()) == sign.bytes) found = &sign;
        if (found != nullptr) {
            token.kind = Token::Kind::Sign;
            token.text = found->name;
            if (token.text != ".") out.push_back(std::move(token));
            i += found->bytes.size();
        } else if (is_letter(text[i])) {
            while (i < text.size() && (is_letter(text[i]) || text[i] == '.' || text[i] == '\'')) {
                if (text[i] != '.' && text[i] != '\'') token.text += text[i];
                ++i;
            }
            out.push_back(std::move(token));
        } else {
            ++i;
        }
    }
    return out;
}

}  // namespace cards::answer
