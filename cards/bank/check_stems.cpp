// The rules that compare questions: near-duplicates, and options that are true of
// a like question.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "cards/bank/check_rules.h"

namespace cards::bank {
namespace {

constexpr double near_duplicate = 0.6;  // Jaccard index of the content words.
constexpr double like = 0.6;

// Each question's content words as numbers, the rarest word of the bank first.
std::vector<std::vector<int>> by_rarity(const std::vector<Asked>& asked) {
    std::map<std::string_view, int> uses;
    for (const Asked& question : asked)
        for (const std::string& word : question.content)
            ++uses[word];
    std::vector<std::pair<int, std::string_view>> order;
    for (const auto& entry : uses)
        order.emplace_back(entry.second, entry.first);
    std::sort(order.begin(), order.end());
    std::map<std::string_view, int> rank;
    for (std::size_t i = 0; i < order.size(); ++i)
        rank[order[i].second] = static_cast<int>(i);
    std::vector<std::vector<int>> all;
    for (const Asked& question : asked) {
        std::vector<int> ranks;
        for (const std::string& word : question.content)
            ranks.push_back(rank[word]);
        std::sort(ranks.begin(), ranks.end());
        all.push_back(std::move(ranks));
    }
    return all;
}

double jaccard_of(const std::vector<int>& a, const std::vector<int>& b) {
    std::size_t shared = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) ++shared;
        const bool step_i = a[i] <= b[j];
        const bool step_j = b[j] <= a[i];
        i += step_i ? 1 : 0;
        j += step_j ? 1 : 0;
    }
    const std::size_t all = a.size() + b.size() - shared;
    return all == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(all);
}

// Two sets with a Jaccard index of t share a word among the first n - ceil(t n) + 1
// of each, in any one order: only those are looked up.
std::size_t prefix_of(std::size_t n) {
    return n - static_cast<std::size_t>(std::ceil(near_duplicate * static_cast<double>(n))) + 1;
}

void tell(const Asked& earlier, const Asked& later, double alike, Log& log) {
    const bool other_answer = Text(earlier.fact->answer).folded != Text(later.fact->answer).folded;
    const std::string other = earlier.fact == later.fact
                                  ? fmt::format("question {}", earlier.position + 1)
                                  : fmt::format("{}, question {}", named(*earlier.fact), earlier.position + 1);
    if (alike == 1.0 && other_answer) {
        log.error(later.file, later.fact->line, "B9",
                  fmt::format("{}: question {} asks as {} does, for another answer", named(*later.fact),
                              later.position + 1, other),
                  "Pin it to one answer with a year, court or name.");
        return;
    }
    const std::string what = fmt::format("{}: question {} is nearly {} ({:.0f} % of the words)", named(*later.fact),
                                         later.position + 1, other, alike * 100);
    const std::string fix = "Ask from another side, or remove one of them.";
    // Two facts of one kind (whose CIA name, whose MI6 name) are asked alike with reason.
    if (!other_answer)
        log.error(later.file, later.fact->line, "E1", what, fix);
    else
        log.warning(later.file, later.fact->line, "E1", what, fix);
}

}  // namespace

void check_stems(const std::vector<Asked>& asked, Log& log) {
    const auto words = by_rarity(asked);
    std::unordered_map<int, std::vector<std::size_t>> index;
    std::vector<std::size_t> seen_by(asked.size(), asked.size());
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (words[i].empty()) continue;
        // Only the most alike is told: a stem asked a hundred times is one fault each.
        std::size_t nearest = i;
        double most = 0.0;
        const std::size_t prefix = prefix_of(words[i].size());
        for (std::size_t k = 0; k < prefix; ++k) {
            for (const std::size_t j : index[words[i][k]]) {
                if (seen_by[j] == i) continue;
                seen_by[j] = i;
                const double alike = jaccard_of(words[i], words[j]);
                if (alike < near_duplicate || alike <= most) continue;
                most = alike;
                nearest = j;
            }
            index[words[i][k]].push_back(i);
        }
        if (nearest != i) tell(asked[nearest], asked[i], most, log);
    }
}

void check_true_elsewhere(const std::vector<Asked>& asked, Log& log) {
    // Answers by file and wording.
    std::map<std::pair<std::size_t, std::string>, std::vector<const Asked*>> answers;
    for (const Asked& question : asked)
        answers[{question.file, Text(question.fact->answer).folded}].push_back(&question);
    for (const Asked& question : asked) {
        for (const std::string& option : question.fact->wrong) {
            const auto found = answers.find({question.file, Text(option).folded});
            if (found == answers.end()) continue;
            for (const Asked* other : found->second) {
                if (other->fact == question.fact || other->fact->kind != question.fact->kind) continue;
                if (jaccard(other->content, question.content) < like) continue;
                log.warning(question.file, question.fact->line, "D7",
                            fmt::format("{}: the wrong option \"{}\" is the answer of {}, which asks much the same",
                                        named(*question.fact), option, named(*other->fact)),
                            "Make sure that it is false here, or choose another.");
                break;
            }
        }
    }
}

}  // namespace cards::bank
