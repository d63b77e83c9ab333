#include "cards/bank/draw.h"

#include <algorithm>
#include <set>

#include "bank_data.h"
#include "third_party/catch2.h"

using cards::bank::draw;
using cards::bank::DrawnQuestion;

namespace {

std::vector<std::string> ids(const std::vector<DrawnQuestion>& drawn) {
    std::vector<std::string> all;
    for (const DrawnQuestion& each : drawn)
        all.push_back(each.card_id);
    return all;
}

std::size_t asked_questions(const cards::CaseFile& file) {
    std::size_t count = 0;
    for (const cards::Fact& fact : file.facts) {
        for (const cards::Question& question : fact.questions)
            count += fact.retired || question.retired ? 0U : 1U;
    }
    return count;
}

}  // namespace

TEST_CASE("The same seed draws the same questions, another seed draws others", "[bank][draw]") {
    const std::vector<cards::bank::NamedCase> bank = {{"heron.toml", bank_data::heron()}};
    CHECK(ids(draw(bank, 4, 1)) == ids(draw(bank, 4, 1)));
    CHECK(ids(draw(bank, 100, 1)) != ids(draw(bank, 100, 2)));
}

TEST_CASE("As many questions are drawn as were asked for, each once, or all there are", "[bank][draw]") {
    const cards::CaseFile heron = bank_data::heron();
    CHECK(draw({{"heron.toml", heron}}, 0, 1).empty());
    CHECK(draw({{"heron.toml", heron}}, 3, 1).size() == 3);
    const auto all = ids(draw({{"heron.toml", heron}}, 1'000, 1));
    CHECK(all.size() == asked_questions(heron));
    CHECK(std::set<std::string>(all.begin(), all.end()).size() == all.size());
}

TEST_CASE("A larger draw begins with the smaller one", "[bank][draw]") {
    const std::vector<cards::bank::NamedCase> bank = {{"heron.toml", bank_data::heron()}};
    auto all = ids(draw(bank, 100, 7));
    all.resize(2);
    CHECK(ids(draw(bank, 2, 7)) == all);
}

TEST_CASE("Retired facts and questions are left out of the draw", "[bank][draw]") {
    cards::CaseFile heron = bank_data::heron();
    const std::string set_aside = heron.facts[0].id;
    heron.facts[0].retired = true;
    heron.facts[1].questions[0].retired = true;
    const auto all = ids(draw({{"heron.toml", heron}}, 1'000, 1));
    CHECK(all.size() == asked_questions(heron));
    CHECK(std::none_of(all.begin(), all.end(), [&](const std::string& id) {
        return id.rfind(set_aside + "#", 0) == 0 || id == heron.facts[1].id + "#1";
    }));
}
