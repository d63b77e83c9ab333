// session_prompt.cpp - how a card is asked (its form, its gap, its options), and what
// is shown after the answer.
#include <algorithm>

#include "app/session.h"

namespace app {
namespace {

// Below this stability, in days, a review card is young: asked with a gap.
constexpr double mature_stability = 21.0;

constexpr std::size_t all_options = 4;
constexpr std::size_t fewest_options = 3;
constexpr std::size_t cases_that_lend = 40;
constexpr std::size_t most_lenders = 40;  // Of a kind, for one question.

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

// The first cases, the shipped ones before the student's own, lend answers to the
// others; in a library of many more, reading them all would take too long.
const std::vector<cards::bank::Lender>& Session::lenders(cards::FactKind kind) const {
    if (lenders_.empty()) {
        for (std::size_t i = 0; i < cases_.size() && i < cases_that_lend; ++i) {
            if (casefile(cases_[i].text_id) == nullptr) continue;
            lending_.push_back(casefiles_.at(cases_[i].text_id).file);
            for (const cards::Fact& fact : lending_.back()->facts) {
                if (!fact.retired) lenders_[fact.kind].push_back({&fact, lending_.back().get()});
            }
        }
    }
    return lenders_[kind];
}

cards::bank::OptionSet Session::options_of(const cards::Fact& fact, const cards::store::CardRow& row) const {
    const std::uint64_t seed = cards::fuzz_seed(row.id, row.state.reviews);
    cards::bank::OptionSet own = cards::bank::choose_options(fact, {}, {}, seed);
    if (own.options.size() == all_options) return own;
    const cards::CaseFile file = library_.part_of_case(row.casefile, row.case_id, fact.kind);
    const cards::Fact* here = file.find_fact(fact.id);
    if (here == nullptr) return own;

    const std::vector<cards::bank::Lender>& pool = lenders(fact.kind);
    std::vector<cards::bank::Lender> asked;
    for (std::size_t i = 0; i < pool.size() && i < most_lenders; ++i) {
        const cards::bank::Lender& lender = pool[(seed + i) % pool.size()];
        if (lender.casefile->id != file.id) asked.push_back(lender);
    }
    for (const cards::Fact& other : file.facts) {
        if (!other.retired) asked.push_back({&other, &file});
    }
    return cards::bank::choose_options(*here, file, asked, seed);
}

std::optional<Prompt> Session::ask(const cards::store::CardRow& row) const {
    const std::optional<cards::Fact> fact = library_.fact(row.fact);
    if (!fact) return std::nullopt;

    Prompt prompt;
    prompt.card = row.key;
    prompt.card_id = cards::card_text_id(row.fact_id, row.position);
    prompt.case_title = row.case_title;
    prompt.state = row.state.state;
    prompt.kind = fact->kind;
    const auto position = static_cast<std::size_t>(row.position);
    prompt.question = position < fact->questions.size() ? fact->questions[position].text : fact->claim;
    prompt.form = cards::Form::Typed;

    if (is_learning(row.state.state)) {
        cards::bank::OptionSet set = options_of(*fact, row);
        if (set.options.size() >= fewest_options) {
            prompt.form = cards::Form::Options;
            prompt.options = std::move(set.options);
            prompt.right_option = set.right;
        }
    } else if (row.state.stability < mature_stability) {
        prompt.gap = gap_in(*fact);
        if (!prompt.gap.empty()) prompt.form = cards::Form::Gap;
    }
    return prompt;
}

Reveal Session::make_reveal(const cards::store::CardRow& row, std::string given,
                            std::optional<cards::answer::Verdict> verdict, int took_ms) const {
    const cards::Fact& fact = *fact_of(row);
    Reveal reveal;
    reveal.given = std::move(given);
    reveal.answer = fact.answer;
    reveal.verdict = verdict;
    reveal.evidence = evidence_of(*casefile(row.case_id), fact);
    reveal.proposed = verdict ? cards::answer::proposed_rating(*verdict, took_ms) : cards::Rating::Good;
    for (std::size_t i = 0; i < reveal.ratings.size(); ++i) {
        reveal.ratings[i].rating = *cards::rating_from(static_cast<int>(i) + 1);
        reveal.ratings[i].proposed = reveal.ratings[i].rating == reveal.proposed;
    }
    return reveal;
}

Reveal Session::judge_option(const cards::store::CardRow& row, const Prompt& prompt, std::size_t option,
                             int took_ms) const {
    using cards::answer::Verdict;
    const Verdict verdict = option == prompt.right_option ? Verdict::Right : Verdict::Wrong;
    Reveal reveal = make_reveal(row, prompt.options.at(option), verdict, took_ms);
    reveal.chosen = option;
    return reveal;
}

Reveal Session::judge_typed(const cards::store::CardRow& row, const std::string& text, int took_ms) const {
    std::vector<std::string> names;
    for (const cards::Person& person : casefile(row.case_id)->people)
        names.push_back(person.name);
    const cards::answer::Judgement judgement = cards::answer::judge(*fact_of(row), text, names);
    Reveal reveal = make_reveal(row, text, judgement.verdict, took_ms);
    const std::string& right = judgement.matched.empty() ? reveal.answer : judgement.matched;
    if (judgement.verdict != cards::answer::Verdict::Empty) {
        reveal.difference = cards::answer::difference(text, right);
    }
    return reveal;
}

Reveal Session::show(const cards::store::CardRow& row) const { return make_reveal(row, "", std::nullopt, 0); }

}  // namespace app
