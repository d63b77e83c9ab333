#include "cards/answer/judge.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cards/answer/distance.h"
#include "cards/answer/fold.h"
#include "cards/answer/value.h"

namespace cards::answer {
namespace {

using WordList = std::vector<std::string_view>;

// A rating after this long is no easy recall any more.
constexpr int slow_ms = 20'000;

// Surnames of two well-known people: here a letter decides.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> twins = {
    {{"hansen", "hanssen"}, {"mak", "ma"}, {"lee", "li"}}};

bool are_twins(std::string_view a, std::string_view b) {
    return std::any_of(twins.begin(), twins.end(), [&](const auto& pair) {
        return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a);
    });
}

bool has_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "fourth" and "4th", "two" and "2" are the same word.
std::string_view figure(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 24> figures = {
        {{"one", "1"},      {"two", "2"},      {"three", "3"},       {"four", "4"},      {"five", "5"},
         {"six", "6"},      {"seven", "7"},    {"eight", "8"},       {"nine", "9"},      {"ten", "10"},
         {"eleven", "11"},  {"twelve", "12"},  {"first", "1st"},     {"second", "2nd"},  {"third", "3rd"},
         {"fourth", "4th"}, {"fifth", "5th"},  {"sixth", "6th"},     {"seventh", "7th"}, {"eighth", "8th"},
         {"ninth", "9th"},  {"tenth", "10th"}, {"eleventh", "11th"}, {"twelfth", "12th"}}};
    for (const auto& pair : figures)
        if (pair.first == word) return pair.second;
    return word;
}

bool same_words(const WordList& a, const WordList& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](std::string_view x, std::string_view y) { return figure(x) == figure(y); });
}

// Whether each word of `typed` is its fellow in `right`, typing errors allowed.
bool same_but_for_typos(const WordList& typed, const WordList& right) {
    if (typed.size() != right.size()) return false;
    int errors = 0;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (figure(typed[i]) == figure(right[i])) continue;
        if (has_digit(typed[i]) || are_twins(typed[i], right[i])) return false;
        const int apart = distance(typed[i], right[i]);
        if (apart > allowance(right[i])) return false;
        errors += apart;
    }
    return errors <= 3;
}

bool is_suffix(std::string_view word) {
    for (const std::string_view suffix : {"jr", "sr", "ii", "iii", "iv"})
        if (word == suffix) return true;
    return false;
}

WordList without_suffix(WordList words) {
    while (words.size() > 1 && is_suffix(words.back()))
        words.pop_back();
    return words;
}

// "J Smith" and "John Q Smith" name John Smith; "Jane Smith" does not.
bool same_person(const WordList& typed, const WordList& right) {
    if (typed.size() < 2 || right.size() < 2 || typed.back() != right.back()) return false;
    const auto initial_of = [](std::string_view a, std::string_view b) { return a.size() == 1 && b.substr(0, 1) == a; };
    const bool first_agrees = typed.front() == right.front() || initial_of(typed.front(), right.front()) ||
                              initial_of(right.front(), typed.front());
    if (!first_agrees) return false;
    // Middle names may be left out on one side only.
    return typed.size() == 2 || right.size() == 2;
}

bool has_word(std::string_view text, std::string_view word) {
    const std::string folded = fold(text);
    const WordList words = folded_words(folded);
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether a surname alone can mean another person of the card.
bool is_ambiguous(const Fact& fact, std::string_view surname) {
    for (const std::string& option : fact.wrong)
        if (has_word(option, surname)) return true;
    for (const Question& question : fact.questions)
        if (has_word(question.text, surname)) return true;
    return false;
}

Verdict judge_person(const Fact& fact, const WordList& typed_all, const WordList& right_all) {
    const WordList typed = without_suffix(typed_all);
    const WordList right = without_suffix(right_all);
    if (typed.empty() || right.empty()) return Verdict::Wrong;
    if (same_person(typed, right)) return Verdict::Right;
    WordList sorted_typed = typed;
    WordList sorted_right = right;
    std::sort(sorted_typed.begin(), sorted_typed.end());
    std::sort(sorted_right.begin(), sorted_right.end());
    if (same_words(sorted_typed, sorted_right)) return Verdict::Right;
    if (same_but_for_typos(typed, right)) return Verdict::Typo;
    if (typed.size() != 1 || right.size() < 2 || is_ambiguous(fact, right.back())) return Verdict::Wrong;
    if (typed.front() == right.back()) return Verdict::Right;
    return same_but_for_typos(typed, {right.back()}) ? Verdict::Typo : Verdict::Wrong;
}

// How what was typed stands to one accepted spelling.
Verdict judge_spelling(const Fact& fact, std::string_view raw, std::string_view folded, std::string_view right) {
    const std::string folded_right = fold(right);
    if (!folded.empty() && (folded == folded_right || joined(folded) == joined(folded_right))) return Verdict::Right;
    switch (compare_values(fact.kind, raw, right)) {
        case Match::Same: return Verdict::Right;
        case Match::Typo: return Verdict::Typo;
        case Match::Different: return Verdict::Wrong;
        case Match::NoValue: break;
    }
    const WordList typed_words = folded_words(folded);
    const WordList right_words = folded_words(folded_right);
    if (typed_words.empty() || right_words.empty()) return Verdict::Wrong;
    if (same_words(typed_words, right_words)) return Verdict::Right;
    if (fact.kind == FactKind::Person) return judge_person(fact, typed_words, right_words);
    return same_but_for_typos(typed_words, right_words) ? Verdict::Typo : Verdict::Wrong;
}

std::string surname_of(std::string_view folded) {
    const WordList words = without_suffix(folded_words(folded));
    return words.empty() ? std::string() : std::string(words.back());
}

// Whether what was typed with an error is as near to something else. Of people, a
// wrong surname is also held against the others' surnames.
bool is_nearer(std::string_view typed, std::string_view right_text, const std::vector<std::string>& others,
               bool person) {
    const std::string right = fold(right_text);
    const bool one_word = typed.find(' ') == std::string_view::npos;
    const std::string typed_surname = surname_of(typed);
    const int surname_to_right = distance(typed_surname, surname_of(right));
    const int to_right = person && one_word ? surname_to_right : distance(typed, right);
    for (const std::string& other : others) {
        const std::string folded = fold(other);
        if (distance(typed, folded) <= to_right) return true;
        if (person && surname_to_right > 0 && distance(typed_surname, surname_of(folded)) <= surname_to_right)
            return true;
    }
    return false;
}

}  // namespace

Judgement judge(const Fact& fact, std::string_view typed) { return judge(fact, typed, {}); }

Judgement judge(const Fact& fact, std::string_view typed, const std::vector<std::string>& others) {
    if (typed.find_first_not_of(" \t\r\n") == std::string_view::npos) return {Verdict::Empty, {}};
    if (typed.size() > 1'000) return {Verdict::Wrong, {}};
    const std::string folded = fold(typed);
    const bool person = fact.kind == FactKind::Person;

    std::vector<std::string> spellings = {fact.answer};
    spellings.insert(spellings.end(), fact.accept.begin(), fact.accept.end());
    Judgement best;
    for (const std::string& right : spellings) {
        const Verdict verdict = judge_spelling(fact, typed, folded, right);
        if (verdict == Verdict::Right) return {Verdict::Right, right};
        if (verdict == Verdict::Typo && best.verdict == Verdict::Wrong &&
            !is_nearer(folded, right, fact.wrong, person) && !is_nearer(folded, right, others, person))
            best = {Verdict::Typo, right};
    }
    return best;
}

Rating proposed_rating(Verdict verdict, int took_ms) noexcept {
    switch (verdict) {
        case Verdict::Right: return Rating::Good;
        case Verdict::Typo: return took_ms > slow_ms ? Rating::Hard : Rating::Good;
        case Verdict::Wrong:
        case Verdict::Empty: break;
    }
    return Rating::Again;
}

}  // namespace cards::answer
