#include "cards/store/card_columns.h"
#include "cards/store/sql.h"

namespace cards::store {
namespace {

using Connection = Library::Connection;

std::vector<Review> log_of(Connection& c, CardKey key) {
    std::vector<Review> log;
    Query row = c.query(sql::log, key);
    while (row.step())
        log.push_back(read_review(row));
    return log;
}

void add_review(Connection& c, CardKey key, const Review& r) {
    c.query(sql::add_review, r.id.is_nil() ? c.new_id() : r.id, key, c.device_key, c.next_sequence(), r.at.at,
            r.at.utc_offset_minutes, r.day, r.rating, r.took_ms, r.form, r.answer, r.outcome.state, r.outcome.step,
            r.outcome.due_day, r.outcome.due_at)
        .run();
}

void bury_siblings_of(Connection& c, CardKey key, StudyDay until) {
    c.query(
         "UPDATE card_state SET buried_until = ?2, by_sibling = 1 "
         "WHERE fact = (SELECT fact FROM card_state WHERE card = ?1) AND card <> ?1 AND buried_until < ?2",
         key, until)
        .run();
}

std::optional<Undone> last_not_undone(Connection& c) {
    Query row = c.query(sql::last_not_undone, c.device_key);
    if (!row.step()) return std::nullopt;
    return Undone{row.integer(13), read_review(row)};
}

// Whether this very review is there already: a disk that failed at the last step
// of a commit may have kept what it refused, and the student has tried again.
bool is_recorded(Connection& c, CardKey key, const Review& r) {
    return !r.id.is_nil() &&
           c.query("SELECT 1 FROM review WHERE id = ?1 AND card = ?2 AND made_ms = ?3", r.id, key, r.at.at).step();
}

}  // namespace

void Library::record(CardKey key, const Review& review, const CardState& after, bool bury_siblings) {
    Connection& c = *connection_;
    c.guarded("save your answer", [&] {
        if (is_recorded(c, key, review)) return;
        Transaction transaction(c);
        if (!c.query("SELECT 1 FROM card_state WHERE card = ?1", key).step())
            throw missing("save your answer", c.path, "such card");
        add_review(c, key, review);
        put_state(c, key, after);
        if (bury_siblings) bury_siblings_of(c, key, StudyDay{review.day.number + 1});
        transaction.commit();
    });
}

std::optional<Undone> Library::undo_last(Stamp stamp,
                                         const std::function<CardState(const std::vector<Review>&)>& replay) {
    Connection& c = *connection_;
    return c.guarded("undo your last answer", [&]() -> std::optional<Undone> {
        Transaction transaction(c);
        const auto undone = last_not_undone(c);
        if (!undone) return std::nullopt;
        c.query(
             "INSERT INTO undo (id, review, device, sequence, made_ms, utc_offset) "
             "SELECT ?1, key, ?3, ?4, ?5, ?6 FROM review WHERE id = ?2",
             c.id_for(stamp), undone->review.id, c.device_key, c.next_sequence(), stamp.at.at,
             stamp.at.utc_offset_minutes)
            .run();
        put_state(c, undone->card, replay(log_of(c, undone->card)));
        c.query(sql::unbury_siblings, undone->card, undone->review.day).run();
        transaction.commit();
        return undone;
    });
}

std::vector<Review> Library::log(CardKey key) const {
    return connection_->guarded("read a card's log", [&] { return log_of(*connection_, key); });
}

DayCounts Library::done_on(StudyDay day) const {
    Connection& c = *connection_;
    return c.guarded("count the day's answers", [&] {
        DayCounts counts;
        Query sums = c.query(sql::day_counts, day);
        sums.step();
        counts.new_cards = sums.number(0);
        counts.reviews = sums.number(1);
        counts.answers = sums.number(2);
        counts.took_ms = sums.integer(3);
        Query fact = c.query(sql::day_facts, day);
        while (fact.step())
            counts.facts.push_back(fact.integer(0));
        return counts;
    });
}

std::optional<Moment> Library::last_review_at() const {
    return connection_->guarded("read the last review", [&]() -> std::optional<Moment> {
        Query row = connection_->query(
            "SELECT made_ms, utc_offset FROM review WHERE device = ?1 ORDER BY sequence DESC LIMIT 1",
            connection_->device_key);
        if (!row.step()) return std::nullopt;
        return Moment{row.instant(0), row.number(1)};
    });
}

}  // namespace cards::store
