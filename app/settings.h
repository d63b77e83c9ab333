// settings.h - the student's settings as short JSON texts of the library.
#pragma once

#include <string>

#include "cards/schedule/options.h"
#include "cards/time.h"

namespace app {

inline constexpr const char* scheduler_setting = "scheduler";
inline constexpr const char* extra_setting = "new_cards_more_today";

// Options as JSON. Reading never fails: what is missing, of the wrong type or out
// of range keeps its default.
std::string to_setting(const cards::SchedulerOptions& options);
cards::SchedulerOptions options_from(const std::string& json);

// How many more new cards than the limit a study day lets in; 0 on another day.
std::string to_extra_setting(int extra, cards::StudyDay day);
int extra_from(const std::string& json, cards::StudyDay day);

}  // namespace app
