// The rules of the question's wording.
#include <fmt/format.h>

#include <algorithm>

#include "cards/answer/statute.h"
#include "cards/bank/lint_rules.h"

namespace cards::bank {
namespace {

using Phrases = std::vector<std::string_view>;

constexpr const char* field = "question";
constexpr int shortest = 6;
constexpr int longest = 30;

bool asks_with(const std::string& word) {
    static const Phrases words = {"who", "whom", "whose", "what", "which", "when", "where", "how", "why"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

void b1_one_question(const FactText&, const Text& stem, Findings& out) {
    const auto marks = std::count(stem.raw.begin(), stem.raw.end(), '?');
    if (marks != 1 || stem.raw.back() != '?')
        out.push_back(error("B1", field, fmt::format("has {} question marks, or one not at its end", marks),
                            "Ask one question and end it with one question mark."));
}

void b2_length(const FactText&, const Text& stem, Findings& out) {
    if (stem.length < shortest || stem.length > longest)
        out.push_back(
            error("B2", field, fmt::format("has {} words, not {} to {}", stem.length, shortest, longest),
                  stem.length < shortest ? "Name who, where or when." : "Cut what the answer does not need."));
}

void b3_stands_alone(const FactText&, const Text& stem, Findings& out) {
    static const Phrases pointers = {"this article", "this case", "this fact",  "this person",
                                     "this passage", "this text", "this brief", "said article"};
    const std::string_view pointer = stem.first_of(pointers);
    if (!pointer.empty() || stem.raw.find("the article") != std::string::npos ||
        stem.raw.find("the brief") != std::string::npos || stem.raw.find("the passage") != std::string::npos)
        out.push_back(error("B3", field, "points at something the student does not see",
                            "Name the person, court or date instead."));
}

// A pronoun before any name, and no name of the case to explain it.
void b3_pronoun(const FactText& fact, const Text& stem, Findings& out) {
    static const Phrases pronouns = {"he", "she", "him", "his", "her", "hers", "they", "them", "their"};
    for (const Person& person : fact.people) {
        const Text name(person.name);
        if (!name.words.empty() && (stem.has(name.words.front()) || stem.has(name.words.back()))) return;
    }
    const auto names = capitalised(stem.raw, false);
    const std::string first_name = names.empty() ? std::string() : Text(names.front()).folded;
    for (const std::string& word : stem.words) {
        if (!first_name.empty() && word == first_name) return;
        if (std::find(pronouns.begin(), pronouns.end(), word) == pronouns.end()) continue;
        out.push_back(warning("B3", field, fmt::format("has \"{}\" before any name", word), "Name the person first."));
        return;
    }
}

// The words that make an answer what it is; of "18 U.S.C. 794(c)", only "794" and
// "c": its title is part of many questions.
std::vector<std::string> telling_words(const FactText& fact) {
    if (fact.fact.kind == FactKind::Statute) {
        if (const auto statute = answer::read_statute(fact.fact.answer)) {
            std::vector<std::string> words = statute->clauses;
            words.push_back(statute->section);
            return words;
        }
    }
    return content_words(fact.answer.words);
}

void b4_gives_away(const FactText& fact, const Text& stem, Findings& out) {
    const auto words = telling_words(fact);
    const auto types = std::count_if(words.begin(), words.end(), [](const std::string& w) { return is_type_word(w); });
    const auto told = std::count_if(words.begin(), words.end(),
                                    [&](const std::string& w) { return !is_type_word(w) && stem.has(w); });
    const auto all = static_cast<std::ptrdiff_t>(words.size());
    if (told == 0 || told * 2 < all - types) return;
    const std::string what = fmt::format("holds half or more of its answer \"{}\"", fact.fact.answer);
    const std::string fix = "Ask so that the answer's words stay out of the question.";
    // With "agency" and the like counted, less than half may still be told.
    out.push_back(told * 2 >= all ? error("B4", field, what, fix) : warning("B4", field, what, fix));
}

void b5_no_yes_or_no(const FactText&, const Text& stem, Findings& out) {
    static const Phrases openers = {"did",  "was", "were", "is",    "are",  "has",   "have",  "had",
                                    "does", "do",  "can",  "could", "will", "would", "should"};
    const bool opens =
        !stem.words.empty() && std::find(openers.begin(), openers.end(), stem.words.front()) != openers.end();
    const bool asks = std::any_of(stem.words.begin(), stem.words.end(), asks_with);
    if (opens || !asks || stem.has_any({"true or false", "yes or no"}))
        out.push_back(error("B5", field, "can be answered by yes or no",
                            "Start with who, what, which, when, where, how or why."));
}

void b6_no_negative(const FactText&, const Text& stem, Findings& out) {
    static const Phrases negatives = {"not", "never", "except", "neither", "nor"};
    std::string_view found = stem.first_of(negatives);
    if (found == "not" && stem.has_phrase("not guilty") && !stem.has_any({"did not", "was not", "were not", "is not"}))
        found = {};
    if (found.empty() &&
        (stem.raw.find("n't") != std::string::npos || stem.raw.find("n\xE2\x80\x99t") != std::string::npos))
        found = "n't";
    if (!found.empty())
        out.push_back(error("B6", field, fmt::format("is negative (\"{}\")", found), "Ask for what is so."));
}

void b7_no_vague_words(const FactText&, const Text& stem, Findings& out) {
    static const Phrases vague = {"some", "often", "famous", "famously", "several", "notorious", "many times"};
    static const Phrases loose = {"various",   "numerous", "few",       "frequently",
                                  "sometimes", "usually",  "important", "interesting"};
    if (const auto word = stem.first_of(vague); !word.empty())
        out.push_back(error("B7", field, fmt::format("is vague (\"{}\")", word), "Say how many, when or who."));
    else if (const auto weak = stem.first_of(loose); !weak.empty())
        out.push_back(warning("B7", field, fmt::format("is vague (\"{}\")", weak), "Say how many, when or who."));
    const bool many = stem.has("many") && !stem.has_any({"how many", "as many", "in how many", "many times"});
    if (many) out.push_back(warning("B7", field, "is vague (\"many\")", "Say how many."));
}

void b8_one_thing_asked(const FactText&, const Text& stem, Findings& out) {
    for (std::size_t i = 0; i + 1 < stem.words.size(); ++i) {
        if (stem.words[i] != "and" || !asks_with(stem.words[i + 1])) continue;
        // "… and who was never tried" only describes; "and when" asks again.
        const std::string& next = stem.words[i + 1];
        const bool relative = next != "when" && next != "how" && next != "why";
        const std::string what = fmt::format("asks twice (\"and {}\")", stem.words[i + 1]);
        const std::string fix = "Make two questions of it.";
        out.push_back(relative ? warning("B8", field, what, fix) : error("B8", field, what, fix));
        return;
    }
}

// Offices change hands: which year is meant?
void b10_office_with_year(const FactText& fact, const Text& stem, Findings& out) {
    if (stem.has_year()) return;
    const bool acting =
        stem.has("acting") && !stem.has_any({"acting as", "acting for", "acting on", "acting in", "for acting"});
    const bool office =
        stem.has_any({"head of", "is director", "was director", "is head", "was head", "current director"});
    if (acting || office ||
        (fact.fact.kind == FactKind::Role && stem.has_any({"office", "position", "post", "title", "job"})))
        out.push_back(warning("B10", field, "asks about an office without a year", "Add the year it was held."));
}

void b11_worth_asking(const FactText&, const Text& stem, Findings& out) {
    static const Phrases banned = {
        "publication date", "date of publication", "byline",       "headline",          "how old",
        "what age",         "at what age",         "published on", "article published", "wrote article"};
    if (const auto phrase = stem.first_of(banned); !phrase.empty())
        out.push_back(warning("B11", field, fmt::format("asks for something nobody needs (\"{}\")", phrase),
                              "Ask who, for whom, how, how found out, by which law, with what outcome."));
}

void c4_unit(const FactText& fact, const Text& stem, Findings& out) {
    static const Phrases money = {"dollars",  "dollar", "pounds", "euros", "yuan",   "rubles", "roubles", "marks",
                                  "how much", "money",  "sum",    "fine",  "amount", "price",  "paid"};
    static const Phrases time = {"years", "months",   "weeks", "days",   "hours",  "minutes",
                                 "long",  "sentence", "term",  "prison", "period", "time"};
    static const Phrases count = {"how many", "number",  "percent",   "percentage", "share",
                                  "times",    "how far", "how large", "how high",   "how long"};
    const FactKind kind = fact.fact.kind;
    const bool missing = (kind == FactKind::Money && !stem.has_any(money)) ||
                         (kind == FactKind::Duration && !stem.has_any(time)) ||
                         (kind == FactKind::Number && !stem.has_any(count));
    if (missing)
        out.push_back(warning("C4", field, "asks for a number without its unit",
                              "Say how many of what: dollars, years, counts."));
}

// A long word that only the question and the right option share.
void d8_clue(const FactText& fact, const Text& stem, Findings& out) {
    constexpr std::size_t long_word = 5;
    if (fact.wrong.empty()) return;
    for (const std::string& word : content_words(fact.answer.words)) {
        if (word.size() < long_word || is_type_word(word) || !stem.has(word)) continue;
        if (std::any_of(fact.wrong.begin(), fact.wrong.end(), [&](const Text& option) { return option.has(word); }))
            continue;
        out.push_back(warning("D8", field, fmt::format("shares \"{}\" with the right option alone", word),
                              "Reword the question, or choose an option with that word."));
        return;
    }
}

void a10_no_relative_date(const FactText&, const Text& stem, Findings& out) {
    if (const auto words = relative_date(stem); !words.empty())
        out.push_back(
            error("A10", field, fmt::format("has a relative date (\"{}\")", words), "Write the date itself."));
}

using Rule = void (*)(const FactText&, const Text&, Findings&);
constexpr Rule rules[] = {
    b1_one_question,  b2_length,      b3_stands_alone,   b3_pronoun,          b4_gives_away,
    b5_no_yes_or_no,  b6_no_negative, b7_no_vague_words, b8_one_thing_asked,  b10_office_with_year,
    b11_worth_asking, d8_clue,        c4_unit,           a10_no_relative_date};

}  // namespace

std::string_view relative_date(const Text& text) {
    static const Phrases relative = {"last year", "last month", "last week", "this year", "this month",
                                     "next year", "ago",        "recently",  "currently", "yesterday",
                                     "tomorrow",  "nowadays",   "so far",    "at present"};
    static const Phrases weak = {"now", "today"};
    const std::string_view found = text.first_of(relative);
    if (!found.empty() || text.has_phrase("usa today")) return found;
    return text.first_of(weak);
}

void lint_stem(const FactText& fact, const Text& stem, Findings& findings) {
    if (stem.words.empty()) {
        findings.push_back(error("B2", field, "is empty", "Write a question, or remove it."));
        return;
    }
    for (const Rule rule : rules)
        rule(fact, stem, findings);
}

}  // namespace cards::bank
