#include "cards/store/card_columns.h"

#include "cards/store/sql.h"

namespace cards::store {

Review read_review(const Query& row, int first) {
    Review r;
    r.id = row.id(first);
    r.at = Moment{row.instant(first + 1), row.number(first + 2)};
    r.day = row.day(first + 3);
    r.rating = static_cast<Rating>(row.number(first + 4));
    r.took_ms = row.number(first + 5);
    r.form = static_cast<Form>(row.number(first + 6));
    r.answer = row.text(first + 7);
    r.outcome.state = static_cast<State>(row.number(first + 8));
    r.outcome.step = row.number(first + 9);
    r.outcome.due_day = row.day(first + 10);
    r.outcome.due_at = row.instant(first + 11);
    return r;
}

CardState read_state(const Query& row, int first) {
    CardState s;
    s.state = static_cast<State>(row.number(first));
    s.step = row.number(first + 1);
    s.stability = row.real(first + 2);
    s.difficulty = row.real(first + 3);
    s.last_review = row.instant(first + 4);
    s.last_day = row.day(first + 5);
    s.due_day = row.day(first + 6);
    s.due_at = row.instant(first + 7);
    s.reviews = row.number(first + 8);
    s.lapses = row.number(first + 9);
    return s;
}

CardRow read_card(const Query& row) {
    CardRow card;
    card.key = row.integer(0);
    card.id = row.id(1);
    card.fact = row.integer(2);
    card.casefile = row.integer(3);
    card.fact_id = row.text(4);
    card.case_id = row.text(5);
    card.position = row.number(6);
    card.order = row.integer(7);
    card.suspended = row.flag(8);
    card.retired = row.flag(9);
    card.marked = row.flag(10);
    card.buried_until = row.day(11);
    card.state = read_state(row, 12);
    card.case_title = row.text(22);
    return card;
}

bool put_state(Library::Connection& connection, CardKey card, const CardState& s) {
    return connection
               .query(sql::put_state, card, s.state, s.step, s.stability, s.difficulty, s.last_review, s.last_day,
                      s.due_day, s.due_at, s.reviews, s.lapses)
               .run() == 1;
}

}  // namespace cards::store
