#include "cards/bank/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "cards/bank/words.h"

namespace cards::bank {
namespace {

constexpr std::size_t common = 3;

void count_fact(const Fact& fact, BankReport& r, std::map<std::string, AnswerCount>& answers, std::size_t& longest) {
    if (fact.retired) {
        ++r.retired_facts;
        r.retired_questions += fact.questions.size();
        return;
    }
    ++r.facts;
    ++r.by_kind.at(static_cast<std::size_t>(fact.kind));
    ++r.by_status.at(static_cast<std::size_t>(fact.status));
    if (!fact.checked) r.unchecked.push_back(fact.id);
    std::size_t asked = 0;
    for (const Question& question : fact.questions)
        ++(question.retired ? r.retired_questions : asked);
    r.questions += asked;
    if (asked > 1) ++r.two_questions;
    AnswerCount& answer = answers[Text(fact.answer).folded];
    if (answer.facts++ == 0) answer.answer = fact.answer;
    if (fact.wrong.size() < 2) return;
    ++r.with_options;
    const std::size_t size = letters(fact.answer);
    if (std::all_of(fact.wrong.begin(), fact.wrong.end(),
                    [&](const std::string& option) { return letters(option) < size; }))
        ++longest;
}

template <std::size_t n>
void add_counts(std::string& out, std::string_view title, const std::array<std::size_t, n>& counts,
                const std::vector<std::string_view>& words) {
    out += fmt::format("{}\n", title);
    for (std::size_t i = 0; i < n; ++i)
        if (counts[i] > 0) out += fmt::format("  {:<16}{:>6}\n", words[i], counts[i]);
}

template <std::size_t n>
nlohmann::ordered_json counts_json(const std::array<std::size_t, n>& counts,
                                   const std::vector<std::string_view>& words) {
    auto json = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < n; ++i)
        json[std::string(words[i])] = counts[i];
    return json;
}

}  // namespace

BankReport report(const std::vector<NamedCase>& bank) {
    BankReport r;
    std::map<std::string, AnswerCount> answers;
    std::size_t longest = 0;
    for (const NamedCase& entry : bank) {
        const CaseFile& c = entry.casefile;
        ++(c.kind == CaseKind::Case ? r.cases : r.general);
        r.people += c.people.size();
        r.sources += c.sources.size();
        for (const Source& source : c.sources) {
            ++r.by_tier.at(static_cast<std::size_t>(source.tier));
            if (source.read) ++r.sources_read;
        }
        for (const Fact& fact : c.facts)
            count_fact(fact, r, answers, longest);
    }
    for (auto& answer : answers)
        if (answer.second.facts >= common) r.common_answers.push_back(std::move(answer.second));
    std::stable_sort(r.common_answers.begin(), r.common_answers.end(),
                     [](const AnswerCount& a, const AnswerCount& b) { return a.facts > b.facts; });
    if (r.with_options > 0) r.longest_option_rate = static_cast<double>(longest) / static_cast<double>(r.with_options);
    return r;
}

std::string to_table(const BankReport& r) {
    std::string out;
    const auto line = [&](std::string_view name, std::size_t value) {
        out += fmt::format("{:<18}{:>6}\n", name, value);
    };
    line("cases", r.cases);
    line("general files", r.general);
    line("facts", r.facts);
    line("questions", r.questions);
    line("facts asked twice", r.two_questions);
    if (r.retired_facts > 0) line("retired facts", r.retired_facts);
    if (r.retired_questions > 0) line("retired questions", r.retired_questions);
    line("people", r.people);
    line("sources", r.sources);
    line("sources read", r.sources_read);
    add_counts(out, "facts by kind", r.by_kind, fact_kind_words());
    add_counts(out, "facts by status", r.by_status, fact_status_words());
    add_counts(out, "sources by tier", r.by_tier, source_tier_words());
    out += fmt::format("right answer is the longest option in {:.0f} % of {} facts\n", r.longest_option_rate * 100,
                       r.with_options);
    if (!r.common_answers.empty()) out += "answers of three facts or more\n";
    for (const AnswerCount& answer : r.common_answers)
        out += fmt::format("  {:>3}  {}\n", answer.facts, answer.answer);
    if (!r.unchecked.empty()) out += "facts not checked\n";
    for (const std::string& id : r.unchecked)
        out += fmt::format("  {}\n", id);
    return out;
}

std::string to_json(const BankReport& r) {
    auto common_answers = nlohmann::ordered_json::array();
    for (const AnswerCount& answer : r.common_answers)
        common_answers.push_back({{"answer", answer.answer}, {"facts", answer.facts}});
    nlohmann::ordered_json json;
    json["cases"] = r.cases;
    json["general"] = r.general;
    json["facts"] = r.facts;
    json["questions"] = r.questions;
    json["two_questions"] = r.two_questions;
    json["retired_facts"] = r.retired_facts;
    json["retired_questions"] = r.retired_questions;
    json["people"] = r.people;
    json["sources"] = r.sources;
    json["sources_read"] = r.sources_read;
    json["by_kind"] = counts_json(r.by_kind, fact_kind_words());
    json["by_status"] = counts_json(r.by_status, fact_status_words());
    json["by_tier"] = counts_json(r.by_tier, source_tier_words());
    json["with_options"] = r.with_options;
    json["longest_option_rate"] = r.longest_option_rate;
    json["common_answers"] = std::move(common_answers);
    json["unchecked"] = r.unchecked;
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace cards::bank
