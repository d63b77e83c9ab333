// case_writer.h - one case file on its way into the library.
//
// Within a transaction of the caller's. What changed is noted for the report.
// Private to the store.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "cards/store/case_rows.h"

namespace cards::store {

class CaseWriter {
  public:
    // Finds the case, or makes it without content.
    CaseWriter(Library::Connection& connection, const CaseFile& casefile, Origin origin, Stamp stamp);

    Origin case_origin() const noexcept { return case_origin_; }

    // What the file says of the case itself.
    void put_case(std::optional<Id> digest) const;

    // The case's sources and people of this origin become those of the file.
    void replace_sources_and_people() const;

    // Adds the file's to those there are.
    void put_sources_and_people() const;

    // The case's facts of this origin become those of the file.
    void put_facts();

    // A fact alone, in its place or after the others. A new one gets `id`.
    void put_one(const Fact& fact, Id id);

    TakeOver report() const { return report_; }
    const std::vector<CardKey>& new_cards() const noexcept { return new_cards_; }

  private:
    void add_case();
    bool make_room(const char* there, const char* remove, const std::string& id) const;
    void put(const Source& source) const;
    void put(const Person& person) const;

    void put_fact(const Fact& fact, int position, Id id);
    void add_fact(const Fact& fact, int position, Id id);
    template <typename... More>
    void write_fact(const char* sql, const Fact& fact, const More&... more) const;
    void keep_history(const StoredFact& stored) const;
    void set_aside(StoredFact& stored);

    void put_cards(const StoredFact& stored);
    void add_card(const StoredFact& stored, int position, bool retired);
    void reset_cards(FactKey fact) const;
    void move_after_needs();
    std::int64_t move_to_end(FactKey fact) const;

    Library::Connection& c_;
    const CaseFile& file_;
    Origin origin_;
    Stamp stamp_;
    CaseKey key_ = 0;
    Origin case_origin_ = Origin::Shipped;
    int next_position_ = 0;
    std::map<std::string, StoredFact, std::less<>> stored_;
    std::unordered_map<std::string, std::int64_t>
        first_ordinals_;  // Where facts added or moved now stand among new cards.
    std::vector<CardKey> new_cards_;
    TakeOver report_;
};

}  // namespace cards::store
