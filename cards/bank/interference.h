// interference.h - facts that are easily taken for each other.
//
// Two people whose names sound alike (Hansen and Hanssen, Ma and Mak), two
// sentences of the same length: learned on one day they blur each other. The queue
// keeps them apart, and their questions need a cue.
#pragma once

#include <string>
#include <vector>

#include "cards/fact.h"

namespace cards::bank {

// What of a fact can be confused, worked out once for many comparisons.
struct InterferenceKey {
    std::string group;    // Kinds that can be taken for each other share one.
    std::string value;    // The amount, term or date; of people, the folded name; "" for other kinds.
    std::string surname;  // Of people only.
};

InterferenceKey interference_key(const Fact& fact);

// Whether two different facts interfere: names at most two letters apart, and less
// than half the longer one, or equal amounts, terms of years or dates. Small numbers
// and common words recur too often to count.
bool interfere(const InterferenceKey& a, const InterferenceKey& b);
bool interfere(const Fact& a, const Fact& b);

// The facts of `facts` that interfere with each other, by index: each group has two
// or more, and no fact is in two groups.
std::vector<std::vector<std::size_t>> interference_groups(const std::vector<const Fact*>& facts);

}  // namespace cards::bank
