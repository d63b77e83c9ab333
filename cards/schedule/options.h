// options.h - what a student can set about scheduling.
#pragma once

#include <vector>

#include "cards/memory/weights.h"

namespace cards {

struct SchedulerOptions {
    Weights weights = fsrs6_weights;
    double desired_retention = 0.90;                       // 0.70 to 0.97.
    std::vector<double> learning_steps_minutes = {1, 10};  // Each > 0; may be empty.
    std::vector<double> relearning_steps_minutes = {10};
    int new_per_day = 20;           // 0 to 9,999.
    int reviews_per_day = 200;      // 0 to 9,999.
    int rollover_hour = 4;          // 0 to 23, local time.
    int maximum_interval = 36'500;  // Days, 1 to 36,500.
    int leech_lapses = 8;           // 1 to 99.
    bool fuzz = true;
    bool bury_siblings = true;
    bool operator==(const SchedulerOptions&) const = default;
};

}  // namespace cards
