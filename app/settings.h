// settings.h - the student's settings as short JSON texts of the library.
#pragma once

#include <map>
#include <optional>
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

// What a student has set for one case.
struct CaseSettings {
    std::optional<double> desired_retention;  // 0.70 to 0.97; nothing = as for all cases.
    std::optional<cards::StudyDay> exam;      // The day by which the case must be known.
    bool operator==(const CaseSettings&) const = default;
};

inline constexpr const char* cases_setting = "cases";

// By the case's text id; those with nothing set are left out.
std::string to_cases_setting(const std::map<std::string, CaseSettings>& cases);
std::map<std::string, CaseSettings> cases_from(const std::string& json);

}  // namespace app
