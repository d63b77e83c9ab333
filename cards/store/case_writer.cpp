#include "cards/store/case_writer.h"

#include <algorithm>

#include "cards/store/fact_columns.h"
#include "cards/store/needs_order.h"
#include "cards/store/sql.h"

namespace cards::store {

CaseWriter::CaseWriter(Library::Connection& connection, const CaseFile& casefile, Origin origin, Stamp stamp)
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

void CaseWriter::put_case(std::optional<Id> digest) const {
    c_.query(sql::put_case, key_, file_.title, file_.kind == CaseKind::General ? "general" : "case", file_.for_whom,
             file_.begin, file_.end, file_.outcome, file_.summary, list_to_json(file_.tags), file_.brief, digest,
             stamp_.at.at)
        .run();
}

void CaseWriter::replace_sources_and_people() const {
    c_.query("DELETE FROM source WHERE casefile = ?1 AND origin = ?2", key_, origin_).run();
    c_.query("DELETE FROM person WHERE casefile = ?1 AND origin = ?2", key_, origin_).run();
    put_sources_and_people();
}

void CaseWriter::put_sources_and_people() const {
    for (const Source& source : file_.sources)
        put(source);
    for (const Person& person : file_.people)
        put(person);
}

void CaseWriter::put_facts() {
    for (const std::size_t i : needs_order(file_.facts))
        put_fact(file_.facts[i], static_cast<int>(i), {});
    for (auto& [id, stored] : stored_)
        if (stored.origin == origin_ && !stored.gone && file_.find_fact(id) == nullptr) set_aside(stored);
    if (!first_ordinals_.empty()) move_after_needs();
}

void CaseWriter::put_one(const Fact& fact, Id id) {
    const auto found = stored_.find(fact.id);
    put_fact(fact, found == stored_.end() ? next_position_ : found->second.position, id);
}

void CaseWriter::add_case() {
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
bool CaseWriter::make_room(const char* there, const char* remove, const std::string& id) const {
    Query row = c_.query(there, key_, id);
    if (!row.step()) return true;
    if (origin_ == Origin::Own && row.number(0) == 0) return false;
    c_.query(remove, key_, id).run();
    return true;
}

void CaseWriter::put(const Source& s) const {
    if (!make_room("SELECT origin FROM source WHERE casefile = ?1 AND text_id = ?2",
                   "DELETE FROM source WHERE casefile = ?1 AND text_id = ?2", s.id))
        return;
    c_.query(
          "INSERT INTO source (casefile, origin, text_id, publisher, title, date, address, tier, was_read) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
          key_, origin_, s.id, s.publisher, s.title, to_iso(s.date), s.address, to_text(s.tier), s.read)
        .run();
}

void CaseWriter::put(const Person& p) const {
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

void CaseWriter::put_fact(const Fact& fact, int position, Id id) {
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

void CaseWriter::add_fact(const Fact& fact, int position, Id id) {
    if (id.is_nil()) id = origin_ == Origin::Shipped ? named_id("fact", fact.id) : c_.new_id();
    write_fact(sql::add_fact, fact, id, key_, position, origin_, stamp_.at.at, stamp_.at.utc_offset_minutes,
               c_.device_key);
    StoredFact stored{c_.database.getLastInsertRowid(), position, origin_, false, fact};
    next_position_ = std::max(next_position_, position + 1);
    first_ordinals_.emplace(fact.id, c_.next_ordinal());  // Its cards come after this place.
    ++report_.facts_added;
    put_cards(stored);
    stored_.emplace(fact.id, std::move(stored));
}

template <typename... More>
void CaseWriter::write_fact(const char* sql, const Fact& f, const More&... more) const {
    c_.query(sql, f.id, f.claim, to_text(f.kind), f.answer, list_to_json(f.accept), to_text(f.status), to_iso(f.as_of),
             list_to_json(f.sources), list_to_json(f.people), f.passage, questions_to_json(f.questions),
             list_to_json(f.wrong), f.note, list_to_json(f.needs), f.superseded_by, f.derived, f.checked, f.retired,
             more...)
        .run();
}

void CaseWriter::keep_history(const StoredFact& stored) const {
    c_.query(
          "INSERT INTO fact_history (id, fact, record, made_ms, utc_offset, device) VALUES (?1, ?2, ?3, ?4, ?5, "
          "?6)",
          c_.new_id(), stored.key, fact_to_json(stored.fact), stamp_.at.at, stamp_.at.utc_offset_minutes, c_.device_key)
        .run();
}

// The case file has it no longer: kept, and not asked.
void CaseWriter::set_aside(StoredFact& stored) {
    keep_history(stored);
    c_.query("UPDATE fact SET gone = 1, changed_ms = ?2 WHERE key = ?1", stored.key, stamp_.at.at).run();
    c_.query("UPDATE card_state SET retired = 1 WHERE fact = ?1", stored.key).run();
    stored.gone = true;
    if (!stored.fact.retired) report_.retired.push_back(stored.fact.id);
}

}  // namespace cards::store
