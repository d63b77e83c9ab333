// metrics.h - how well weights predict reviews.
//
// Log-loss is the measure. RMSE in bins and AUC are given because others give
// them: the first can be gamed by predicting each bin's average, the second does
// not see whether predictions are too high.
#pragma once

#include "cards/memory/training_set.h"
#include "cards/memory/weights.h"

namespace cards {

struct Metrics {
    int reviews = 0;         // Predicted ones.
    double log_loss = 0.0;   // Mean of -ln(probability given to what happened), in nats; lower is better.
    double rmse_bins = 0.0;  // Root mean square of (predicted - recalled) over bins of like reviews.
    double auc = 0.5;        // Chance that a recalled review was predicted higher than a forgotten one.
};

// Over the scored reviews of `set`. Bins are those of fsrs-rs: by elapsed days, number of reviews and lapses.
Metrics measure_weights(const TrainingSet& set, const Weights& w);

// The mean of the log-loss alone: quicker.
double log_loss(const TrainingSet& set, const Weights& w);

}  // namespace cards
