#include "cards/bank/interference.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "cards/answer/distance.h"
#include "cards/answer/fold.h"
#include "cards/answer/value.h"
#include "cards/bank/check_rules.h"

namespace cards::bank {
namespace {

constexpr int near = 2;  // Letters between two names that sound alike.

std::string surname_of(const std::string& folded) {
    auto words = answer::folded_words(folded);
    while (words.size() > 1 &&
           (words.back() == "jr" || words.back() == "sr" || words.back() == "ii" || words.back() == "iii"))
        words.pop_back();
    return words.empty() ? std::string() : std::string(words.back());
}

bool alike(const std::string& a, const std::string& b) {
    const std::size_t longer = std::max(a.size(), b.size());
    if (longer - std::min(a.size(), b.size()) > near) return false;
    const int apart = answer::distance(a, b);
    return apart <= near && apart * 2 < static_cast<int>(longer);
}

// A small forest of facts joined into groups.
class Groups {
  public:
    explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t root(std::size_t i) {
        while (parent_[i] != i)
            i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { parent_[std::max(root(a), root(b))] = std::min(root(a), root(b)); }

  private:
    std::vector<std::size_t> parent_;
};

// Whether a stem says enough to tell its fact from one like it.
bool has_cue(const Text& stem) {
    return stem.has_prefix({"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}) || !capitalised(stem.raw, false).empty();
}

}  // namespace

InterferenceKey interference_key(const Fact& fact) {
    InterferenceKey key;
    const bool term = fact.kind == FactKind::Duration || fact.kind == FactKind::Outcome;
    key.group = term ? "term" : std::string(to_text(fact.kind));
    if (fact.kind == FactKind::Person) {
        key.value = answer::fold(fact.answer);
        key.surname = surname_of(key.value);
    } else if (term || fact.kind == FactKind::Money || fact.kind == FactKind::Date) {
        if (const auto value = answer::order_of(fact.kind, fact.answer)) key.value = fmt::format("{}", *value);
    }
    return key;
}

bool interfere(const InterferenceKey& a, const InterferenceKey& b) {
    if (a.group != b.group || a.value.empty()) return false;
    if (!a.surname.empty()) return a.value != b.value && alike(a.surname, b.surname);
    return a.value == b.value;
}

bool interfere(const Fact& a, const Fact& b) {
    return a.id != b.id && interfere(interference_key(a), interference_key(b));
}

std::vector<std::vector<std::size_t>> interference_groups(const std::vector<const Fact*>& facts) {
    Groups groups(facts.size());
    std::map<std::string, std::size_t> values;                 // Kind and value: the first fact with it.
    std::map<std::string, std::vector<std::size_t>> surnames;  // The first fact of each full name.
    std::map<std::string, std::size_t> names;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const InterferenceKey key = interference_key(*facts[i]);
        if (key.value.empty()) continue;
        if (key.surname.empty()) {
            const auto [at, fresh] = values.emplace(key.group + '\n' + key.value, i);
            if (!fresh) groups.join(at->second, i);
        } else {
            const auto [at, fresh] = names.emplace(key.value, i);
            if (fresh) surnames[key.surname].push_back(i);
        }
    }
    for (auto a = surnames.begin(); a != surnames.end(); ++a) {
        for (const std::size_t other : a->second)
            groups.join(a->second.front(), other);
        for (auto b = std::next(a); b != surnames.end(); ++b)
            if (alike(a->first, b->first)) groups.join(a->second.front(), b->second.front());
    }
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < facts.size(); ++i)
        members[groups.root(i)].push_back(i);
    std::vector<std::vector<std::size_t>> all;
    for (auto& entry : members)
        if (entry.second.size() > 1) all.push_back(std::move(entry.second));
    return all;
}

void check_interference(const std::vector<Asked>& asked, Log& log) {
    std::vector<const Fact*> facts;
    std::map<const Fact*, std::vector<const Asked*>> questions;
    for (const Asked& question : asked) {
        auto& of_fact = questions[question.fact];
        if (of_fact.empty()) facts.push_back(question.fact);
        of_fact.push_back(&question);
    }
    for (const auto& group : interference_groups(facts)) {
        for (const std::size_t i : group) {
            const std::size_t other = i == group.front() ? group[1] : group.front();
            for (const Asked* question : questions[facts[i]]) {
                if (has_cue(question->stem)) continue;
                log.warning(question->file, facts[i]->line, "E2",
                            fmt::format("{}: question {} may be taken for that of {} (\"{}\")", named(*facts[i]),
                                        question->position + 1, named(*facts[other]), facts[other]->answer),
                            "Add a cue: a first name, service, court or year.");
            }
        }
    }
}

}  // namespace cards::bank
