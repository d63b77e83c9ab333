// The rules of what facts say of each other: ids, needs, succession.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cards/bank/check_rules.h"

namespace cards::bank {
namespace {

using Links = std::unordered_map<std::string, std::vector<std::string>>;

// Facts that lie on a circle of links: what is left when those without a link out,
// and those without a link in, are taken away until none is.
std::vector<std::string> circular(Links links) {
    for (bool changed = true; changed;) {
        changed = false;
        std::unordered_map<std::string, int> pointed_at;
        for (const auto& entry : links)
            for (const std::string& to : entry.second)
                ++pointed_at[to];
        for (auto it = links.begin(); it != links.end();) {
            auto& out = it->second;
            out.erase(
                std::remove_if(out.begin(), out.end(), [&](const std::string& to) { return links.count(to) == 0; }),
                out.end());
            const bool loose = out.empty() || pointed_at.count(it->first) == 0;
            changed = changed || loose;
            it = loose ? links.erase(it) : std::next(it);
        }
    }
    std::vector<std::string> ids;
    for (const auto& entry : links)
        ids.push_back(entry.first);
    std::sort(ids.begin(), ids.end());
    return ids;
}

}  // namespace

void check_ids(const std::vector<NamedCase>& bank, Log& log) {
    std::map<std::string, std::string> cases;
    std::map<std::string, std::string> facts;
    for (std::size_t i = 0; i < bank.size(); ++i) {
        const CaseFile& c = bank[i].casefile;
        const auto [at, fresh] = cases.emplace(c.id, bank[i].file);
        if (!fresh)
            log.error(i, 0, "case.id", fmt::format("case id \"{}\" is used in {} too", c.id, at->second),
                      "Give each case its own id.");
        for (const Fact& fact : c.facts) {
            const auto [first, is_new] = facts.emplace(fact.id, bank[i].file);
            if (!is_new)
                log.error(i, fact.line, "fact.id",
                          fmt::format("{}: the id is used in {} already", named(fact), first->second),
                          "Give each fact its own id; ids are never reused.");
        }
    }
}

void check_links(const std::vector<NamedCase>& bank, const FactIndex& facts, Log& log) {
    Links needs;
    Links successors;
    for (std::size_t i = 0; i < bank.size(); ++i) {
        for (const Fact& fact : bank[i].casefile.facts) {
            if (fact.retired) continue;
            for (const std::string& id : fact.needs) {
                const auto found = facts.find(id);
                if (found == facts.end())
                    log.error(i, fact.line, "E4", fmt::format("{}: needs \"{}\", which no file has", named(fact), id),
                              "Mend the id, or add that file to the check.");
                else if (found->second.fact->retired)
                    log.warning(i, fact.line, "E4", fmt::format("{}: needs \"{}\", which is retired", named(fact), id),
                                "Remove it, or name its successor.");
            }
            if (!fact.needs.empty()) needs[fact.id] = fact.needs;
            if (fact.superseded_by.empty()) continue;
            if (facts.count(fact.superseded_by) == 0)
                log.error(i, fact.line, "fact.superseded_by",
                          fmt::format("{}: superseded by \"{}\", which no file has", named(fact), fact.superseded_by),
                          "Mend the id, or add the fact.");
            successors[fact.id] = {fact.superseded_by};
        }
    }
    for (const std::string& id : circular(std::move(needs))) {
        const Place& place = facts.at(id);
        log.error(place.file, place.fact->line, "E4",
                  fmt::format("{}: needs itself, by way of what it needs", named(*place.fact)),
                  "Break the circle of needs.");
    }
    for (const std::string& id : circular(std::move(successors))) {
        const Place& place = facts.at(id);
        log.error(place.file, place.fact->line, "fact.superseded_by",
                  fmt::format("{}: is superseded by itself in the end", named(*place.fact)), "Break the circle.");
    }
}

}  // namespace cards::bank
