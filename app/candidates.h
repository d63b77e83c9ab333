// candidates.h - cards of the store as candidates of the queue.
#pragma once

#include "cards/schedule/queue.h"
#include "cards/store/library.h"

namespace app {

// With recall on `today` for cards in Review; no loss.
cards::Candidate candidate_of(const cards::store::DueRow& row, cards::StudyDay today, const cards::Weights& weights);
cards::Candidate candidate_of(const cards::store::CardRow& row, cards::StudyDay today, const cards::Weights& weights);

// What is known of a due card's state: enough for predictions.
cards::CardState state_of(const cards::store::DueRow& row);

}  // namespace app
