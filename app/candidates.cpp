#include "app/candidates.h"

#include "cards/schedule/scheduler.h"

namespace app {

cards::CardState state_of(const cards::store::DueRow& row) {
    cards::CardState state;
    state.state = row.state;
    state.stability = row.stability;
    state.difficulty = row.difficulty;
    state.last_day = row.last_day;
    state.due_day = row.due_day;
    state.due_at = row.due_at;
    return state;
}

cards::Candidate candidate_of(const cards::store::DueRow& row, cards::StudyDay today, const cards::Weights& weights) {
    cards::Candidate candidate;
    candidate.card = row.key;
    candidate.fact = row.fact;
    candidate.casefile = row.casefile;
    candidate.state = row.state;
    candidate.due_at = row.due_at;
    candidate.position = row.order;
    if (row.state == cards::State::Review) candidate.recall = cards::recall_on(state_of(row), today, weights);
    return candidate;
}

cards::Candidate candidate_of(const cards::store::CardRow& row, cards::StudyDay today, const cards::Weights& weights) {
    cards::Candidate candidate;
    candidate.card = row.key;
    candidate.fact = row.fact;
    candidate.casefile = row.casefile;
    candidate.state = row.state.state;
    candidate.due_at = row.state.due_at;
    candidate.position = row.order;
    if (candidate.state == cards::State::Review) candidate.recall = cards::recall_on(row.state, today, weights);
    return candidate;
}

}  // namespace app
