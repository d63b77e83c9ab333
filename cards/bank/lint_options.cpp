// The rules of the wrong options.
#include <fmt/format.h>

#include <algorithm>

#include "cards/answer/date.h"
#include "cards/answer/judge.h"
#include "cards/answer/value.h"
#include "cards/bank/lint_rules.h"

namespace cards::bank {
namespace {

constexpr const char* field = "wrong";
constexpr std::size_t fewest = 3;
constexpr std::size_t most = 4;

bool is_measured(FactKind kind) {
    return kind == FactKind::Date || kind == FactKind::Money || kind == FactKind::Number;
}

void d1_how_many(const FactText& text, Findings& out) {
    const std::size_t count = text.wrong.size();
    if (count < fewest)
        out.push_back(warning("D1", field, fmt::format("has {} options, not {} or {}", count, fewest, most),
                              "Add options; until then other facts lend theirs."));
    else if (count > most)
        out.push_back(error("D1", field, fmt::format("has {} options, not {} or {}", count, fewest, most),
                            "Keep the most plausible ones."));
}

void d2_distinct(const FactText& text, Findings& out) {
    const auto& wrong = text.wrong;
    for (std::size_t i = 0; i < wrong.size(); ++i) {
        if (wrong[i].folded.empty()) out.push_back(error("D2", field, "has an empty option", "Remove it."));
        for (std::size_t j = 0; j < i; ++j) {
            if (wrong[i].folded == wrong[j].folded)
                out.push_back(
                    error("D2", field, fmt::format("has \"{}\" twice", wrong[i].raw), "Choose another option."));
            else if (occurs(wrong[i].folded, wrong[j].folded) || occurs(wrong[j].folded, wrong[i].folded))
                out.push_back(warning("D2", field, fmt::format("\"{}\" and \"{}\" overlap", wrong[j].raw, wrong[i].raw),
                                      "Choose options that exclude each other."));
        }
    }
}

// No option may be right: not by another spelling, nor by value, nor as a part.
void d2_not_the_answer(const FactText& text, Findings& out) {
    Fact bare = text.fact;
    bare.wrong.clear();
    for (const Text& option : text.wrong) {
        if (option.folded.empty()) continue;
        const std::string& answer = text.answer.folded;
        if (answer::judge(bare, option.raw).verdict == answer::Verdict::Right)
            out.push_back(error("D2", field,
                                fmt::format("\"{}\" is right too: it stands for \"{}\"", option.raw, text.fact.answer),
                                "Choose another option."));
        else if (occurs(option.folded, answer) || occurs(answer, option.folded))
            out.push_back(error(
                "D2", field, fmt::format("\"{}\" and the answer \"{}\" hold one another", option.raw, text.fact.answer),
                "Choose an option of other words."));
    }
}

void d3_same_kind(const FactText& text, Findings& out) {
    const FactKind kind = text.fact.kind;
    if (!is_measured(kind) || !answer::order_of(kind, text.fact.answer)) return;
    for (const Text& option : text.wrong) {
        if (option.folded.empty() || answer::order_of(kind, option.raw)) continue;
        out.push_back(warning("D3", field, fmt::format("\"{}\" is no {} like the answer", option.raw, to_text(kind)),
                              "Write it in the answer's form."));
    }
    if (kind != FactKind::Date) return;
    const PartialDate right = answer::read_dates(text.fact.answer).front().date;
    for (const Text& option : text.wrong) {
        const auto readings = answer::read_dates(option.raw);
        if (readings.empty()) continue;
        const PartialDate& date = readings.front().date;
        if ((date.day != 0) != (right.day != 0) || (date.month != 0) != (right.month != 0))
            out.push_back(warning("D3", field,
                                  fmt::format("\"{}\" is more or less precise than the answer", option.raw),
                                  "Give day, month and year as the answer does."));
    }
}

void d4_length(const FactText& text, Findings& out) {
    if (text.wrong.size() < 2) return;
    std::vector<std::size_t> sizes;
    for (const Text& option : text.wrong)
        sizes.push_back(letters(option.raw));
    std::sort(sizes.begin(), sizes.end());
    const std::size_t middle = sizes[sizes.size() / 2];
    const std::size_t size = letters(text.fact.answer);
    if (size * 2 < middle || size > middle * 2)
        out.push_back(warning("D4", field, fmt::format("the answer has {} letters, the middle option {}", size, middle),
                              "Choose options of like length: length tells."));
}

void d5_no_catch_all(const FactText& text, Findings& out) {
    // Folded, so without articles.
    static const std::vector<std::string_view> phrases = {"all of above",  "none of above",  "all of these",
                                                          "none of these", "all of them",    "none of them",
                                                          "both of above", "cannot be known"};
    for (const Text& option : text.wrong)
        if (option.has_any(phrases))
            out.push_back(error("D5", field, fmt::format("\"{}\" is a catch-all", option.raw),
                                "Choose a plausible wrong answer."));
}

// Orders of magnitude give a number away.
void d10_family(const FactText& text, Findings& out) {
    const FactKind kind = text.fact.kind;
    if (kind != FactKind::Money && kind != FactKind::Number) return;
    const auto right = answer::order_of(kind, text.fact.answer);
    if (!right || *right <= 0) return;
    for (const Text& option : text.wrong) {
        const auto value = answer::order_of(kind, option.raw);
        if (value && *value > 0 && (*value > *right * 100 || *right > *value * 100))
            out.push_back(warning("D10", field, fmt::format("\"{}\" is more than a hundred times off", option.raw),
                                  "Choose a number from the same family of cases."));
    }
}

using Rule = void (*)(const FactText&, Findings&);
constexpr Rule rules[] = {d1_how_many, d2_distinct,     d2_not_the_answer, d3_same_kind,
                          d4_length,   d5_no_catch_all, d10_family};

}  // namespace

void lint_options(const FactText& fact, Findings& findings) {
    for (const Rule rule : rules)
        rule(fact, findings);
}

}  // namespace cards::bank
