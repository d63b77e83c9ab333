#include <algorithm>
#include <map>
#include <unordered_map>

#include "cards/store/card_columns.h"
#include "cards/store/case_rows.h"
#include "cards/store/fact_columns.h"
#include "cards/store/needs_order.h"
#include "cards/store/sql.h"

namespace cards::store {
namespace {

using Connection = Library::Connection;

// Writes one case file into the library and notes what changed.
class CaseWriter {
  public:
    CaseWriter(Connection& connection, const CaseFile& casefile, Origin origin, Stamp stamp)
        : c_(connection), file_(casefile), origin_(origin), stamp_(stamp) {
        if (const auto found = find_case(c_, file_.id)) {
            key_ = found->key;
            case_origin_ = found->origin;
            for (StoredFact& fact : facts_of(c_, key_)) {
                next_position_ = std::max(next_position_, fact.position + 1);
                std::string id = fact.fact.id;
                stored_.emplace(std::move(id), std::move(fact));
            }
        } else {
            add_case();
        }
    }

    Origin case_origin() const noexcept { return case_origin_; }

    void put_case(std::optional<Id> digest) const {
        c_.query(sql::put_case, key_, file_.title, file_.kind == CaseKind::General ? "general" : "case", file_.for_whom,
                 file_.begin, file_.end, file_.outcome, file_.summary, list_to_json(file_.tags), file_.brief, digest,
                 stamp_.at.at)
            .run();
    }

    // The case's sources and people of this origin are those of the file.
    void replace_sources_and_people() const {
        c_.query("DELETE FROM source WHERE casefile = ?1 AND origin = ?2", key_, origin_).run();
        c_.query("DELETE FROM person WHERE casefile = ?1 AND origin = ?2", key_, origin_).run();
        put_sources_and_people();
    }

    // Adds the file's to those there are.
    void put_sources_and_people() const {
        for (const Source& source : file_.sources)
            put(source);
        for (const Person& person : file_.people)
            put(person);
    }

    void put_facts() {
        for (const std::size_t i : needs_order(file_.facts))
            put_fact(file_.facts[i], static_cast<int>(i), {});
        for (auto& [id, stored] : stored_)
            if (stored.origin == origin_ && !stored.gone && file_.find_fact(id) == nullptr) set_aside(stored);
        if (!first_ordinals_.empty()) move_after_needs();
    }

    // A fact alone, in its place or after the others.
    void put_one(const Fact& fact, Id id) {
        const auto found = stored_.find(fact.id);
        put_fact(fact, found == stored_.end() ? next_position_ : found->second.position, id);
    }

    TakeOver report() const { return report_; }
    const std::vector<CardKey>& new_cards() const noexcept { return new_cards_; }

  private:
    void add_case() {
        case_origin_ = origin_;
        const Id id = origin_ == Origin::Shipped ? named_id("case", file_.id) : c_.new_id();
        Query row = c_.query(
            "INSERT INTO casefile (id, text_id, origin, title, kind, for_whom, begin_year, end_year, outcome, summary, "
            "tags, brief, made_ms, utc_offset, device, changed_ms) "
            "VALUES (?1, ?2, ?3, '', 'case', '', 0, 0, '', '', '[]', '', ?4, ?5, ?6, ?4) RETURNING key",
            id, file_.id, origin_, stamp_.at.at, stamp_.at.utc_offset_minutes, c_.device_key);
        row.step();
        key_ = row.integer(0);
        row.run();
    }

    // What the student has added gives way to what the case file brings; what the
    // case file has brought stays as it is when the student adds something.
    bool make_room(const char* there, const char* remove, const std::string& id) const {
        Query row = c_.query(there, key_, id);
        if (!row.step()) return true;
        if (origin_ == Origin::Own && row.number(0) == 0) return false;
        c_.query(remove, key_, id).run();
        return true;
    }

    void put(const Source& s) const {
        if (!make_room("SELECT origin FROM source WHERE casefile = ?1 AND text_id = ?2",
                       "DELETE FROM source WHERE casefile = ?1 AND text_id = ?2", s.id))
            return;
        c_.query(
              "INSERT INTO source (casefile, origin, text_id, publisher, title, date, address, tier, was_read) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
              key_, origin_, s.id, s.publisher, s.title, to_iso(s.date), s.address, to_text(s.tier), s.read)
            .run();
    }

    void put(const Person& p) const {
        if (!make_room("SELECT origin FROM person WHERE casefile = ?1 AND text_id = ?2",
                       "DELETE FROM person WHERE casefile = ?1 AND text_id = ?2", p.id))
            return;
        c_.query(
              "INSERT INTO person (casefile, origin, text_id, name, aliases, status, as_of, detail, charges) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
              key_, origin_, p.id, p.name, list_to_json(p.aliases), to_text(p.status), to_iso(p.as_of), p.detail,
              list_to_json(p.charges))
            .run();
    }

    void put_fact(const Fact& fact, int position, Id id) {
        const auto found = stored_.find(fact.id);
        if (found == stored_.end()) {
            add_fact(fact, position, id);
            return;
        }
        StoredFact& stored = found->second;
        if (stored.fact == fact && !stored.gone && stored.position == position) return;
        const bool reworded = !(stored.fact == fact);
        const bool set_aside_now = fact.retired && !stored.fact.retired && !stored.gone;
        const bool new_answer = fact.answer != stored.fact.answer;
        if (reworded) keep_history(stored);
        write_fact(sql::update_fact, fact, stored.key, position, stamp_.at.at);
        stored = {stored.key, position, stored.origin, false, fact};
        put_cards(stored);
        if (new_answer) reset_cards(stored.key);

        if (set_aside_now)
            report_.retired.push_back(fact.id);
        else if (new_answer)
            report_.asked_anew.push_back(fact.id);
        else if (reworded)
            report_.reworded.push_back(fact.id);
    }

    void add_fact(const Fact& fact, int position, Id id) {
        if (id.is_nil()) id = origin_ == Origin::Shipped ? named_id("fact", fact.id) : c_.new_id();
        write_fact(sql::add_fact, fact, id, key_, position, origin_, stamp_.at.at, stamp_.at.utc_offset_minutes,
                   c_.device_key);
        StoredFact stored{c_.database.getLastInsertRowid(), position, origin_, false, fact};
        next_position_ = std::max(next_position_, position + 1);
        ++report_.facts_added;
        put_cards(stored);
        stored_.emplace(fact.id, std::move(stored));
    }

    template <typename... More>
    void write_fact(const char* sql, const Fact& f, const More&... more) const {
        c_.query(sql, f.id, f.claim, to_text(f.kind), f.answer, list_to_json(f.accept), to_text(f.status),
                 to_iso(f.as_of), list_to_json(f.sources), list_to_json(f.people), f.passage,
                 questions_to_json(f.questions), list_to_json(f.wrong), f.note, list_to_json(f.needs), f.superseded_by,
                 f.derived, f.checked, f.retired, more...)
            .run();
    }

    void keep_history(const StoredFact& stored) const {
        c_.query(
              "INSERT INTO fact_history (id, fact, record, made_ms, utc_offset, device) VALUES (?1, ?2, ?3, ?4, ?5, "
              "?6)",
              c_.new_id(), stored.key, fact_to_json(stored.fact), stamp_.at.at, stamp_.at.utc_offset_minutes,
              c_.device_key)
            .run();
    }

    // The case file has it no longer: kept, and not asked.
    void set_aside(StoredFact& stored) {
        keep_history(stored);
        c_.query("UPDATE fact SET gone = 1, changed_ms = ?2 WHERE key = ?1", stored.key, stamp_.at.at).run();
        c_.query("UPDATE card_state SET retired = 1 WHERE fact = ?1", stored.key).run();
        stored.gone = true;
        if (!stored.fact.retired) report_.retired.push_back(stored.fact.id);
    }

    // A card for each question; those of retired questions, or of a retired fact,
    // are not asked.
    void put_cards(const StoredFact& stored) {
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

    void add_card(const StoredFact& stored, int position, bool retired) {
        const Id id =
            stored.origin == Origin::Shipped ? named_id("card", card_text_id(stored.fact.id, position)) : c_.new_id();
        Query row = c_.query(sql::add_card, id, stored.key, position, stamp_.at.at, stamp_.at.utc_offset_minutes,
                             c_.device_key);
        row.step();
        const CardKey key = row.integer(0);
        row.run();
        const std::int64_t ordinal = c_.next_ordinal();
        first_ordinals_.emplace(stored.fact.id, ordinal);
        c_.query("INSERT INTO card_state (card, fact, casefile, ordinal, retired) VALUES (?1, ?2, ?3, ?4, ?5)", key,
                 stored.key, key_, ordinal, retired)
            .run();
        new_cards_.push_back(key);
        if (!retired) ++report_.cards_added;
    }

    void reset_cards(FactKey fact) const {
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
    void move_after_needs() {
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
    std::int64_t move_to_end(FactKey fact) const {
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

    Connection& c_;
    const CaseFile& file_;
    Origin origin_;
    Stamp stamp_;
    CaseKey key_ = 0;
    Origin case_origin_ = Origin::Shipped;
    int next_position_ = 0;
    std::map<std::string, StoredFact, std::less<>> stored_;
    std::unordered_map<std::string, std::int64_t> first_ordinals_;  // Of facts with cards added or moved now.
    std::vector<CardKey> new_cards_;
    TakeOver report_;
};

}  // namespace

TakeOver Library::take_over(const CaseFile& casefile, Origin origin, std::string_view toml, Stamp stamp) {
    Connection& c = *connection_;
    return c.guarded("copy the case \"" + casefile.id + "\" into your library", [&]() -> TakeOver {
        if (has_text(casefile.id, toml)) return {};
        Transaction transaction(c);
        CaseWriter writer(c, casefile, origin, stamp);
        writer.put_case(toml.empty() ? std::nullopt : std::optional<Id>(digest_of(toml)));
        writer.replace_sources_and_people();
        writer.put_facts();
        TakeOver report = writer.report();
        report.changed = true;
        transaction.commit();
        return report;
    });
}

std::vector<CardKey> Library::add_fact(const CaseFile& case_with_sources, const Fact& fact, Stamp stamp) {
    Connection& c = *connection_;
    return c.guarded("add a fact to the case \"" + case_with_sources.id + "\"", [&] {
        Transaction transaction(c);
        CaseWriter writer(c, case_with_sources, Origin::Own, stamp);
        if (writer.case_origin() == Origin::Own) writer.put_case(std::nullopt);
        writer.put_sources_and_people();
        writer.put_one(fact, stamp.id);
        transaction.commit();
        return writer.new_cards();
    });
}

}  // namespace cards::store
