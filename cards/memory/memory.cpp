#include "cards/memory/memory.h"

#include <algorithm>
#include <cmath>

namespace cards {
namespace {

double grade(Rating rating) noexcept { return static_cast<double>(static_cast<int>(rating)); }

Days limited(double stability) noexcept { return Days{std::clamp(stability, min_stability, max_stability)}; }

// F of the forgetting curve: the factor that makes R(S, S) = 0.90.
double curve_factor(const Weights& w) noexcept { return std::pow(0.9, -1.0 / w[20]) - 1.0; }

// Not clamped: the mean that difficulty reverts to is below 1.
double first_difficulty(double g, const Weights& w) noexcept { return w[4] - std::exp(w[5] * (g - 1.0)) + 1.0; }

// d' = D - w6 (G - 3) (10 - D) / 9, then a step of w7 towards D0(Easy).
double next_difficulty(double d, double g, const Weights& w) noexcept {
    const double moved = d - w[6] * (g - 3.0) * (10.0 - d) / 9.0;
    return std::clamp(w[7] * first_difficulty(4.0, w) + (1.0 - w[7]) * moved, 1.0, 10.0);
}

// S' = S k, k = e^(w17 (G - 3 + w18)) S^-w19, and k >= 1 unless forgotten.
double stability_same_day(double s, Rating rating, const Weights& w) noexcept {
    const double k = std::exp(w[17] * (grade(rating) - 3.0 + w[18])) * std::pow(s, -w[19]);
    return s * (rating == Rating::Again ? k : std::max(k, 1.0));
}

// S' = S (1 + e^w8 (11 - D) S^-w9 (e^(w10 (1 - R)) - 1) [w15 if Hard] [w16 if Easy]).
double stability_recalled(double s, double d, double r, Rating rating, const Weights& w) noexcept {
    const double hard = rating == Rating::Hard ? w[15] : 1.0;
    const double easy = rating == Rating::Easy ? w[16] : 1.0;
    return s * (1.0 + std::exp(w[8]) * (11.0 - d) * std::pow(s, -w[9]) * std::expm1(w[10] * (1.0 - r)) * hard * easy);
}

// S' = w11 D^-w12 ((S + 1)^w13 - 1) e^(w14 (1 - R)), never above S / e^(w17 w18).
double stability_forgotten(double s, double d, double r, const Weights& w) noexcept {
    const double relearned =
        w[11] * std::pow(d, -w[12]) * (std::pow(s + 1.0, w[13]) - 1.0) * std::exp(w[14] * (1.0 - r));
    return std::min(relearned, s / std::exp(w[17] * w[18]));
}

}  // namespace

double retrievability(const MemoryState& memory, Days elapsed, const Weights& w) noexcept {
    if (elapsed.value <= 0.0) return 1.0;
    return std::pow(1.0 + curve_factor(w) * elapsed.value / memory.stability.value, -w[20]);
}

Days interval_for(Days stability, double desired_retention, const Weights& w) noexcept {
    return Days{stability.value / curve_factor(w) * (std::pow(desired_retention, -1.0 / w[20]) - 1.0)};
}

MemoryState first_memory(Rating rating, const Weights& w) noexcept {
    return {limited(w[static_cast<std::size_t>(rating) - 1]),
            std::clamp(first_difficulty(grade(rating), w), 1.0, 10.0)};
}

MemoryState next_memory(const MemoryState& memory, Rating rating, Days elapsed, const Weights& w) noexcept {
    const double s = std::clamp(memory.stability.value, min_stability, max_stability);
    const double d = std::clamp(memory.difficulty, 1.0, 10.0);
    const double harder = next_difficulty(d, grade(rating), w);
    if (elapsed.value < 1.0) return {limited(stability_same_day(s, rating, w)), harder};
    const double r = retrievability({Days{s}, d}, elapsed, w);
    const double after =
        rating == Rating::Again ? stability_forgotten(s, d, r, w) : stability_recalled(s, d, r, rating, w);
    return {limited(after), harder};
}

}  // namespace cards
