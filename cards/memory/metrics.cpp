#include "cards/memory/metrics.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <vector>

#include "cards/memory/loss.h"
#include "cards/memory/memory.h"

namespace cards {
namespace {

// What was predicted of one review, and the history its bin is made from.
struct Prediction {
    double recall = 0.0;
    bool recalled = false;
    double elapsed = 0.0;
    int reviews = 0;  // This one and those before.
    int lapses = 0;   // Times it was forgotten before.
};

template <class Visit>
void predict(const TrainingSet& set, const Weights& w, Visit visit) {
    for (std::size_t i = 0; i < set.sequences(); ++i) {
        MemoryState memory;
        int reviews = 0;
        int lapses = 0;
        for (std::size_t at = set.starts[i]; at < set.starts[i + 1]; ++at) {
            const TrainingStep& step = set.steps[at];
            const Days elapsed{step.elapsed};
            const bool recalled = step.rating != Rating::Again;
            if (++reviews == 1) {
                memory = first_memory(step.rating, w);
            } else {
                if (step.scored) {
                    const double r = retrievability(memory, elapsed, w);
                    visit(Prediction{std::clamp(r, 1.0 - surest_prediction, surest_prediction), recalled, step.elapsed,
                                     reviews, lapses});
                }
                memory = next_memory(memory, step.rating, elapsed, w);
            }
            if (!recalled) ++lapses;
        }
    }
}

double loss_of(const Prediction& p) noexcept { return -std::log(p.recalled ? p.recall : 1.0 - p.recall); }

// fsrs-rs, src/inference.rs: bins that widen by a constant factor.
int bin(double value, double first, double factor) noexcept {
    if (value < 1.0) return 0;
    return static_cast<int>(
        std::lround(100.0 * first * std::pow(factor, std::floor(std::log(value) / std::log(factor)))));
}

struct Bin {
    double predicted = 0.0;
    double recalled = 0.0;
    int reviews = 0;
};

// The share of pairs (recalled, forgotten) in the right order; ties count half.
double auc_of(std::vector<Prediction>& predictions) {
    std::sort(predictions.begin(), predictions.end(),
              [](const Prediction& a, const Prediction& b) { return a.recall < b.recall; });
    double forgotten = 0.0;
    double recalled = 0.0;
    double right = 0.0;
    for (std::size_t i = 0; i < predictions.size();) {
        double f = 0.0;
        double r = 0.0;
        const double value = predictions[i].recall;
        for (; i < predictions.size() && predictions[i].recall == value; ++i)
            (predictions[i].recalled ? r : f) += 1.0;
        right += r * (forgotten + f / 2.0);
        forgotten += f;
        recalled += r;
    }
    return forgotten > 0.0 && recalled > 0.0 ? right / (forgotten * recalled) : 0.5;
}

}  // namespace

Metrics measure_weights(const TrainingSet& set, const Weights& w) {
    Metrics metrics;
    std::vector<Prediction> predictions;
    std::map<std::tuple<int, int, int>, Bin> bins;
    double loss = 0.0;
    predict(set, w, [&](const Prediction& p) {
        predictions.push_back(p);
        loss += loss_of(p);
        Bin& b = bins[{bin(p.elapsed, 2.48, 3.62), bin(p.reviews, 1.99, 1.89), bin(p.lapses, 1.65, 1.73)}];
        b.predicted += p.recall;
        b.recalled += p.recalled ? 1.0 : 0.0;
        ++b.reviews;
    });
    if (predictions.empty()) return metrics;
    const auto total = static_cast<double>(predictions.size());
    double squares = 0.0;
    for (const auto& [key, b] : bins)
        squares += std::pow(b.predicted - b.recalled, 2.0) / b.reviews;
    metrics.reviews = static_cast<int>(predictions.size());
    metrics.log_loss = loss / total;
    metrics.rmse_bins = std::sqrt(squares / total);
    metrics.auc = auc_of(predictions);
    return metrics;
}

double log_loss(const TrainingSet& set, const Weights& w) {
    double loss = 0.0;
    int reviews = 0;
    predict(set, w, [&](const Prediction& p) {
        loss += loss_of(p);
        ++reviews;
    });
    return reviews == 0 ? 0.0 : loss / reviews;
}

}  // namespace cards
