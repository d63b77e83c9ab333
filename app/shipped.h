// shipped.h - the question bank that comes with the program.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/session.h"

namespace app {

// Takes every shipped case that is new or changed over into the library, and notes
// for the student what that changed (news.h). Throws std::runtime_error with the diagnostics where one is broken.
void take_over_shipped(cards::store::Library& library, const SessionOptions& options);

}  // namespace app
