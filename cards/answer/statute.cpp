#include "cards/answer/statute.h"

#include <algorithm>

#include "cards/answer/tokens.h"

namespace cards::answer {
namespace {

bool is_number(const Token& token) { return token.kind == Token::Kind::Number && token.decimals == 0; }

// "u.s.c.", however it was spaced.
std::size_t skip_code(const std::vector<Token>& all, std::size_t i) {
    std::string letters;
    const std::size_t start = i;
    while (i < all.size() && all[i].kind == Token::Kind::Word && letters.size() < 4) {
        letters += all[i].text;
        ++i;
        if (letters == "usc" || letters == "usca" || letters == "uscode") return i;
        if (letters == "us" && i < all.size() && all[i].is("code")) return i + 1;
    }
    return start;
}

std::size_t skip_section_word(const std::vector<Token>& all, std::size_t i) {
    while (i < all.size() && (all[i].is("section") || all[i].is("sec") || all[i].is("s") || all[i].is("§")))
        ++i;
    return i;
}

// "(a)(2)", "a", "(c)": to the end of the text.
bool read_clauses(const std::vector<Token>& all, std::size_t i, Statute& statute) {
    for (; i < all.size(); ++i) {
        if (all[i].is("(") || all[i].is(")")) continue;
        if (all[i].text.size() > 2 || all[i].kind == Token::Kind::Sign) return false;
        statute.clauses.push_back(all[i].text);
    }
    return statute.clauses.size() <= 5;
}

}  // namespace

std::optional<Statute> read_statute(std::string_view text) {
    if (text.size() > 100) return std::nullopt;
    const std::vector<Token> all = tokens(text);
    Statute statute;
    std::size_t i = 0;
    if (i < all.size() && all[i].is("title")) ++i;
    const std::size_t after_title = i + 1 < all.size() && is_number(all[i]) ? skip_code(all, i + 1) : i + 1;
    if (i < all.size() && is_number(all[i]) && after_title < all.size() &&
        (after_title > i + 1 || skip_section_word(all, i + 1) > i + 1)) {
        statute.title = all[i].text;
        i = after_title;
    }
    i = skip_section_word(all, i);
    if (i >= all.size() || !is_number(all[i])) return std::nullopt;
    statute.section = all[i].text;
    if (!read_clauses(all, i + 1, statute)) return std::nullopt;
    return statute;
}

bool agrees(const Statute& typed, const Statute& asked) {
    if (typed.section != asked.section) return false;
    if (!typed.title.empty() && !asked.title.empty() && typed.title != asked.title) return false;
    return typed.clauses.size() >= asked.clauses.size() &&
           std::equal(asked.clauses.begin(), asked.clauses.end(), typed.clauses.begin());
}

}  // namespace cards::answer
