// gap.h - a claim with its answer left out: how a young card is asked.
#pragma once

#include <optional>
#include <string>

#include "cards/fact.h"

namespace cards::bank {

struct Gap {
    std::string before;  // The claim up to the answer …
    std::string after;   // … and from its end.
};

// Cuts the answer, or the first accepted spelling found, out of the claim, whatever
// its case. Nothing where it does not occur as whole words exactly once, or where
// fewer than five words would be left. An article before the gap becomes "a(n)".
std::optional<Gap> make_gap(const Fact& fact);

}  // namespace cards::bank
