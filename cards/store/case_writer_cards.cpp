// The part of CaseWriter that keeps cards in step with their facts.
#include <algorithm>

#include "cards/store/card_columns.h"
#include "cards/store/case_writer.h"
#include "cards/store/fact_columns.h"
#include "cards/store/sql.h"

namespace cards::store {

// A card for each question; those of retired questions, or of a retired fact,
// are not asked.
void CaseWriter::put_cards(const StoredFact& stored) {
    const auto& questions = stored.fact.questions;
    c_.query(
          "UPDATE card_state SET retired = 1 WHERE fact = ?1 AND card IN "
          "(SELECT key FROM card WHERE fact = ?1 AND position >= ?2)",
          stored.key, static_cast<std::int64_t>(questions.size()))
        .run();
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const int position = static_cast<int>(i);
        const bool retired = stored.fact.retired || questions[i].retired;
        Query there = c_.query("SELECT key FROM card WHERE fact = ?1 AND position = ?2", stored.key, position);
        if (there.step())
            c_.query("UPDATE card_state SET retired = ?2 WHERE card = ?1", there.integer(0), retired).run();
        else
            add_card(stored, position, retired);
    }
}

void CaseWriter::add_card(const StoredFact& stored, int position, bool retired) {
    const Id id =
        stored.origin == Origin::Shipped ? named_id("card", card_text_id(stored.fact.id, position)) : c_.new_id();
    Query row =
        c_.query(sql::add_card, id, stored.key, position, stamp_.at.at, stamp_.at.utc_offset_minutes, c_.device_key);
    row.step();
    const CardKey key = row.integer(0);
    row.run();
    const std::int64_t ordinal = c_.next_ordinal();
    c_.query("INSERT INTO card_state (card, fact, casefile, ordinal, retired) VALUES (?1, ?2, ?3, ?4, ?5)", key,
             stored.key, key_, ordinal, retired)
        .run();
    new_cards_.push_back(key);
    if (!retired) ++report_.cards_added;
}

void CaseWriter::reset_cards(FactKey fact) const {
    std::vector<CardKey> asked;
    Query row = c_.query("SELECT card FROM card_state WHERE fact = ?1 AND state <> 0", fact);
    while (row.step())
        asked.push_back(row.integer(0));
    for (const CardKey card : asked) {
        c_.query(sql::reset_card, c_.new_id(), card, c_.device_key, c_.next_sequence(), stamp_.at.at,
                 stamp_.at.utc_offset_minutes)
            .run();
        put_state(c_, card, CardState{});
    }
}

// Facts taken over earlier may need one that has come only now: their new cards
// go to the end, and with them those of facts that need these.
void CaseWriter::move_after_needs() {
    struct Waiting {
        FactKey key;
        std::string id;
        std::vector<std::string> needs;
        std::int64_t first;
        bool moved = false;
    };
    std::vector<Waiting> waiting;
    Query row = c_.query(sql::facts_that_wait);
    while (row.step())
        waiting.push_back({row.integer(0), row.text(1), list_from_json(row.text(2)), row.integer(3)});
    for (bool again = true; again;) {
        again = false;
        for (Waiting& w : waiting) {
            const bool too_early = std::any_of(w.needs.begin(), w.needs.end(), [&](const std::string& need) {
                const auto late = first_ordinals_.find(need);
                return late != first_ordinals_.end() && late->second > w.first;
            });
            if (w.moved || !too_early) continue;
            first_ordinals_[w.id] = w.first = move_to_end(w.key);
            w.moved = again = true;
        }
    }
}

// The fact's new cards, after all others. Returns the first's new place.
std::int64_t CaseWriter::move_to_end(FactKey fact) const {
    std::vector<CardKey> cards;
    Query row = c_.query("SELECT card FROM card_state WHERE fact = ?1 AND state = 0 ORDER BY ordinal", fact);
    while (row.step())
        cards.push_back(row.integer(0));
    const std::int64_t first = c_.next_ordinal();
    std::int64_t ordinal = first;
    for (const CardKey card : cards) {
        c_.query("UPDATE card_state SET ordinal = ?2 WHERE card = ?1", card, ordinal).run();
        ordinal = c_.next_ordinal();
    }
    return first;
}

}  // namespace cards::store
