// fit.h - the weights that make a log most probable.
//
// Bayes' rule with a normal prior around the defaults, climbed by Fisher scoring
// with Levenberg's damping: the loss, its slope and its curvature come from one
// pass, and some eight passes arrive, where stochastic descent takes hundreds of
// small steps. Long logs are first climbed on a sample of their cards.
// The same set gives the same weights, with one thread or two.
#pragma once

#include <functional>
#include <optional>

#include "cards/memory/training_set.h"
#include "cards/memory/weights.h"

namespace cards {

// Told how far the work is, 0 to 1; answers whether to go on.
using Progress = std::function<bool(double share)>;

struct FitOptions {
    int relearning_steps = 1;
    int threads = 1;               // 1 or 2.
    std::optional<Weights> start;  // Where the climb begins; the defaults where nothing is known.
    double prior_strength = 1.0;   // > 0. Near 0 the log alone decides; 1 to 2 predicted best on the logs measured.
};

struct FitResult {
    Weights weights = fsrs6_weights;
    bool cancelled = false;  // Then the weights are the best so far.
    int passes = 0;          // Over the log; those over a sample count for their share, rounded.
};

// Weights in their ranges, w0 <= w1 <= w2 <= w3. A set without scored reviews
// gives the defaults.
FitResult fit_weights(const TrainingSet& set, const FitOptions& options, const Progress& progress = {});

}  // namespace cards
