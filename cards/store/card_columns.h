// card_columns.h - reviews and card states as database columns and back.
//
// Private to the store.
#pragma once

#include "cards/card.h"
#include "cards/review.h"
#include "cards/store/connection.h"

namespace cards::store {

// id, made_ms, utc_offset, day, rating, took_ms, form, answer, state, step,
// due_day, due_ms from column `first` on, as in sql/log.sql.
Review read_review(const Query& row, int first = 0);

// state, step, stability, difficulty, last_ms, last_day, due_day, due_ms, reviews,
// lapses from column `first` on, as in sql/card.sql.
CardState read_state(const Query& row, int first);

// A row of sql/card.sql.
CardRow read_card(const Query& row);

// Keeps a card's state. False where there is no such card.
bool put_state(Library::Connection& connection, CardKey card, const CardState& state);

}  // namespace cards::store
