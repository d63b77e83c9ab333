// report.h - a bank of case files in figures.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "cards/bank/check.h"

namespace cards::bank {

// An answer and how many facts have it.
struct AnswerCount {
    std::string answer;
    std::size_t facts = 0;
    bool operator==(const AnswerCount&) const = default;
};

// Retired facts and questions are counted as retired and nowhere else.
struct BankReport {
    std::size_t cases = 0;    // Files of kind case …
    std::size_t general = 0;  // … and of kind general.
    std::size_t facts = 0;
    std::size_t questions = 0;
    std::size_t retired_facts = 0;
    std::size_t retired_questions = 0;
    std::size_t people = 0;
    std::size_t sources = 0;
    std::size_t sources_read = 0;
    std::array<std::size_t, 14> by_kind{};    // Facts, in the order of fact_kind_words().
    std::array<std::size_t, 5> by_status{};   // Facts, in the order of fact_status_words().
    std::array<std::size_t, 4> by_tier{};     // Sources, in the order of source_tier_words().
    std::vector<std::string> unchecked;       // Ids of facts nobody found on a page.
    std::vector<AnswerCount> common_answers;  // Of three facts or more, the most common first.
    std::size_t with_options = 0;             // Facts with two or more wrong options.
    double longest_option_rate = 0.0;         // Share of those whose answer is longer than each wrong option.
    std::size_t two_questions = 0;            // Facts with two or more questions.
};

BankReport report(const std::vector<NamedCase>& bank);

// For people: a line a figure.
std::string to_table(const BankReport& report);

// For programs: one JSON object, indented by two.
std::string to_json(const BankReport& report);

}  // namespace cards::bank
