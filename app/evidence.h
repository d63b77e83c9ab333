// evidence.h - what stands behind an answer: claim, passage, sources, how surely
// it is known and as of when.
#pragma once

#include <string>
#include <vector>

#include "cards/casefile.h"

namespace app {

struct EvidenceSource {
    std::string publisher;
    std::string title;
    std::string date;  // "8 June 2018"; "" where the page states none.
    std::string address;
    std::string tier;   // "court", "official", "press", "reference".
    bool read = false;  // The page's text was read when the case file was written.
};

struct EvidencePerson {
    std::string name;
    std::string status;  // "convicted", as of `as_of`.
    std::string as_of;
    std::string detail;
};

struct Evidence {
    std::string case_id;
    std::string case_title;
    std::string fact_id;
    std::string claim;
    std::string passage;           // Exact words of the brief.
    std::string before;            // The rest of its sentence there: what stands before it
    std::string after;             // and after it.
    std::size_t answer_begin = 0;  // The answer's bytes in the passage;
    std::size_t answer_end = 0;    // both 0 where it is not in it word for word.
    cards::FactStatus status = cards::FactStatus::Reported;
    std::string as_of;          // "8 June 2018".
    std::string superseded_by;  // The claim that replaced this one, or "".
    std::string note;
    bool checked = true;
    std::vector<EvidenceSource> sources;
    std::vector<EvidencePerson> people;
};

// The evidence of one fact of a case. `fact` must be of `casefile`.
Evidence evidence_of(const cards::CaseFile& casefile, const cards::Fact& fact);

// What a status means, in a sentence for a student.
std::string status_meaning(cards::FactStatus status);

// Where `answer` stands in `passage`, ignoring the case of ASCII letters: byte
// offsets, or an empty range.
std::pair<std::size_t, std::size_t> find_answer(const std::string& passage, const std::string& answer);

}  // namespace app
