#include "cards/bank/words.h"

#include <algorithm>
#include <iterator>

#include "cards/answer/fold.h"

namespace cards::bank {
namespace {

constexpr std::string_view stop_words[] = {
    "a",      "an",   "the",   "of",    "in",    "on",   "at",    "to",     "for",    "from",  "by",   "with", "and",
    "or",     "as",   "was",   "were",  "is",    "are",  "be",    "been",   "did",    "do",    "does", "what", "which",
    "who",    "whom", "whose", "when",  "where", "how",  "many",  "much",   "year",   "month", "day",  "date", "kind",
    "that",   "his",  "her",   "their", "its",   "had",  "has",   "have",   "it",     "he",    "she",  "they", "first",
    "under",  "this", "these", "those", "than",  "into", "after", "before", "during", "about", "s",    "name", "named",
    "called", "him",  "them",  "not",   "but",   "no",   "u",     "us"};

constexpr std::string_view type_words[] = {
    "agency",   "command", "division",    "court",       "department", "service",  "services", "office",
    "bureau",   "act",     "committee",   "company",     "prison",     "district", "ministry", "judge",
    "officer",  "circuit", "years",       "year",        "months",     "month",    "days",     "weeks",
    "dollars",  "dollar",  "pounds",      "million",     "thousand",   "u.s.c",    "usc",      "section",
    "state",    "city",    "county",      "corporation", "commission", "center",   "centre",   "directorate",
    "attorney", "general", "agent",       "agents",      "director",   "motion",   "sentence", "charge",
    "charges",  "counts",  "information", "government",  "embassy",    "airport",  "street"};

// Possessives would hide a word: "China's" is about China.
std::string without_possessives(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    constexpr std::string_view curly = "\xE2\x80\x99";
    const auto ends_word = [&](std::size_t i) {
        return i >= text.size() || text[i] == ' ' || text[i] == '?' || text[i] == ',' || text[i] == '.' ||
               text[i] == '"';
    };
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t mark = text[i] == '\'' ? 1 : text.substr(i, 3) == curly ? 3 : 0;
        if (mark != 0 && i > 0 && i + mark < text.size() && text[i + mark] == 's' && ends_word(i + mark + 1))
            i += mark + 1;
        else
            out += text[i++];
    }
    return out;
}

int count_words(std::string_view text) {
    int count = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\t' || c == '\n';
        if (!space && !inside) ++count;
        inside = !space;
    }
    return count;
}

}  // namespace

Text::Text(std::string_view text)
    : raw(text), folded(answer::fold(without_possessives(text))), length(count_words(text)) {
    for (const std::string_view word : answer::folded_words(folded))
        words.emplace_back(word);
}

bool Text::has(std::string_view word) const { return std::find(words.begin(), words.end(), word) != words.end(); }

bool Text::has_phrase(std::string_view phrase) const { return occurs(phrase, folded); }

std::string_view Text::first_of(const std::vector<std::string_view>& phrases) const {
    const auto found = std::find_if(phrases.begin(), phrases.end(), [&](std::string_view p) { return has_phrase(p); });
    return found == phrases.end() ? std::string_view() : *found;
}

bool Text::has_any(const std::vector<std::string_view>& phrases) const { return !first_of(phrases).empty(); }

bool Text::has_prefix(const std::vector<std::string_view>& prefixes) const {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::any_of(prefixes.begin(), prefixes.end(),
                           [&](std::string_view prefix) { return word.compare(0, prefix.size(), prefix) == 0; });
    });
}

bool Text::has_year() const {
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        const bool digits = word.size() >= 4 &&
                            std::all_of(word.begin(), word.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
        // "1985" and "1980s".
        return digits && (word.size() == 4 || word.substr(4) == "s") &&
               (word[0] == '1' || word.compare(0, 2, "20") == 0);
    });
}

bool occurs(std::string_view part, std::string_view whole) {
    if (part.empty()) return false;
    for (std::size_t at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
        const bool starts = at == 0 || whole[at - 1] == ' ';
        const std::size_t end = at + part.size();
        if (starts && (end == whole.size() || whole[end] == ' ')) return true;
    }
    return false;
}

std::vector<std::string> content_words(const std::vector<std::string>& words) {
    std::vector<std::string> content;
    for (const std::string& word : words)
        if (std::find(std::begin(stop_words), std::end(stop_words), word) == std::end(stop_words))
            content.push_back(word);
    std::sort(content.begin(), content.end());
    content.erase(std::unique(content.begin(), content.end()), content.end());
    return content;
}

bool is_type_word(std::string_view word) {
    return std::find(std::begin(type_words), std::end(type_words), word) != std::end(type_words);
}

std::vector<std::string> capitalised(std::string_view text, bool with_first) {
    std::vector<std::string> found;
    bool first = true;
    for (std::size_t i = 0; i < text.size();) {
        const auto is_letter = [&](std::size_t k) {
            const auto c = static_cast<unsigned char>(text[k]);
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' || (c >= 0xC3 && c < 0xE0);
        };
        const auto is_tail = [&](std::size_t k) { return (static_cast<unsigned char>(text[k]) & 0xC0U) == 0x80U; };
        if (!is_letter(i)) {
            // The point of "U.S." or "T.S." ends no sentence.
            const bool abbreviates = i > 0 && text[i - 1] >= 'A' && text[i - 1] <= 'Z';
            if ((text[i] == '.' && !abbreviates) || text[i] == '?' || text[i] == '\n') first = true;
            ++i;
            continue;
        }
        const std::size_t start = i;
        while (i < text.size() && (is_letter(i) || is_tail(i)))
            ++i;
        if (text[start] >= 'A' && text[start] <= 'Z' && (with_first || !first))
            found.emplace_back(text.substr(start, i - start));
        first = false;
    }
    return found;
}

double jaccard(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::size_t shared = 0;
    auto i = a.begin();
    auto j = b.begin();
    while (i != a.end() && j != b.end()) {
        const int order = i->compare(*j);
        if (order == 0) ++shared;
        if (order <= 0) ++i;
        if (order >= 0) ++j;
    }
    const std::size_t all = a.size() + b.size() - shared;
    return all == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(all);
}

std::size_t letters(std::string_view text) { return answer::code_points(text).size(); }

}  // namespace cards::bank
