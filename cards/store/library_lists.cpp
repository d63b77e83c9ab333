// library_lists.cpp - lists over many cards and reviews, for predictions, for the
// optimiser and for the student's own looking through.
#include "cards/store/card_columns.h"
#include "cards/store/sql.h"

namespace cards::store {
namespace {

const std::string& cards_by_case() {
    static const std::string sql =
        std::string(sql::card) + "WHERE s.casefile = ?1 AND s.retired = 0 ORDER BY fact.position, card.position, 1";
    return sql;
}

const std::string& cards_by_lapses() {
    static const std::string sql =
        std::string(sql::card) + "WHERE s.lapses >= ?1 AND s.retired = 0 ORDER BY s.lapses DESC, 1";
    return sql;
}

std::vector<CardRow> read_cards(Query row) {
    std::vector<CardRow> rows;
    while (row.step())
        rows.push_back(read_card(row));
    return rows;
}

}  // namespace

std::vector<CardRow> Library::all_cards() const {
    return connection_->guarded("list your cards", [&] { return read_cards(connection_->query(sql::card)); });
}

std::vector<CardRow> Library::cards_of(CaseKey casefile) const {
    return connection_->guarded("list a case's cards",
                                [&] { return read_cards(connection_->query(cards_by_case(), casefile)); });
}

std::vector<CardRow> Library::lapsed_cards(int lapses) const {
    return connection_->guarded("look for cards often forgotten",
                                [&] { return read_cards(connection_->query(cards_by_lapses(), lapses)); });
}

std::vector<StateRow> Library::states() const {
    return connection_->guarded("read your cards' schedules", [&] {
        std::vector<StateRow> rows;
        Query row = connection_->query(
            "SELECT card, casefile, state, step, stability, difficulty, last_ms, last_day, due_day, due_ms, reviews,"
            " lapses FROM card_state WHERE suspended = 0 AND retired = 0 ORDER BY card");
        while (row.step())
            rows.push_back({row.integer(0), row.integer(1), read_state(row, 2)});
        return rows;
    });
}

std::vector<LoggedRow> Library::whole_log() const {
    return connection_->guarded("read your reviews", [&] {
        std::vector<LoggedRow> rows;
        Query row = connection_->query(sql::all_logs);
        while (row.step()) {
            const Review review = read_review(row);
            rows.push_back({row.integer(12), review.at.at, review.day, review.rating});
        }
        return rows;
    });
}

}  // namespace cards::store
