// fact_columns.h - facts, sources and people as database columns and back.
//
// Lists are JSON arrays; enumerations and dates are the words a case file uses.
// Reading throws BadRow where a column holds anything else. Private to the store.
#pragma once

#include <string>
#include <vector>

#include "cards/casefile.h"
#include "cards/store/query.h"

namespace cards::store {

std::string list_to_json(const std::vector<std::string>& list);
std::vector<std::string> list_from_json(const std::string& json);

std::string questions_to_json(const std::vector<Question>& questions);

// The whole record, for a fact's history.
std::string fact_to_json(const Fact& fact);
Fact fact_from_json(const std::string& json);

FactKind kind_from(const std::string& word);

inline constexpr int fact_columns = 18;  // As in sql/facts_of_case.sql.
Fact read_fact(const Query& row);        // From columns 0 to 17.
Source read_source(const Query& row);    // text_id, publisher, title, date, address, tier, was_read.
Person read_person(const Query& row);    // text_id, name, aliases, status, as_of, detail, charges.

}  // namespace cards::store
