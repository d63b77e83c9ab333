#include "cards/bank/report.h"

#include <nlohmann/json.hpp>

#include "bank_data.h"
#include "third_party/catch2.h"

using cards::bank::BankReport;
using cards::bank::report;

TEST_CASE("A report counts what is asked and leaves out what is retired", "[bank][report]") {
    cards::CaseFile c = bank_data::heron();
    c.facts[4].checked = false;
    c.facts[5].retired = true;
    const BankReport r = report({{"heron.toml", c}});
    CHECK(r.cases == 1);
    CHECK(r.general == 0);
    CHECK(r.facts == 5);
    CHECK(r.questions == 5);
    CHECK(r.retired_facts == 1);
    CHECK(r.retired_questions == 2);
    CHECK(r.people == 4);
    CHECK(r.sources == 4);
    CHECK(r.sources_read == 3);
    CHECK(r.by_kind[static_cast<std::size_t>(cards::FactKind::Method)] == 1);
    CHECK(r.by_kind[static_cast<std::size_t>(cards::FactKind::Number)] == 0);
    CHECK(r.by_status[0] == 5);
    CHECK(r.by_tier[static_cast<std::size_t>(cards::SourceTier::Press)] == 2);
    CHECK(r.unchecked == std::vector<std::string>{"heron.sentence"});
    CHECK(r.with_options == 5);
    CHECK(r.longest_option_rate == Approx(0.2));  // The charge alone.
    CHECK(r.common_answers.empty());
}

TEST_CASE("Answers of three facts or more are listed, the most common first", "[bank][report]") {
    cards::CaseFile c = bank_data::heron();
    for (std::size_t i = 0; i < 3; ++i)
        c.facts[i].answer = i == 1 ? "the Ruritania" : "Ruritania";
    const BankReport r = report({{"heron.toml", c}});
    CHECK(r.common_answers == std::vector<cards::bank::AnswerCount>{{"Ruritania", 3}});
}

TEST_CASE("A report of nothing is all zeros", "[bank][report]") {
    const BankReport r = report({});
    CHECK(r.facts == 0);
    CHECK(r.longest_option_rate == 0.0);
    CHECK(to_table(r).find("facts") != std::string::npos);
}

TEST_CASE("A report reads as a table and as JSON", "[bank][report]") {
    const BankReport r = report({{"heron.toml", bank_data::heron()}});
    const std::string table = to_table(r);
    CHECK(table.find("facts                  6\n") != std::string::npos);
    CHECK(table.find("  alleged              1\n") != std::string::npos);
    const auto json = nlohmann::json::parse(to_json(r));
    CHECK(json["facts"] == 6);
    CHECK(json["by_kind"]["outcome"] == 1);
    CHECK(json["by_status"]["alleged"] == 1);
    CHECK(json["by_tier"]["court"] == 1);
    CHECK(json["unchecked"].empty());
}
