// Reads and checks the whole shipped bank, as `casebook bank check` does, and groups
// 250 facts that may be taken for each other, as a day's queue does. Prints
// milliseconds against the limits. Ends with 1 where one is passed.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cards/bank/check.h"
#include "cards/bank/interference.h"
#include "cards/bank/reader.h"
#include "tests/bench/peer.h"

namespace {

constexpr int runs = 7;
constexpr double check_limit_ms = 1'000.0;
constexpr double groups_limit_ms = 2.0;
constexpr std::size_t facts_of_a_day = 250;

using Texts = std::vector<std::pair<std::string, std::string>>;

Texts shipped() {
    Texts texts;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(CASEBOOK_SOURCE_DIR) + "/assets/cases")) {
        if (entry.path().extension() != ".toml") continue;
        std::ostringstream text;
        text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        texts.emplace_back(entry.path().filename().string(), text.str());
    }
    std::sort(texts.begin(), texts.end());
    return texts;
}

std::vector<cards::bank::NamedCase> read(const Texts& texts) {
    std::vector<cards::bank::NamedCase> bank;
    for (const auto& [name, text] : texts) {
        auto result = cards::bank::read_casefile(text, name);
        if (result.casefile) bank.push_back({name, std::move(*result.casefile)});
    }
    return bank;
}

// The median time of `work`, in milliseconds.
template <typename Work>
double timed(const Work& work) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const double begun = cards::seconds_now();
        work();
        times.push_back((cards::seconds_now() - begun) * 1'000.0);
    }
    return cards::median(times);
}

bool within(const char* what, double ms, double limit) {
    fmt::print("  {:<34} {:>8.2f} ms  (limit {:.0f} ms)\n", what, ms, limit);
    return ms < limit;
}

}  // namespace

int main() {
    const Texts texts = shipped();
    const std::vector<cards::bank::NamedCase> bank = read(texts);
    std::vector<const cards::Fact*> facts;
    for (const auto& named : bank) {
        for (const cards::Fact& fact : named.casefile.facts)
            facts.push_back(&fact);
    }
    fmt::print("the shipped bank: {} files, {} facts\n", bank.size(), facts.size());

    std::size_t findings = 0;
    const double check_ms = timed([&] { findings = cards::bank::check(read(texts)).size(); });

    // Spread over the bank, so that people, dates and amounts of all cases are among them.
    std::vector<const cards::Fact*> day;
    for (std::size_t i = 0; i < facts_of_a_day && !facts.empty(); ++i)
        day.push_back(facts[i * facts.size() / facts_of_a_day]);
    std::size_t groups = 0;
    const double groups_ms = timed([&] { groups = cards::bank::interference_groups(day).size(); });

    const bool checked = within("read and check", check_ms, check_limit_ms);
    const bool grouped = within("group the facts of a day", groups_ms, groups_limit_ms);
    fmt::print("  {} findings; {} groups among {} facts\n", findings, groups, day.size());
    return !bank.empty() && checked && grouped ? 0 : 1;
}
