#include "cards/store/check.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "cards/store/card_columns.h"
#include "cards/store/copy.h"
#include "cards/store/sql.h"

namespace cards::store {
namespace {

using Connection = Library::Connection;

constexpr int named_at_most = 5;

// A rule of the store: how many rows break it, and what that means.
struct Rule {
    const char* count;
    const char* words;  // After the number.
};

constexpr std::array rules = {
    Rule{"SELECT count(*) FROM card WHERE key NOT IN (SELECT card FROM card_state)",
         "card(s) missing from the schedule; `casebook check --rebuild` puts them back as their log says"},
    Rule{"SELECT count(*) FROM card_state AS s JOIN card ON card.key = s.card JOIN fact ON fact.key = card.fact "
         "WHERE s.fact <> card.fact OR s.casefile <> fact.casefile",
         "card(s) scheduled under the wrong fact or case; `casebook check --rebuild` mends it"},
    Rule{"SELECT count(*) FROM card_state AS s JOIN card ON card.key = s.card JOIN fact ON fact.key = card.fact "
         "WHERE json_valid(fact.questions) AND s.retired <> (fact.gone OR fact.retired OR "
         "coalesce(json_extract(fact.questions, '$[' || card.position || '][1]'), 1))",
         "card(s) retired, or not, against what their fact says; `casebook check --rebuild` mends it"},
    Rule{"SELECT count(*) FROM card_state AS s WHERE s.suspended <> coalesce((SELECT value FROM edit "
         "WHERE edit.card = s.card AND what = 'suspend' ORDER BY logged_ms DESC, sequence DESC LIMIT 1), 0)",
         "card(s) suspended, or not, against the student's last word; `casebook check --rebuild` mends it"},
    Rule{"SELECT count(*) FROM card_state AS s WHERE s.marked <> coalesce((SELECT value FROM edit "
         "WHERE edit.card = s.card AND what = 'mark' ORDER BY logged_ms DESC, sequence DESC LIMIT 1), 0)",
         "card(s) marked, or not, against the student's last word; `casebook check --rebuild` mends it"},
    Rule{"SELECT count(*) FROM fact WHERE NOT (json_valid(accept) AND json_valid(sources) AND json_valid(people) AND "
         "json_valid(questions) AND json_valid(wrong) AND json_valid(needs))",
         "fact(s) with a list that cannot be read; bring a backup back with `casebook restore`"},
    Rule{"SELECT count(*) FROM fact WHERE key NOT IN (SELECT fact FROM card)",
         "fact(s) without a card; nothing is lost, but they are never asked"},
    Rule{"SELECT abs((SELECT count(*) FROM device WHERE own = 1) - 1)",
         "device(s) too many or too few of the library's own; bring a backup back with `casebook restore`"},
    Rule{"SELECT count(*) FROM (SELECT 1 FROM fact WHERE gone = 0 GROUP BY casefile, text_id HAVING count(*) > 1)",
         "fact id(s) used twice in one case; rename one of the two"},
};

bool close(double a, double b) { return std::fabs(a - b) <= 1e-9 * std::max(std::fabs(a), std::fabs(b)); }

bool same(const CardState& a, const CardState& b) {
    CardState with_a_numbers = b;
    with_a_numbers.stability = a.stability;
    with_a_numbers.difficulty = a.difficulty;
    return a == with_a_numbers && close(a.stability, b.stability) && close(a.difficulty, b.difficulty);
}

// A card whose cached state is not what its log says.
struct WrongState {
    CardKey card;
    CardState right;
};

// Goes through cards and logs side by side, both in order of cards.
std::vector<WrongState> wrong_states(Connection& c, const Replay& replay, CheckReport& report) {
    std::vector<WrongState> wrong;
    Query card = c.query(
        "SELECT card, state, step, stability, difficulty, last_ms, last_day, due_day, due_ms, reviews, lapses "
        "FROM card_state ORDER BY card");
    Query review = c.query(sql::all_logs);
    bool more = review.step();
    std::vector<Review> log;
    while (card.step()) {
        const CardKey key = card.integer(0);
        log.clear();
        for (; more && review.integer(12) <= key; more = review.step())
            if (review.integer(12) == key) log.push_back(read_review(review));
        CardState right = replay(log);
        if (!same(right, read_state(card, 1))) wrong.push_back({key, right});
        ++report.cards;
    }
    return wrong;
}

std::int64_t count(Connection& c, const char* sql) {
    Query query = c.query(sql);
    query.step();
    return query.integer(0);
}

void check_file(Connection& c, CheckReport& report) {
    Query integrity = c.query("PRAGMA integrity_check(10)");
    while (integrity.step())
        if (const std::string found = integrity.text(0); found != "ok")
            report.problems.push_back("the file is damaged: " + found +
                                      "; if `casebook check --rebuild` cannot mend it, bring a backup back with "
                                      "`casebook restore`");
    Query references = c.query("SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2");
    while (references.step())
        report.problems.push_back(
            fmt::format("{} row(s) of \"{}\" belong to a {} that is not there; bring a backup "
                        "back with `casebook restore`",
                        references.integer(2), references.text(0), references.text(1)));
}

void check_rules(Connection& c, CheckReport& report) {
    for (const Rule& rule : rules)
        if (const std::int64_t broken = count(c, rule.count); broken > 0)
            report.problems.push_back(fmt::format("{} {}", broken, rule.words));
}

std::string name_of(Connection& c, CardKey key) {
    Query row = c.query(
        "SELECT fact.text_id, card.position FROM card JOIN fact ON fact.key = card.fact WHERE card.key = ?1", key);
    return row.step() ? card_text_id(row.text(0), row.number(1)) : fmt::format("card {}", key);
}

void check_states(Connection& c, const Replay& replay, CheckReport& report) {
    for (const WrongState& wrong : wrong_states(c, replay, report))
        report.wrong_caches.push_back(wrong.card);
    if (report.wrong_caches.empty()) return;
    std::string names;
    for (std::size_t i = 0; i < report.wrong_caches.size() && i < named_at_most; ++i)
        names += (i == 0 ? "" : ", ") + name_of(c, report.wrong_caches[i]);
    report.problems.push_back(
        fmt::format("{} card(s) scheduled otherwise than their reviews say ({}{}); "
                    "`casebook check --rebuild` mends it",
                    report.wrong_caches.size(), names, report.wrong_caches.size() > named_at_most ? ", …" : ""));
}

}  // namespace

CheckReport check(const Library& library, const Replay& replay) {
    Connection& c = library.connection();
    CheckReport report;
    c.guarded("check your library", [&] {
        try {
            check_file(c, report);
            check_rules(c, report);
            report.reviews = count(c, "SELECT count(*) FROM review");
            check_states(c, replay, report);
        } catch (const SQLite::Exception& e) {
            if (e.getErrorCode() != SQLITE_CORRUPT) throw;
            report.problems.push_back(std::string("the check could not go on: ") + e.what());
        }
    });
    return report;
}

CheckReport rebuild(Library& library, const Replay& replay) {
    Connection& c = library.connection();
    return c.guarded("rebuild your schedule", [&] {
        CheckReport report;
        Transaction transaction(c);
        c.query("REINDEX").run();
        const std::string wrong = first_damage(c.database, true);
        if (!wrong.empty()) throw damaged(c.path, wrong);
        c.database.exec(sql::mend_cards);
        for (const WrongState& state : wrong_states(c, replay, report)) {
            put_state(c, state.card, state.right);
            report.wrong_caches.push_back(state.card);
        }
        report.mended = static_cast<std::int64_t>(report.wrong_caches.size());
        report.reviews = count(c, "SELECT count(*) FROM review");
        check_rules(c, report);
        transaction.commit();
        return report;
    });
}

}  // namespace cards::store
