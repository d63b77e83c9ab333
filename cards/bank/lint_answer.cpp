// The rules of the answer.
#include <fmt/format.h>

#include <algorithm>

#include "cards/answer/date.h"
#include "cards/answer/fold.h"
#include "cards/answer/value.h"
#include "cards/bank/gap.h"
#include "cards/bank/lint_rules.h"

namespace cards::bank {
namespace {

constexpr const char* field = "answer";
constexpr int most_words = 6;
constexpr std::size_t most_letters = 60;

void a2_in_passage(const FactText& text, Findings& out) {
    const Fact& fact = text.fact;
    if (!fact.derived.empty() || fact.passage.empty()) return;
    const auto in_passage = [&](const std::string& spelling) {
        return occurs(Text(spelling).folded, text.passage.folded);
    };
    if (in_passage(fact.answer) || std::any_of(fact.accept.begin(), fact.accept.end(), in_passage)) return;
    out.push_back(error("A2", field, fmt::format("\"{}\" is not in the passage", fact.answer),
                        "Choose a passage that says it, or name the source it is derived from."));
}

// A quotation is exact, but for the form of its quotes and its first letter's case.
void a8_exact_quote(const FactText& text, Findings& out) {
    const Fact& fact = text.fact;
    if (fact.kind != FactKind::Quote || !fact.derived.empty() || fact.passage.empty()) return;
    if (answer::plain_lower(fact.passage).find(answer::plain_lower(fact.answer)) != std::string::npos) return;
    out.push_back(error("A8", field, fmt::format("\"{}\" is not a quotation from the passage", fact.answer),
                        "Quote the words as they stand."));
}

void a10_no_relative_date(const FactText& text, Findings& out) {
    if (text.fact.kind == FactKind::Quote) return;
    if (const auto words = relative_date(text.answer); !words.empty())
        out.push_back(error("A10", field, fmt::format("is a relative date (\"{}\")", words), "Write the date itself."));
}

void c1_short(const FactText& text, Findings& out) {
    const std::size_t size = letters(text.fact.answer);
    if (text.answer.length == 0)
        out.push_back(error("C1", field, "is empty", "Write the shortest right answer."));
    else if (text.answer.length > most_words || size > most_letters)
        out.push_back(error("C1", field,
                            fmt::format("has {} words and {} letters, more than {} or {}", text.answer.length, size,
                                        most_words, most_letters),
                            "Ask for one thing of it."));
}

void c2_one_item(const FactText& text, Findings& out) {
    const std::string& raw = text.fact.answer;
    std::size_t commas = 0;
    for (std::size_t i = 0; i + 1 < raw.size(); ++i)
        if ((raw[i] == ',' || raw[i] == ';') && raw[i + 1] == ' ') ++commas;
    const bool joins = text.answer.has("and");
    if (raw.find(';') != std::string::npos || commas >= 2 || (commas == 1 && joins)) {
        out.push_back(error("C2", field, fmt::format("\"{}\" is a list", raw), "Make a fact of each part."));
        return;
    }
    const FactKind kind = text.fact.kind;
    if (joins &&
        (kind == FactKind::Person || kind == FactKind::Place || kind == FactKind::Date || kind == FactKind::Money))
        out.push_back(warning("C2", field, fmt::format("\"{}\" may be two answers", raw), "Make a fact of each part."));
}

// Dates, money and numbers must be what they say, to be compared by value.
void c3_typed(const FactText& text, Findings& out) {
    const std::string& raw = text.fact.answer;
    const auto untyped = [&](const char* what, const char* fix) {
        out.push_back(warning("C3", field, fmt::format("\"{}\" cannot be read as {}", raw, what), fix));
    };
    switch (text.fact.kind) {
        case FactKind::Date:
            if (answer::read_dates(raw).empty())
                untyped("a date", "Write 22 June 2017, June 2017 or 2017, or choose another kind.");
            break;
        case FactKind::Money:
            if (!answer::read_money(raw)) untyped("money", "Write the currency and the amount: $25,000.");
            break;
        case FactKind::Number:
            if (!answer::read_quantity(raw)) untyped("a number", "Write the number, or choose another kind.");
            break;
        case FactKind::Duration:
            if (!answer::read_duration(raw) && !text.answer.has("life"))
                untyped("a length of time", "Write 20 years or 63 months, or choose another kind.");
            break;
        case FactKind::Statute:
            if (!text.answer.has_prefix({"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}) &&
                !text.answer.has_any({"act", "code", "law", "order", "article", "treaty", "amendment"}))
                untyped("a statute", "Write 18 U.S.C. 794 or the act's name, or choose another kind.");
            break;
        default: break;
    }
}

void c3_spellings(const FactText& text, Findings& out) {
    for (const std::string& spelling : text.fact.accept) {
        const std::string folded = Text(spelling).folded;
        if (folded.empty()) out.push_back(error("C3", "accept", "has an empty spelling", "Remove it."));
        for (const Text& option : text.wrong)
            if (!folded.empty() && option.folded == folded)
                out.push_back(error("C3", "accept", fmt::format("\"{}\" is accepted and also a wrong option", spelling),
                                    "Remove it from one of them."));
    }
}

// The gap form of the card must not be filled in by the words around it.
void b12_gap(const FactText& text, Findings& out) {
    const std::string& answer = text.answer.folded;
    const std::string& claim = text.claim.folded;
    if (!occurs(answer, claim) || make_gap(text.fact)) return;
    const bool twice = occurs(answer, claim.substr(claim.find(answer) + answer.size()));
    if (twice)
        out.push_back(warning("B12", "claim", "holds its answer twice, so no gap can be made of it",
                              "Word it so that the answer stands in it once."));
}

using Rule = void (*)(const FactText&, Findings&);
constexpr Rule rules[] = {a2_in_passage, a8_exact_quote, a10_no_relative_date, c1_short,
                          c2_one_item,   c3_typed,       c3_spellings,         b12_gap};

}  // namespace

void lint_answer(const FactText& fact, Findings& findings) {
    for (const Rule rule : rules)
        rule(fact, findings);
}

}  // namespace cards::bank
