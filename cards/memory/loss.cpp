#include "cards/memory/loss.h"

#include <algorithm>
#include <cmath>

#include "cards/memory/memory.h"

namespace cards {
namespace {

// A sequence knows only one of w0 to w3, that of its first rating. Slopes are kept
// for this one, in place 0, and for w4 to w20 in places 1 to 17.
constexpr std::size_t places = 18;
using Slope = std::array<double, places>;
constexpr std::size_t place(std::size_t weight) noexcept { return weight - 3; }

// What depends on the weights alone.
struct Constants {
    explicit Constants(const Weights& weights)
        : w(weights),
          factor(std::pow(0.9, -1.0 / w[20]) - 1.0),
          factor_slope((factor + 1.0) * std::log(0.9) / (w[20] * w[20])),
          growth(std::exp(w[8])),
          easy_power(std::exp(3.0 * w[5])),
          easy_first(w[4] - easy_power + 1.0),
          forgotten_most(std::exp(-w[17] * w[18])) {}
    Weights w;
    double factor;        // F of the forgetting curve.
    double factor_slope;  // dF / dw20.
    double growth;
    double easy_power;
    double easy_first;      // D0(Easy), not clamped.
    double forgotten_most;  // S' / S after Again, at most.
};

// A memory with its slopes; difficulty depends on w4 to w7 only.
struct Tangent {
    double s = 0.0;
    double log_s = 0.0;
    double d = 0.0;
    Slope ds{};
    std::array<double, 4> dd{};
};

double grade(Rating rating) noexcept { return static_cast<double>(static_cast<int>(rating)); }

void set_stability(Tangent& m, double s) noexcept {
    m.s = s;
    if (s < min_stability || s > max_stability) {
        m.s = std::clamp(s, min_stability, max_stability);
        m.ds.fill(0.0);
    }
    m.log_s = std::log(m.s);
}

void set_difficulty(Tangent& m, double d) noexcept {
    m.d = d;
    if (d < 1.0 || d > 10.0) {
        m.d = std::clamp(d, 1.0, 10.0);
        m.dd.fill(0.0);
    }
}

void start(Tangent& m, Rating rating, const Constants& c) noexcept {
    m.ds.fill(0.0);
    m.ds[0] = 1.0;
    set_stability(m, c.w[static_cast<std::size_t>(rating) - 1]);
    const double g = grade(rating) - 1.0;
    const double power = std::exp(c.w[5] * g);
    m.dd = {1.0, -g * power, 0.0, 0.0};
    set_difficulty(m, c.w[4] - power + 1.0);
}

void scale(Slope& slope, double by) noexcept {
    for (double& x : slope)
        x *= by;
}

// dS += by * dD.
void add_difficulty(Tangent& m, double by) noexcept {
    for (std::size_t i = 0; i < m.dd.size(); ++i)
        m.ds[place(4) + i] += by * m.dd[i];
}

void move_difficulty(Tangent& m, Rating rating, const Constants& c) noexcept {
    const double g = grade(rating) - 3.0;
    const double moved = m.d - c.w[6] * g * (10.0 - m.d) / 9.0;
    const double kept = 1.0 - c.w[7];
    const double along = kept * (1.0 + c.w[6] * g / 9.0);
    for (double& x : m.dd)
        x *= along;
    m.dd[0] += c.w[7];
    m.dd[1] -= c.w[7] * 3.0 * c.easy_power;
    m.dd[2] -= kept * g * (10.0 - m.d) / 9.0;
    m.dd[3] += c.easy_first - moved;
    set_difficulty(m, c.w[7] * c.easy_first + kept * moved);
}

void same_day(Tangent& m, Rating rating, const Constants& c) noexcept {
    const double g = grade(rating) - 3.0 + c.w[18];
    const double log_k = c.w[17] * g - c.w[19] * m.log_s;
    if (rating != Rating::Again && log_k < 0.0) return;
    const double k = std::exp(log_k);
    const double s = m.s * k;
    scale(m.ds, k * (1.0 - c.w[19]));
    m.ds[place(17)] += s * g;
    m.ds[place(18)] += s * c.w[17];
    m.ds[place(19)] -= s * m.log_s;
    set_stability(m, s);
}

// `dr_ds`, `dr_dw20`: the slopes of retrievability `r`.
void recalled(Tangent& m, Rating rating, double r, double dr_ds, double dr_dw20, const Constants& c) noexcept {
    const double bonus = rating == Rating::Hard ? c.w[15] : rating == Rating::Easy ? c.w[16] : 1.0;
    const double plain = c.growth * std::exp(-c.w[9] * m.log_s);
    const double level = plain * (11.0 - m.d);
    const double e = std::exp(c.w[10] * (1.0 - r));
    const double unscaled = level * (e - 1.0);
    const double rise = unscaled * bonus;
    const double by_r = -m.s * level * bonus * e * c.w[10];
    const double s = m.s;
    const double log_s = m.log_s;
    scale(m.ds, 1.0 + rise * (1.0 - c.w[9]) + by_r * dr_ds);
    add_difficulty(m, -s * plain * (e - 1.0) * bonus);
    m.ds[place(8)] += s * rise;
    m.ds[place(9)] -= s * rise * log_s;
    m.ds[place(10)] += s * level * bonus * e * (1.0 - r);
    if (rating == Rating::Hard) m.ds[place(15)] += s * unscaled;
    if (rating == Rating::Easy) m.ds[place(16)] += s * unscaled;
    m.ds[place(20)] += by_r * dr_dw20;
    set_stability(m, s * (1.0 + rise));
}

void forgotten(Tangent& m, double r, double dr_ds, double dr_dw20, const Constants& c) noexcept {
    const double log_d = std::log(m.d);
    const double log_next = std::log1p(m.s);
    const double power = std::exp(c.w[13] * log_next);
    const double head = c.w[11] * std::exp(c.w[14] * (1.0 - r) - c.w[12] * log_d);
    const double s = head * (power - 1.0);
    const double most = m.s * c.forgotten_most;
    if (s >= most) {
        scale(m.ds, c.forgotten_most);
        m.ds[place(17)] -= most * c.w[18];
        m.ds[place(18)] -= most * c.w[17];
        set_stability(m, most);
        return;
    }
    scale(m.ds, head * power * c.w[13] / (m.s + 1.0) - s * c.w[14] * dr_ds);
    add_difficulty(m, -s * c.w[12] / m.d);
    m.ds[place(11)] += s / c.w[11];
    m.ds[place(12)] -= s * log_d;
    m.ds[place(13)] += head * power * log_next;
    m.ds[place(14)] += s * (1.0 - r);
    m.ds[place(20)] -= s * c.w[14] * dr_dw20;
    set_stability(m, s);
}

// Sums for the sequences that begin with one rating.
struct Sums {
    Slope gradient{};
    std::array<Slope, places> information{};
};

void add(Sums& sums, LossSlope& total, const TrainingStep& step, double r, double dr_ds, double dr_dw20,
         const Slope& ds) noexcept {
    const double p = std::clamp(r, 1.0 - surest_prediction, surest_prediction);
    const bool hit = step.rating != Rating::Again;
    total.loss -= std::log(hit ? p : 1.0 - p);
    if (p != r) return;
    Slope g;
    for (std::size_t i = 0; i < places; ++i)
        g[i] = dr_ds * ds[i];
    g[place(20)] += dr_dw20;
    const double pull = hit ? -1.0 / p : 1.0 / (1.0 - p);
    const double curve = 1.0 / (p * (1.0 - p));
    for (std::size_t i = 0; i < places; ++i) {
        sums.gradient[i] += pull * g[i];
        // Rows in pairs of columns up to the diagonal; the rest is its mirror image.
        const double row = curve * g[i];
        for (std::size_t j = 0; j <= (i | 1U); ++j)
            sums.information[i][j] += row * g[j];
    }
}

void run(const TrainingStep* step, const TrainingStep* end, const Constants& c, Sums& sums, LossSlope& total) {
    Tangent m;
    start(m, step->rating, c);
    for (++step; step != end; ++step) {
        if (step->elapsed < 1.0) {
            same_day(m, step->rating, c);
        } else {
            const double ratio = step->elapsed / m.s;
            const double u = 1.0 + c.factor * ratio;
            const double log_u = std::log(u);
            const double r = std::exp(-c.w[20] * log_u);
            const double dr_ds = r * c.w[20] / u * c.factor * ratio / m.s;
            const double dr_dw20 = -r * (log_u + c.w[20] / u * ratio * c.factor_slope);
            if (step->scored) add(sums, total, *step, r, dr_ds, dr_dw20, m.ds);
            if (step->rating == Rating::Again) {
                forgotten(m, r, dr_ds, dr_dw20, c);
            } else {
                recalled(m, step->rating, r, dr_ds, dr_dw20, c);
            }
        }
        move_difficulty(m, step->rating, c);
    }
}

}  // namespace

LossSlope loss_slope(const TrainingSet& set, const Weights& w, std::size_t first, std::size_t last,
                     std::size_t stride) {
    const Constants constants(w);
    LossSlope total;
    std::array<Sums, 4> sums{};
    for (std::size_t i = first; i < last; i += stride) {
        const std::size_t size = std::min<std::size_t>(set.starts[i + 1] - set.starts[i], longest_sequence);
        if (size < 2) continue;
        const TrainingStep* begin = set.steps.data() + set.starts[i];
        run(begin, begin + size, constants, sums[static_cast<std::size_t>(begin->rating) - 1], total);
    }
    for (std::size_t k = 0; k < sums.size(); ++k) {
        const auto weight_of = [&](std::size_t at) { return at == 0 ? k : at + 3; };
        for (std::size_t i = 0; i < places; ++i) {
            total.gradient[weight_of(i)] += sums[k].gradient[i];
            for (std::size_t j = 0; j <= i; ++j) {
                total.information[weight_of(i)][weight_of(j)] += sums[k].information[i][j];
                if (i != j) total.information[weight_of(j)][weight_of(i)] += sums[k].information[i][j];
            }
        }
    }
    return total;
}

}  // namespace cards
