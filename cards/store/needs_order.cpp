#include "cards/store/needs_order.h"

#include <string_view>
#include <unordered_map>

namespace cards::store {

std::vector<std::size_t> needs_order(const std::vector<Fact>& facts) {
    std::unordered_map<std::string_view, std::size_t> index_of;
    for (std::size_t i = 0; i < facts.size(); ++i)
        index_of.emplace(facts[i].id, i);

    // Each fact after those it needs, depth first. The stack is our own: a chain of
    // needs may be as long as a hostile file likes.
    struct Visit {
        std::size_t fact;
        std::size_t next_need;
    };
    std::vector<std::size_t> order;
    std::vector<bool> seen(facts.size(), false);
    std::vector<Visit> stack;
    for (std::size_t start = 0; start < facts.size(); ++start) {
        if (seen[start]) continue;
        seen[start] = true;
        stack.push_back({start, 0});
        while (!stack.empty()) {
            Visit& visit = stack.back();
            const auto& needs = facts[visit.fact].needs;
            if (visit.next_need == needs.size()) {
                order.push_back(visit.fact);
                stack.pop_back();
                continue;
            }
            const auto needed = index_of.find(needs[visit.next_need++]);
            if (needed == index_of.end() || seen[needed->second]) continue;
            seen[needed->second] = true;
            stack.push_back({needed->second, 0});
        }
    }
    return order;
}

}  // namespace cards::store
