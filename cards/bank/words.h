// words.h - the words of a question, as the rules for good cards look at them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cards::bank {

// A text taken apart once, for all rules to look at.
struct Text {
    explicit Text(std::string_view text);

    std::string raw;
    std::string folded;              // Lower-case words with one space between, possessives without their s.
    std::vector<std::string> words;  // The folded words, articles dropped.
    int length = 0;                  // Words as a reader counts them: between spaces.

    bool has(std::string_view word) const;           // As a whole folded word.
    bool has_phrase(std::string_view phrase) const;  // As whole folded words in a row.
    bool has_any(const std::vector<std::string_view>& phrases) const;
    bool has_prefix(const std::vector<std::string_view>& prefixes) const;  // Of any word.
    bool has_year() const;                                                 // 1000 to 2099, standing alone.

    // The first of `phrases` that occurs; "" where none does.
    std::string_view first_of(const std::vector<std::string_view>& phrases) const;
};

// Whether `part`'s words occur in a row in `whole`; both folded. An empty part
// occurs nowhere.
bool occurs(std::string_view part, std::string_view whole);

// The different words of a folded text that carry its meaning, sorted: no articles,
// prepositions, question words or auxiliary verbs.
std::vector<std::string> content_words(const std::vector<std::string>& words);

// Words that name a type and so may stand in both question and answer: agency,
// court, years …
bool is_type_word(std::string_view word);

// The words that start with a capital letter, as written, without punctuation;
// the first word of the text among them only where `with_first`.
std::vector<std::string> capitalised(std::string_view text, bool with_first);

// How alike two sorted sets of words are: shared words over all words, 0 to 1.
double jaccard(const std::vector<std::string>& a, const std::vector<std::string>& b);

// Code points in `text`.
std::size_t letters(std::string_view text);

}  // namespace cards::bank
