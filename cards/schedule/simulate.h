// simulate.h - what a way of studying costs and brings, tried out on a student who
// remembers as FSRS says.
//
// Each day's due reviews and new cards are answered by chance, from a seed; steps
// of minutes are not played out, their time is part of a card's cost. The same
// options give the same days. For choosing a desired retention start at workload().
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cards/card.h"
#include "cards/schedule/costs.h"
#include "cards/schedule/options.h"

namespace cards {

struct SimulationOptions {
    SchedulerOptions scheduler;  // Weights, retention, limits, maximum interval and fuzz are read.
    int days = 365;              // From 1.
    int new_cards = 1000;        // Never asked yet; scheduler.new_per_day of them each day.
    StudyDay today;              // Of the first day.
    StudyCosts costs;
    std::uint64_t seed = 1;
};

struct SimulatedDay {
    int reviews = 0;    // Of cards learned on an earlier day.
    int new_cards = 0;  // Asked for the first time.
    int left = 0;       // Due, and beyond the day's limit.
    double minutes = 0.0;
    double known = 0.0;  // Cards that would be recalled in the evening: the sum of their retrievabilities.
};

struct Simulation {
    std::vector<SimulatedDay> days;
    double reviews_a_day = 0.0;  // Means.
    double minutes_a_day = 0.0;
    double known = 0.0;  // In the evening of the last day.
};

// `learned`: the student's cards as they are; those in state New are passed over.
Simulation simulate(std::span<const CardState> learned, const SimulationOptions& options);

// What one desired retention leads to.
struct WorkloadPoint {
    double desired_retention = 0.0;
    double reviews_a_day = 0.0;
    double minutes_a_day = 0.0;
    double known = 0.0;
};

// One simulation for each of `retentions`, all from the same seed.
std::vector<WorkloadPoint> workload(std::span<const CardState> learned, const SimulationOptions& options,
                                    std::span<const double> retentions);

}  // namespace cards
