// options.h - the four answers offered while a card is being learned.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cards/casefile.h"

namespace cards::bank {

// A fact of some case that could lend its answer as a distractor.
struct Lender {
    const Fact* fact = nullptr;
    const CaseFile* casefile = nullptr;
};

struct OptionSet {
    std::vector<std::string> options;  // The right answer among them.
    std::size_t right = 0;             // Its index.
};

// The options for a question on `fact`: the right answer and up to three
// distractors: those the author prefers, then answers of the same kind from
// `lenders` (another case's first), never an alias of the answer, never a part of
// it or of another option, never true here. A person is lent only by a fact whose
// case lists that person as pleaded or convicted, or where the fact's own answer is
// an official or uncharged person too. Numbers, money and dates stand in ascending
// order; other options are shuffled by `seed`. Fewer than three options in all: an
// empty set (ask otherwise).
OptionSet choose_options(const Fact& fact, const CaseFile& casefile, const std::vector<Lender>& lenders,
                         std::uint64_t seed);

}  // namespace cards::bank
