// The rule of names: one spelling each.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "cards/answer/distance.h"
#include "cards/bank/check_rules.h"

namespace cards::bank {
namespace {

constexpr std::size_t shortest_name = 6;  // Shorter words are near too many others.
constexpr int rare = 2;                   // A spelling met more often is meant.

struct Use {
    int times = 0;
    std::size_t file = 0;
    const Fact* fact = nullptr;
    std::string as_written;
};

// The word and the word without each of its bytes: two words one error apart have
// one of these in common.
std::vector<std::string> neighbours(const std::string& word) {
    std::vector<std::string> all = {word};
    for (std::size_t i = 0; i < word.size(); ++i)
        all.push_back(word.substr(0, i) + word.substr(i + 1));
    return all;
}

void add_words(std::unordered_set<std::string>& known, std::string_view name) {
    for (std::string& word : Text(name).words)
        known.insert(std::move(word));
}

bool is_plural_of(const std::string& a, const std::string& b) { return a == b + "s" || a == b + "es"; }

}  // namespace

void check_spelling(const std::vector<NamedCase>& bank, Log& log) {
    std::unordered_set<std::string> names;   // Words of people's names: what is compared with.
    std::unordered_set<std::string> known;   // Those, and whatever else is surely meant.
    std::unordered_set<std::string> common;  // Words that also occur in lower case.
    std::map<std::string, Use> uses;
    for (std::size_t i = 0; i < bank.size(); ++i) {
        for (const Person& person : bank[i].casefile.people) {
            add_words(names, person.name);
            for (const std::string& alias : person.aliases)
                add_words(names, alias);
        }
        for (const Fact& fact : bank[i].casefile.facts) {
            add_words(known, fact.answer);
            for (const std::string& spelling : fact.accept)
                add_words(known, spelling);
            for (const std::string& option : fact.wrong)
                add_words(known, option);
            std::vector<std::string> texts = {fact.claim};
            for (const Question& question : fact.questions)
                texts.push_back(question.text);
            for (const std::string& text : texts) {
                std::set<std::string> capitals;
                for (const std::string& written : capitalised(text, false)) {
                    const std::string word = Text(written).folded;
                    capitals.insert(word);
                    Use& use = uses[word];
                    if (use.times++ == 0) use = {1, i, &fact, written};
                }
                for (const std::string& word : Text(text).words)
                    if (capitals.count(word) == 0) common.insert(word);
            }
        }
    }
    std::unordered_map<std::string, std::vector<std::string>> index;
    for (const std::string& name : names)
        if (name.size() >= shortest_name)
            for (std::string& near : neighbours(name))
                index[std::move(near)].push_back(name);
    for (const auto& [word, use] : uses) {
        if (word.size() < shortest_name || use.times > rare ||
            names.count(word) + known.count(word) + common.count(word) > 0)
            continue;
        std::set<std::string> near;
        for (const std::string& key : neighbours(word)) {
            const auto found = index.find(key);
            if (found != index.end()) near.insert(found->second.begin(), found->second.end());
        }
        for (const std::string& name : near) {
            if (is_plural_of(word, name) || is_plural_of(name, word) || answer::distance(word, name) != 1) continue;
            log.warning(
                use.file, use.fact->line, "A9",
                fmt::format("{}: \"{}\" is one letter from the name \"{}\"", named(*use.fact), use.as_written, name),
                "Mend the spelling, or list it as an alias.");
            break;
        }
    }
}

}  // namespace cards::bank
