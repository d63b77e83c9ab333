// draft.h - a card as a student types it, and the fact it becomes.
#pragma once

#include <string>
#include <vector>

#include "cards/bank/lint.h"
#include "cards/casefile.h"

namespace app {

// Every field as typed. Lists are typed with semicolons between.
struct Draft {
    std::string question;
    std::string answer;
    std::string accept;     // Other accepted answers.
    std::string wrong;      // Wrong options.
    std::string statement;  // The claim in one sentence; made from question and answer where empty.
    std::string passage;    // The words of the source that say it; may be empty.
    std::string publisher;
    std::string title;
    std::string address;
    std::string source_date;
    std::string as_of;
    std::string note;
    cards::FactStatus status = cards::FactStatus::Reported;
    cards::FactKind kind = cards::FactKind::Term;
    cards::SourceTier tier = cards::SourceTier::Press;
    std::string case_id;         // An existing case, or "" for a new one …
    std::string new_case_title;  // … of this title.
    bool operator==(const Draft&) const = default;
};

// What stops a draft from being saved, one sentence per field; empty = it can be.
struct DraftProblem {
    std::string field;  // As in Draft.
    std::string what;
};
std::vector<DraftProblem> problems_of(const Draft& draft);

// The source and fact of a draft that has no problems. `fact_id` and `source_id`
// are the text ids to give them.
cards::Source source_of(const Draft& draft, const std::string& source_id);
cards::Fact fact_of(const Draft& draft, const std::string& fact_id, const std::string& source_id);

// The rules for good cards that the draft breaks, those of empty fields left out.
// `people` are those of the chosen case.
std::vector<cards::bank::Finding> advice_on(const Draft& draft, const std::vector<cards::Person>& people);

// "Kevin Mallory" -> "kevin-mallory": lower-case letters, digits and single
// dashes, at most 40 characters; "case" when nothing is left.
std::string slug(const std::string& text);

// The parts of a list typed with semicolons, trimmed, empty ones left out.
std::vector<std::string> split_list(const std::string& text);

}  // namespace app
