// check.h - the rules a bank of case files must keep.
//
// Rules are named as in the list of rules for good cards (A3, B2, C5 …) or, for
// the fact record, "fact.NAME". One card's rules are in lint.h; this adds those
// that need the whole fact, the whole file or the whole bank.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cards/casefile.h"
#include "cards/diagnostic.h"

namespace cards::bank {

struct NamedCase {
    std::string file;  // How diagnostics name it.
    CaseFile casefile;
};

// Every finding over all files together, in the order of files and lines.
Diagnostics check(const std::vector<NamedCase>& bank);

}  // namespace cards::bank
