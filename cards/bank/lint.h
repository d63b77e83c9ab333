// lint.h - the rules for good cards that one card alone can break.
//
// Used by the bank's check, and as advice while a student types a card.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cards/diagnostic.h"
#include "cards/fact.h"

namespace cards::bank {

struct Finding {
    Severity severity = Severity::Error;
    std::string rule;   // "B2".
    std::string field;  // "question", "answer", "wrong", "claim", "sources", "status", "as_of".
    std::string what;
    std::string fix;
};

// Findings on one question of a fact: stem, answer and options together.
// `people` are those of the fact's case; used for rule A6.
std::vector<Finding> lint(const Fact& fact, const Question& question, const std::vector<Person>& people);

}  // namespace cards::bank
