#include <unordered_set>

#include "cards/store/card_columns.h"
#include "cards/store/sql.h"

namespace cards::store {
namespace {

using Connection = Library::Connection;

DueRow read_due(const Query& row) {
    return {row.integer(0), row.integer(1), row.integer(2), static_cast<State>(row.number(3)),
            row.instant(4), row.day(5),     row.real(6),    row.integer(7),
            row.real(8),    row.day(9)};
}

const std::string& card_by_key() {
    static const std::string sql = std::string(sql::card) + "WHERE card.key = ?1";
    return sql;
}

// Keeps an edit of a card as a row and in the card's state, which `change` sets.
void keep_edit(Connection& c, CardKey key, std::string_view what, std::int64_t value, const char* change,
               const Stamp& stamp) {
    Transaction transaction(c);
    if (c.query(change, key, value).run() != 1) throw missing("save your change", c.path, "such card");
    c.query(sql::add_edit, c.id_for(stamp), key, what, value, c.device_key, c.next_sequence(), stamp.at.at,
            stamp.at.utc_offset_minutes)
        .run();
    transaction.commit();
}

}  // namespace

std::optional<CardRow> Library::card(CardKey key) const {
    return connection_->guarded("read a card", [&]() -> std::optional<CardRow> {
        Query row = connection_->query(card_by_key(), key);
        if (!row.step()) return std::nullopt;
        return read_card(row);
    });
}

std::optional<CardKey> Library::find_card(std::string_view card_text_id) const {
    return connection_->guarded("find a card", [&]() -> std::optional<CardKey> {
        if (const auto id = parse_id(card_text_id)) {
            Query row = connection_->query("SELECT key FROM card WHERE id = ?1", *id);
            if (row.step()) return row.integer(0);
        }
        const std::size_t hash = card_text_id.rfind('#');
        if (hash == std::string_view::npos) return std::nullopt;
        Query row = connection_->query(
            "SELECT card.key, card.position FROM card JOIN fact ON fact.key = card.fact WHERE fact.text_id = ?1 "
            "ORDER BY fact.gone, fact.key, card.position",
            card_text_id.substr(0, hash));
        while (row.step()) {
            const CardKey key = row.integer(0);
            if (cards::card_text_id(card_text_id.substr(0, hash), row.number(1)) == card_text_id) return key;
        }
        return std::nullopt;
    });
}

std::vector<DueRow> Library::learning_cards(StudyDay today) const {
    return connection_->guarded("look for cards being learned", [&] {
        std::vector<DueRow> rows;
        Query row = connection_->query(sql::learning_cards, today);
        while (row.step())
            rows.push_back(read_due(row));
        return rows;
    });
}

std::vector<DueRow> Library::due_reviews(StudyDay today) const {
    return connection_->guarded("look for cards that are due", [&] {
        std::vector<DueRow> rows;
        Query row = connection_->query(sql::due_reviews, today);
        while (row.step())
            rows.push_back(read_due(row));
        return rows;
    });
}

int Library::count_due(StudyDay from, StudyDay to) const {
    return connection_->guarded("count cards that are due", [&] {
        Query row = connection_->query(
            "SELECT count(*) FROM card_state WHERE state = 2 AND suspended = 0 AND retired = 0 AND due_day BETWEEN ?1 "
            "AND ?2",
            from, to);
        row.step();
        return row.number(0);
    });
}

std::vector<DueRow> Library::new_cards(int limit, StudyDay today) const {
    return connection_->guarded("look for new cards", [&] {
        std::vector<DueRow> rows;
        std::unordered_set<FactKey> facts;
        Query row = connection_->query(sql::new_cards, today);
        while (static_cast<int>(rows.size()) < limit && row.step())
            if (facts.insert(row.integer(1)).second) rows.push_back(read_due(row));
        return rows;
    });
}

void Library::order_new_cards(const std::vector<std::string>& fact_ids) {
    connection_->guarded("order the new cards", [&] {
        Transaction transaction(*connection_);
        for (const std::string& fact_id : fact_ids) {
            std::vector<CardKey> cards;
            Query row = connection_->query(
                "SELECT s.card FROM fact JOIN card_state AS s ON s.fact = fact.key"
                " WHERE fact.text_id = ?1 AND s.state = 0 ORDER BY s.ordinal",
                fact_id);
            while (row.step())
                cards.push_back(row.integer(0));
            for (const CardKey card : cards)
                connection_
                    ->query("UPDATE card_state SET ordinal = ?2 WHERE card = ?1", card, connection_->next_ordinal())
                    .run();
        }
        transaction.commit();
    });
}

void Library::suspend(CardKey key, bool suspended, Stamp stamp) {
    connection_->guarded("suspend a card", [&] {
        keep_edit(*connection_, key, "suspend", suspended ? 1 : 0,
                  "UPDATE card_state SET suspended = ?2 WHERE card = ?1", stamp);
    });
}

void Library::bury(CardKey key, StudyDay until, Stamp stamp) {
    connection_->guarded("bury a card", [&] {
        keep_edit(*connection_, key, "bury", until.number,
                  "UPDATE card_state SET buried_until = ?2, by_sibling = 0 WHERE card = ?1", stamp);
    });
}

void Library::mark(CardKey key, bool marked, Stamp stamp) {
    connection_->guarded("mark a card", [&] {
        keep_edit(*connection_, key, "mark", marked ? 1 : 0, "UPDATE card_state SET marked = ?2 WHERE card = ?1",
                  stamp);
    });
}

}  // namespace cards::store
