#include "cards/bank/cards.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "cards/card.h"

namespace cards::bank {
namespace {

void add_cards(const Fact& fact, std::vector<BankCard>& all) {
    for (std::size_t i = 0; i < fact.questions.size(); ++i) {
        const int position = static_cast<int>(i);
        const Question& question = fact.questions[i];
        all.push_back({named_id("card", card_text_id(fact.id, position)), &fact, position, question.text,
                       question.retired || fact.retired});
    }
}

// Walks from each fact to what it needs, depth first, without recursion: a chain of
// needs may be as long as the bank.
class Walk {
  public:
    explicit Walk(const std::vector<const CaseFile*>& casefiles) {
        for (const CaseFile* casefile : casefiles)
            for (const Fact& fact : casefile->facts)
                by_id_.emplace(fact.id, &fact);
    }

    void from(const Fact& start) {
        enter(start);
        while (!open_.empty()) {
            const Fact& fact = *open_.back().fact;
            if (open_.back().next == fact.needs.size()) {
                order_.push_back(&fact);
                open_.pop_back();
                continue;
            }
            const auto need = by_id_.find(fact.needs[open_.back().next++]);
            if (need != by_id_.end()) enter(*need->second);
        }
    }

    std::vector<const Fact*> take() { return std::move(order_); }

  private:
    struct Step {
        const Fact* fact;
        std::size_t next;  // Index of the need to look at next.
    };

    void enter(const Fact& fact) {
        if (seen_.insert(&fact).second) open_.push_back({&fact, 0});
    }

    std::unordered_map<std::string_view, const Fact*> by_id_;
    std::unordered_set<const Fact*> seen_;
    std::vector<Step> open_;
    std::vector<const Fact*> order_;
};

}  // namespace

std::vector<BankCard> cards_of(const CaseFile& casefile) {
    std::vector<BankCard> all;
    for (const Fact& fact : casefile.facts)
        add_cards(fact, all);
    return all;
}

std::vector<const Fact*> teaching_order(const std::vector<const CaseFile*>& casefiles) {
    Walk walk(casefiles);
    for (const CaseFile* casefile : casefiles)
        for (const Fact& fact : casefile->facts)
            walk.from(fact);
    return walk.take();
}

std::vector<BankCard> cards_in_order(const std::vector<const CaseFile*>& casefiles) {
    std::vector<BankCard> all;
    for (const Fact* fact : teaching_order(casefiles))
        add_cards(*fact, all);
    return all;
}

}  // namespace cards::bank
