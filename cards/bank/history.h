// history.h - what must not change between two editions of a bank.
//
// A student's reviews hang on fact ids and on the positions of questions: neither
// may vanish or come to mean something else.
#pragma once

#include <vector>

#include "cards/bank/check.h"

namespace cards::bank {

// Errors for facts that vanished without being retired, for questions removed or
// moved to another position, and for retired facts that came back to life with
// another answer; warnings for answers that changed, since those are asked anew.
Diagnostics check_history(const std::vector<NamedCase>& before, const std::vector<NamedCase>& now);

}  // namespace cards::bank
