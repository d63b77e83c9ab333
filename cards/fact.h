// fact.h - what is known, from which source, and how surely: the record on which
// every card rests.
//
// Plain structs as a case file holds them. The rules they must keep are in
// cards/bank/check.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cards/time.h"

namespace cards {

enum class FactKind {
    Person,
    Organisation,
    Place,
    Date,
    Money,
    Number,
    Duration,
    Statute,
    Charge,
    Role,
    Method,
    Term,
    Quote,
    Outcome,
};

// How surely a claim is known.
enum class FactStatus {
    Established,  // Found by a court, admitted in a plea, or undisputed public record.
    Alleged,      // Charged or claimed by a prosecution, not proved.
    Reported,     // Stated by the press or by one party.
    Disputed,     // Good sources differ.
    Superseded,   // True then; replaced since by `superseded_by`.
};

// What the law has said of a person, as of a date.
enum class LegalStatus {
    Official,  // Judge, prosecutor, investigator, office holder.
    Witness,
    Named,            // Named in the papers or the press, never charged.
    NeverProsecuted,  // Known as an agent, never charged.
    Charged,
    Fugitive,  // Charged and out of the court's reach.
    Pleaded,
    Convicted,
    Acquitted,
    Dismissed,
};

enum class SourceTier { Court, Official, Press, Reference };

struct Source {
    std::string id;  // Unique in its case file.
    std::string publisher;
    std::string title;
    PartialDate date;     // Of the page or paper; unknown where it states none.
    std::string address;  // http or https.
    SourceTier tier = SourceTier::Press;
    bool read = false;                           // Whether the page's text was read when the file was written.
    int line = 0;                                // In the file it was read from; 0 otherwise.
    bool operator==(const Source& other) const;  // All but `line`.
};

struct Person {
    std::string id;
    std::string name;
    std::vector<std::string> aliases;
    LegalStatus status = LegalStatus::Named;
    PartialDate as_of;
    std::string detail;                // One sentence: the legal status exactly.
    std::vector<std::string> charges;  // As in the charging paper.
    int line = 0;
    bool operator==(const Person& other) const;  // All but `line`.
};

// One wording of a card's question. Its position in the fact is its identity:
// wordings are appended and retired, never reordered.
struct Question {
    std::string text;
    bool retired = false;
    bool operator==(const Question&) const = default;
};

struct Fact {
    std::string id;     // "mallory.payment": stable for ever.
    std::string claim;  // One complete sentence that stands alone.
    FactKind kind = FactKind::Term;
    std::string answer;               // At most six words.
    std::vector<std::string> accept;  // Other spellings that count.
    FactStatus status = FactStatus::Reported;
    PartialDate as_of;
    std::vector<std::string> sources;  // Ids of sources in the same file.
    std::vector<std::string> people;   // Ids of people in the same file.
    std::string passage;               // Occurs in the brief once, byte for byte.
    std::vector<Question> questions;
    std::vector<std::string> wrong;  // Distractors the author prefers.
    std::string note;
    std::vector<std::string> needs;  // Ids of facts (also of other files) asked first.
    std::string superseded_by;       // A fact id, exactly when Superseded.
    std::string derived;             // A source id, where the answer is not in the passage.
    bool checked = true;             // Whether a cited page that says so was read.
    bool retired = false;
    int line = 0;
    bool operator==(const Fact& other) const;  // All but `line`.
};

// The words a case file uses for them: "never-prosecuted", "court", …
std::string_view to_text(FactKind kind) noexcept;
std::string_view to_text(FactStatus status) noexcept;
std::string_view to_text(LegalStatus status) noexcept;
std::string_view to_text(SourceTier tier) noexcept;
std::optional<FactKind> fact_kind_from(std::string_view text) noexcept;
std::optional<FactStatus> fact_status_from(std::string_view text) noexcept;
std::optional<LegalStatus> legal_status_from(std::string_view text) noexcept;
std::optional<SourceTier> source_tier_from(std::string_view text) noexcept;

// Every word of each list, in the order of its enumeration.
const std::vector<std::string_view>& fact_kind_words();
const std::vector<std::string_view>& fact_status_words();
const std::vector<std::string_view>& legal_status_words();
const std::vector<std::string_view>& source_tier_words();

// Whether a question on a fact of this status must carry an attribution.
bool needs_attribution(FactStatus status) noexcept;

}  // namespace cards
