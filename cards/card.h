// card.h - one question put to the student, and what is remembered of it.
#pragma once

#include <string>
#include <string_view>

#include "cards/id.h"
#include "cards/rating.h"
#include "cards/time.h"

namespace cards {

// The stable text id of a fact's question: "mallory.payment#1" for position 0.
std::string card_text_id(std::string_view fact_id, int position);

// A card's place in the student's schedule: a cache of its log of reviews.
struct CardState {
    State state = State::New;
    int step = 0;             // Index of the learning or relearning step, from 0.
    double stability = 0.0;   // Days until retrievability falls to 0.90; 0 while New.
    double difficulty = 0.0;  // 1 (easy) to 10 (hard); 0 while New.
    Instant last_review;      // Of the last review that was not undone.
    StudyDay last_day;        // Its study day.
    StudyDay due_day;         // When the card is to be seen again …
    Instant due_at;           // … and, in Learning and Relearning, the instant.
    int reviews = 0;          // Not undone, since the last reset.
    int lapses = 0;           // Times a card in Review was rated Again.
    bool operator==(const CardState&) const = default;
};

}  // namespace cards
