#include "cards/store/case_rows.h"
#include "cards/store/connection.h"
#include "cards/store/fact_columns.h"
#include "cards/store/sql.h"

namespace cards::store {
namespace {

using Connection = Library::Connection;

CaseKind case_kind_from(const std::string& word) { return word == "general" ? CaseKind::General : CaseKind::Case; }

std::vector<Source> sources_of(Connection& c, CaseKey key) {
    std::vector<Source> sources;
    Query row = c.query(
        "SELECT text_id, publisher, title, date, address, tier, was_read FROM source WHERE casefile = ?1 "
        "ORDER BY origin, key",
        key);
    while (row.step())
        sources.push_back(read_source(row));
    return sources;
}

std::vector<Person> people_of(Connection& c, CaseKey key) {
    std::vector<Person> people;
    Query row = c.query(
        "SELECT text_id, name, aliases, status, as_of, detail, charges FROM person WHERE casefile = ?1 "
        "ORDER BY origin, key",
        key);
    while (row.step())
        people.push_back(read_person(row));
    return people;
}

}  // namespace

std::optional<StoredCase> find_case(Connection& c, std::string_view text_id) {
    Query row = c.query("SELECT key, origin, digest FROM casefile WHERE text_id = ?1 ORDER BY key LIMIT 1", text_id);
    if (!row.step()) return std::nullopt;
    StoredCase found{row.integer(0), static_cast<Origin>(row.number(1)), std::nullopt};
    if (!row.is_null(2)) found.digest = row.id(2);
    return found;
}

std::vector<StoredFact> facts_of(Connection& c, CaseKey key) {
    std::vector<StoredFact> facts;
    Query row = c.query(sql::facts_of_case, key);
    while (row.step())
        facts.push_back(
            {row.integer(18), row.number(19), static_cast<Origin>(row.number(20)), row.flag(21), read_fact(row)});
    return facts;
}

std::vector<CaseRow> Library::cases() const {
    return connection_->guarded("list your cases", [&] {
        std::vector<CaseRow> cases;
        Query row = connection_->query(sql::cases);
        while (row.step())
            cases.push_back({row.integer(0), row.text(1), row.text(2), case_kind_from(row.text(3)),
                             static_cast<Origin>(row.number(4)), row.number(5)});
        return cases;
    });
}

std::vector<FactAnswer> Library::answers(const std::vector<FactKey>& facts) const {
    return connection_->guarded("read what your cards ask for", [&] {
        std::string keys;
        for (const FactKey key : facts)
            keys += (keys.empty() ? "[" : ",") + std::to_string(key);
        std::vector<FactAnswer> answers;
        if (keys.empty()) return answers;
        Query row = connection_->query(sql::answers, keys + "]");
        while (row.step())
            answers.push_back({row.integer(0), row.text(1), kind_from(row.text(2)), row.text(3)});
        return answers;
    });
}

std::optional<CaseFile> Library::casefile(std::string_view text_id) const {
    Connection& c = *connection_;
    return c.guarded("read a case", [&]() -> std::optional<CaseFile> {
        Query row = c.query(
            "SELECT text_id, title, kind, for_whom, begin_year, end_year, outcome, summary, tags, brief, key "
            "FROM casefile WHERE text_id = ?1 ORDER BY key LIMIT 1",
            text_id);
        if (!row.step()) return std::nullopt;
        CaseFile f;
        f.id = row.text(0);
        f.title = row.text(1);
        f.kind = case_kind_from(row.text(2));
        f.for_whom = row.text(3);
        f.begin = row.number(4);
        f.end = row.number(5);
        f.outcome = row.text(6);
        f.summary = row.text(7);
        f.tags = list_from_json(row.text(8));
        f.brief = row.text(9);
        const CaseKey key = row.integer(10);
        f.people = people_of(c, key);
        f.sources = sources_of(c, key);
        for (StoredFact& stored : facts_of(c, key)) {
            if (stored.gone) stored.fact.retired = true;
            f.facts.push_back(std::move(stored.fact));
        }
        return f;
    });
}

std::optional<Fact> Library::fact(FactKey key) const {
    return connection_->guarded("read a fact", [&]() -> std::optional<Fact> {
        Query row = connection_->query(
            "SELECT text_id, claim, kind, answer, accept, status, as_of, sources, people, passage, questions, wrong, "
            "note, needs, superseded_by, derived, checked, retired FROM fact WHERE key = ?1",
            key);
        if (!row.step()) return std::nullopt;
        return read_fact(row);
    });
}

CaseFile Library::part_of_case(CaseKey key, std::string_view text_id, FactKind kind) const {
    Connection& c = *connection_;
    return c.guarded("read a case", [&] {
        CaseFile part;
        part.id = text_id;
        if (kind == FactKind::Person) part.people = people_of(c, key);
        Query row = c.query(
            "SELECT text_id, claim, kind, answer, accept, status, as_of, sources, people, passage, questions, wrong, "
            "note, needs, superseded_by, derived, checked, retired OR gone FROM fact WHERE casefile = ?1 AND kind = ?2 "
            "ORDER BY gone, origin, position, key",
            key, to_text(kind));
        while (row.step())
            part.facts.push_back(read_fact(row));
        return part;
    });
}

bool Library::has_text(std::string_view text_id, std::string_view toml) const {
    return connection_->guarded("look for a case", [&] {
        const auto found = find_case(*connection_, text_id);
        return found && found->digest && !toml.empty() && *found->digest == digest_of(toml);
    });
}

std::vector<FactVersion> Library::history(FactKey fact) const {
    return connection_->guarded("read a fact's history", [&] {
        std::vector<FactVersion> versions;
        Query row = connection_->query(
            "SELECT record, made_ms, utc_offset FROM fact_history WHERE fact = ?1 ORDER BY key", fact);
        while (row.step())
            versions.push_back({fact_from_json(row.text(0)), Moment{row.instant(1), row.number(2)}});
        return versions;
    });
}

}  // namespace cards::store
