// session_groups.cpp - which of today's facts are easily taken for each other.
#include <set>

#include "app/session.h"
#include "cards/bank/interference.h"

namespace app {

void Session::set_groups() {
    std::set<cards::store::FactKey> keys;
    for (const cards::Candidate& card : queue_.all())
        keys.insert(card.fact);
    if (asked_last_ != 0) keys.insert(asked_last_);

    std::vector<cards::Fact> facts;
    std::vector<cards::store::FactKey> key_of;
    for (cards::store::FactAnswer& row : library_.answers({keys.begin(), keys.end()})) {
        cards::Fact& fact = facts.emplace_back();
        fact.id = std::move(row.id);
        fact.kind = row.kind;
        fact.answer = std::move(row.answer);
        key_of.push_back(row.key);
    }
    std::vector<const cards::Fact*> all;
    for (const cards::Fact& fact : facts)
        all.push_back(&fact);

    groups_.clear();
    std::int64_t group = 0;
    for (const std::vector<std::size_t>& members : cards::bank::interference_groups(all)) {
        ++group;
        for (const std::size_t i : members)
            groups_.emplace(key_of[i], group);
    }
    queue_.set_groups(groups_);
}

std::int64_t Session::group_asked_last() const {
    const auto found = groups_.find(asked_last_);
    return found == groups_.end() ? 0 : found->second;
}

}  // namespace app
