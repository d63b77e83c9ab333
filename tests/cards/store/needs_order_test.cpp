#include "cards/store/needs_order.h"

#include "third_party/catch2.h"

namespace {

cards::Fact fact(std::string id, std::vector<std::string> needs = {}) {
    cards::Fact f;
    f.id = std::move(id);
    f.needs = std::move(needs);
    return f;
}

}  // namespace

TEST_CASE("Facts come after those they need, and else in their order", "[store][order]") {
    struct Row {
        const char* name;
        std::vector<cards::Fact> facts;
        std::vector<std::size_t> order;
    };
    const std::vector<Row> rows = {
        {"nothing", {}, {}},
        {"no needs", {fact("a"), fact("b"), fact("c")}, {0, 1, 2}},
        {"one back", {fact("a", {"b"}), fact("b"), fact("c")}, {1, 0, 2}},
        {"a chain", {fact("a", {"b"}), fact("b", {"c"}), fact("c")}, {2, 1, 0}},
        {"needs elsewhere", {fact("a", {"other.x"}), fact("b")}, {0, 1}},
        {"a circle", {fact("a", {"b"}), fact("b", {"a"})}, {1, 0}},
        {"itself", {fact("a", {"a"}), fact("b")}, {0, 1}},
    };
    for (const Row& row : rows) {
        INFO(row.name);
        CHECK(cards::store::needs_order(row.facts) == row.order);
    }
}

TEST_CASE("A chain of a hundred thousand needs is no trouble", "[store][order][hostile]") {
    std::vector<cards::Fact> facts;
    for (int i = 0; i < 100'000; ++i)
        facts.push_back(fact(std::to_string(i), {std::to_string(i + 1)}));
    CHECK(cards::store::needs_order(facts).front() == 99'999);
}
