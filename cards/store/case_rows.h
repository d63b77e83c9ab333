// case_rows.h - cases and facts as the library has them, for taking over a case.
//
// Private to the store.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "cards/store/connection.h"

namespace cards::store {

struct StoredCase {
    CaseKey key = 0;
    Origin origin = Origin::Shipped;
    std::optional<Id> digest;  // Of the text it was taken over from.
};

struct StoredFact {
    FactKey key = 0;
    int position = 0;
    Origin origin = Origin::Shipped;
    bool gone = false;  // Its case file has it no longer.
    Fact fact;
};

std::optional<StoredCase> find_case(Library::Connection& connection, std::string_view text_id);
std::vector<StoredFact> facts_of(Library::Connection& connection, CaseKey key);

// Tells texts of case files apart.
inline Id digest_of(std::string_view toml) { return named_id("text", toml); }

}  // namespace cards::store
