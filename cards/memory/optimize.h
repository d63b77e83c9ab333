// optimize.h - weights fitted to one student's log, and whether they are better.
//
// The log is split by time. Weights fitted to the earlier four fifths must predict
// the last fifth, which they have not seen, better than the old ones do; only then
// are the old ones replaced, by weights fitted to the whole log.
// All reviews count alike: weighting late ones more, as fsrs-rs does, predicted worse
// on the logs measured.
// No clock is read: a caller that wants to know how long it took hands one in.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "cards/memory/fit.h"
#include "cards/memory/metrics.h"
#include "cards/memory/training_set.h"
#include "cards/memory/weights.h"

namespace cards {

inline constexpr int fewest_reviews_to_fit = 64;

struct OptimizeOptions {
    Weights old_weights = fsrs6_weights;
    int relearning_steps = 1;
    int threads = 1;                      // 1 or 2.
    std::function<double()> seconds_now;  // Any steadily growing number of seconds; may be empty.
};

struct OptimizeReport {
    Weights weights = fsrs6_weights;  // The old ones unless `changed`.
    bool changed = false;
    std::string why;         // One or two sentences: what was found, or why nothing was changed.
    bool cancelled = false;  // By `progress`; nothing is changed then.
    int reviews = 0;         // Reviews a day or more after the one before: those that teach.
    int unseen_reviews = 0;  // The last fifth, on which the numbers below are measured.
    Metrics before;          // Of the old weights.
    Metrics after;           // Of weights fitted to the other four fifths.
    double default_log_loss = 0.0;
    double seconds = 0.0;
};

// `log` in any order; `progress` may be empty.
OptimizeReport optimize(std::span<const LoggedReview> log, const OptimizeOptions& options,
                        const Progress& progress = {});

}  // namespace cards
