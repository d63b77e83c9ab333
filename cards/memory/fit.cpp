#include "cards/memory/fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <thread>
#include <vector>

#include "cards/memory/loss.h"

namespace cards {
namespace {

constexpr std::size_t count = std::tuple_size_v<Weights>;
using Vector = std::array<double, count>;
using Matrix = std::array<Vector, count>;

// First stabilities are fitted as logarithms: students differ in them by factors.
constexpr std::size_t logarithmic = 4;

// How far students' weights lie from the defaults, w4 to w20: PARAMS_STDDEV of
// fsrs-rs, src/training.rs.
constexpr std::array<double, count - logarithmic> spread = {0.57, 0.28, 0.6,  0.12, 0.39, 0.18, 0.33, 0.3, 0.09,
                                                            0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14, 0.27};

// The logarithms of the first stabilities move together by this much, and each
// by itself by that much: a rating that is never pressed follows the others.
constexpr double spread_together = 1.0;
constexpr double spread_apart = 0.5;

Vector to_parameters(const Weights& w) noexcept {
    Vector x = w;
    for (std::size_t i = 0; i < logarithmic; ++i)
        x[i] = std::log(w[i]);
    return x;
}

Weights to_weights(const Vector& x) noexcept {
    Weights w = x;
    for (std::size_t i = 0; i < logarithmic; ++i)
        w[i] = std::exp(x[i]);
    return w;
}

WeightRange parameter_range(std::size_t i) noexcept {
    WeightRange range = weight_range(i);
    if (i < logarithmic) range = {std::log(range.lowest), std::log(range.highest)};
    return range;
}

// -ln of the posterior, up to a constant, with slope and curvature.
struct Surface {
    double height = 0.0;
    Vector slope{};
    Matrix curvature{};
};

void add_prior(Surface& surface, const Vector& x, double strength) noexcept {
    const Vector middle = to_parameters(fsrs6_weights);
    // The inverse of (apart^2 I + together^2 11^T).
    const double own = 1.0 / (spread_apart * spread_apart);
    const double shared = own * spread_together * spread_together /
                          (spread_apart * spread_apart + logarithmic * spread_together * spread_together);
    const auto precision = [&](std::size_t i, std::size_t j) {
        if (i < logarithmic && j < logarithmic) return (i == j ? own : 0.0) - shared;
        if (i != j) return 0.0;
        return 1.0 / (spread[i - logarithmic] * spread[i - logarithmic]);
    };
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
            const double p = strength * precision(i, j);
            surface.height += 0.5 * p * (x[i] - middle[i]) * (x[j] - middle[j]);
            surface.slope[i] += p * (x[j] - middle[j]);
            surface.curvature[i][j] += p;
        }
    }
}

LossSlope measure(const TrainingSet& set, const Weights& w, std::size_t stride, int threads) {
    // Always in two halves, so that the sums are the same with one thread or two.
    const std::size_t middle = set.sequences() / 2 / stride * stride;
    LossSlope a;
    LossSlope b;
    if (threads > 1) {
        std::thread other([&] { b = loss_slope(set, w, middle, set.sequences(), stride); });
        a = loss_slope(set, w, 0, middle, stride);
        other.join();
    } else {
        a = loss_slope(set, w, 0, middle, stride);
        b = loss_slope(set, w, middle, set.sequences(), stride);
    }
    a.loss += b.loss;
    for (std::size_t i = 0; i < count; ++i) {
        a.gradient[i] += b.gradient[i];
        for (std::size_t j = 0; j < count; ++j)
            a.information[i][j] += b.information[i][j];
    }
    return a;
}

Surface surface_at(const TrainingSet& set, const Vector& x, std::size_t stride, const FitOptions& options) {
    const Weights w = to_weights(x);
    const LossSlope loss = measure(set, w, stride, options.threads);
    const auto grow = static_cast<double>(stride);  // A sample stands for all.
    Surface surface;
    surface.height = grow * loss.loss;
    const auto stretch = [&](std::size_t i) { return i < logarithmic ? w[i] : 1.0; };
    for (std::size_t i = 0; i < count; ++i) {
        surface.slope[i] = grow * loss.gradient[i] * stretch(i);
        for (std::size_t j = 0; j < count; ++j) {
            surface.curvature[i][j] = grow * loss.information[i][j] * stretch(i) * stretch(j);
        }
    }
    add_prior(surface, x, options.prior_strength);
    return surface;
}

// Solves a x = b for the rows that are free, by Cholesky's method; a is positive
// definite by the prior and the damping. The other x are 0.
Vector solve(Matrix a, Vector b, const std::array<bool, count>& free) noexcept {
    for (std::size_t i = 0; i < count; ++i) {
        if (free[i]) continue;
        for (std::size_t j = 0; j < count; ++j)
            a[i][j] = a[j][i] = i == j ? 1.0 : 0.0;
        b[i] = 0.0;
    }
    for (std::size_t j = 0; j < count; ++j) {
        for (std::size_t k = 0; k < j; ++k)
            a[j][j] -= a[j][k] * a[j][k];
        a[j][j] = std::sqrt(std::max(a[j][j], 1e-12));
        for (std::size_t i = j + 1; i < count; ++i) {
            for (std::size_t k = 0; k < j; ++k)
                a[i][j] -= a[i][k] * a[j][k];
            a[i][j] /= a[j][j];
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            b[i] -= a[i][k] * b[k];
        b[i] /= a[i][i];
    }
    for (std::size_t i = count; i-- > 0;) {
        for (std::size_t k = i + 1; k < count; ++k)
            b[i] -= a[k][i] * b[k];
        b[i] /= a[i][i];
    }
    return b;
}

// One step downhill. A parameter at the end of its range, with the slope pointing
// out, stays there.
Vector stepped(const Surface& surface, const Vector& x, double damping) noexcept {
    std::array<bool, count> free{};
    Matrix a = surface.curvature;
    Vector downhill{};
    for (std::size_t i = 0; i < count; ++i) {
        const WeightRange range = parameter_range(i);
        free[i] =
            !(x[i] <= range.lowest && surface.slope[i] > 0.0) && !(x[i] >= range.highest && surface.slope[i] < 0.0);
        a[i][i] += damping * a[i][i] + 1e-9;
        downhill[i] = -surface.slope[i];
    }
    const Vector step = solve(a, downhill, free);
    Vector next = x;
    for (std::size_t i = 0; i < count; ++i) {
        const WeightRange range = parameter_range(i);
        next[i] = std::clamp(x[i] + step[i], range.lowest, range.highest);
    }
    return next;
}

// Neighbours in the wrong order are drawn together.
void put_in_order(Weights& w) noexcept {
    for (int round = 0; round < 3; ++round) {
        for (std::size_t i = 0; i + 1 < logarithmic; ++i) {
            if (w[i] > w[i + 1]) w[i] = w[i + 1] = std::sqrt(w[i] * w[i + 1]);
        }
    }
    for (std::size_t i = 1; i < logarithmic; ++i)
        w[i] = std::max(w[i], w[i - 1]);
}

// The climb over one sample of the log.
struct Climb {
    std::size_t stride = 1;
    double enough = 0.0;  // Nats: a step that gains less is the last.
    int most_steps = 0;
};

constexpr double first_damping = 0.01;

}  // namespace

FitResult fit_weights(const TrainingSet& set, const FitOptions& options, const Progress& progress) {
    FitResult result;
    // A sample of some 6,000 reviews is enough to come near; the whole log has the last word.
    const auto sample = static_cast<std::size_t>(std::max(1, set.scored / 6000));
    std::vector<Climb> climbs;
    if (sample > 2 && !options.start) climbs.push_back({sample, 2.0 * static_cast<double>(sample), 10});
    climbs.push_back({1, 0.25, 12});

    Vector x = to_parameters(clamped(options.start.value_or(fsrs6_weights), options.relearning_steps));
    double work = 0.0;
    for (const Climb& climb : climbs) {
        double damping = first_damping;
        Surface here = surface_at(set, x, climb.stride, options);
        work += 1.0 / static_cast<double>(climb.stride);
        for (int step = 0; step < climb.most_steps; ++step) {
            // Most logs need four steps over the whole.
            if (progress && !progress(std::min(0.95, work / 6.0))) {
                result.cancelled = true;
                break;
            }
            const Vector next = stepped(here, x, damping);
            const Surface there = surface_at(set, next, climb.stride, options);
            work += 1.0 / static_cast<double>(climb.stride);
            const double gain = here.height - there.height;
            if (gain > 0.0) {
                x = next;
                here = there;
                damping *= 0.1;
            } else {
                damping = damping * 10.0 + 0.001;
            }
            if (std::abs(gain) < climb.enough) break;
        }
        if (result.cancelled) break;
    }
    result.passes = static_cast<int>(std::lround(work));
    Weights w = to_weights(x);
    put_in_order(w);
    result.weights = clamped(w, options.relearning_steps);
    if (!result.cancelled && progress) progress(1.0);
    return result;
}

}  // namespace cards
