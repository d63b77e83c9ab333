// session_prompt.cpp - how a card is asked: its form, its gap, its options.
#include <algorithm>

#include "app/session.h"
#include "cards/bank/options.h"

namespace app {
namespace {

// Below this stability, in days, a review card is young: asked with a gap.
constexpr double mature_stability = 21.0;

bool is_learning(cards::State state) { return state != cards::State::Review; }

// The claim with its answer left out, or "" where the answer does not stand in it
// exactly once or is nearly all of it.
std::string gap_in(const cards::Fact& fact) {
    const auto [begin, end] = find_answer(fact.claim, fact.answer);
    if (begin == end) return {};
    const std::string rest = fact.claim.substr(end);
    const auto [again, again_end] = find_answer(rest, fact.answer);
    if (again != again_end) return {};
    return fact.claim.substr(0, begin) + "_____" + rest;
}

}  // namespace

Prompt Session::make_prompt(const cards::store::CardRow& row) const {
    const cards::CaseFile& file = *casefile(row.case_id);
    const cards::Fact& fact = *file.find_fact(row.fact_id);

    Prompt prompt;
    prompt.card = row.key;
    prompt.card_id = cards::card_text_id(row.fact_id, row.position);
    prompt.case_title = file.title;
    prompt.state = row.state.state;
    prompt.kind = fact.kind;
    const auto position = static_cast<std::size_t>(row.position);
    prompt.question = position < fact.questions.size() ? fact.questions[position].text : fact.claim;
    prompt.form = cards::Form::Typed;

    if (is_learning(row.state.state)) {
        std::vector<cards::bank::Lender> lenders;
        if (fact.wrong.size() < 3) {
            for (const auto& other : library_.cases()) {
                const cards::CaseFile* lender = casefile(other.text_id);
                if (lender == nullptr) continue;
                for (const cards::Fact& lent : lender->facts) {
                    if (lent.kind == fact.kind && !lent.retired) lenders.push_back({&lent, lender});
                }
            }
        }
        const std::uint64_t seed = cards::fuzz_seed(row.id, row.state.reviews);
        cards::bank::OptionSet set = cards::bank::choose_options(fact, file, lenders, seed);
        if (set.options.size() >= 3) {
            prompt.form = cards::Form::Options;
            prompt.options = std::move(set.options);
            prompt.right_option = set.right;
        }
    } else if (row.state.stability < mature_stability) {
        prompt.gap = gap_in(fact);
        if (!prompt.gap.empty()) prompt.form = cards::Form::Gap;
    }
    return prompt;
}

}  // namespace app
