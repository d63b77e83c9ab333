#include "cards/schedule/simulate.h"

#include <algorithm>
#include <cmath>

#include "cards/memory/memory.h"
#include "cards/schedule/fuzz.h"

namespace cards {
namespace {

// A learned card; days are counted from the first simulated one.
struct SimulatedCard {
    MemoryState memory;
    int last_day = 0;
};

// Which of `shares` a random number falls into.
template <std::size_t n>
std::size_t pick(const std::array<double, n>& shares, std::uint64_t& random) noexcept {
    double x = next_uniform(random);
    for (std::size_t i = 0; i + 1 < n; ++i) {
        if (x < shares[i]) return i;
        x -= shares[i];
    }
    return n - 1;
}

class Simulator {
  public:
    Simulator(const SimulationOptions& options)
        : o_(options), w_(options.scheduler.weights), random_(options.seed), due_(horizon()), course_(horizon()) {
        curve_ = std::pow(0.9, -1.0 / w_[20]) - 1.0;
    }

    void add(const CardState& card) {
        if (card.state == State::New || card.stability <= 0.0) return;
        cards_.push_back({{Days{card.stability}, card.difficulty}, card.last_day.number - o_.today.number});
        wait_until(std::max(0, card.due_day.number - o_.today.number), cards_.size() - 1, 0);
    }

    Simulation run() {
        int fresh = o_.new_cards;
        std::vector<std::uint32_t> waiting;
        for (std::size_t day = 0; day < horizon(); ++day) {
            waiting.insert(waiting.end(), due_[day].begin(), due_[day].end());
            const auto asked =
                std::min(waiting.size(), static_cast<std::size_t>(std::max(0, o_.scheduler.reviews_per_day)));
            for (std::size_t i = 0; i < asked; ++i)
                review(waiting[i], static_cast<int>(day));
            waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(asked));
            course_[day].reviews = static_cast<int>(asked);
            course_[day].left = static_cast<int>(waiting.size());
            course_[day].new_cards = std::clamp(o_.scheduler.new_per_day, 0, fresh);
            for (int i = 0; i < course_[day].new_cards; ++i)
                learn(static_cast<int>(day));
            fresh -= course_[day].new_cards;
        }
        for (const SimulatedCard& card : cards_)
            count_known(card, static_cast<int>(horizon()));
        Simulation result;
        for (const SimulatedDay& day : course_) {
            result.reviews_a_day += day.reviews / static_cast<double>(horizon());
            result.minutes_a_day += day.minutes / static_cast<double>(horizon());
        }
        result.known = course_.back().known;
        result.days = std::move(course_);
        return result;
    }

  private:
    std::size_t horizon() const noexcept { return static_cast<std::size_t>(std::max(1, o_.days)); }

    // Due cards of a day are asked in the order in which they were given their dates.
    void wait_until(int day, std::size_t card, int earliest) {
        const auto at = static_cast<std::size_t>(std::max(day, earliest));
        if (at < horizon()) due_[at].push_back(static_cast<std::uint32_t>(card));
    }

    // Adds the card to what is known on each day since its last review, before `until`.
    void count_known(const SimulatedCard& card, int until) {
        const double per_day = curve_ / card.memory.stability.value;
        for (int day = std::max(0, card.last_day); day < until; ++day) {
            const double elapsed = day - card.last_day;
            course_[static_cast<std::size_t>(day)].known += std::exp(-w_[20] * std::log(1.0 + per_day * elapsed));
        }
    }

    void review(std::uint32_t at, int day) {
        SimulatedCard& card = cards_[at];
        count_known(card, day);
        const Days elapsed{static_cast<double>(day - card.last_day)};
        const bool recalled = next_uniform(random_) < retrievability(card.memory, elapsed, w_);
        const std::size_t rating = recalled ? 1 + pick(o_.costs.recalled_ratings, random_) : 0;
        card.memory = next_memory(card.memory, all_ratings[rating], elapsed, w_);
        course_[static_cast<std::size_t>(day)].minutes += o_.costs.review_seconds[rating] / 60.0;
        settle(at, day, recalled);
    }

    void learn(int day) {
        const std::size_t rating = pick(o_.costs.first_ratings, random_);
        cards_.push_back({first_memory(all_ratings[rating], w_), day});
        course_[static_cast<std::size_t>(day)].minutes += o_.costs.first_seconds[rating] / 60.0;
        settle(static_cast<std::uint32_t>(cards_.size() - 1), day, rating > 0);
    }

    // A forgotten card is asked again the same day until it is known; then the next date.
    void settle(std::uint32_t at, int day, bool recalled) {
        SimulatedCard& card = cards_[at];
        card.last_day = day;
        if (!recalled) card.memory = next_memory(card.memory, Rating::Good, Days{0.0}, w_);
        const int maximum = std::clamp(o_.scheduler.maximum_interval, 1, 36'500);
        Days ideal = interval_for(card.memory.stability, o_.scheduler.desired_retention, w_);
        ideal.value = std::clamp(ideal.value, 1.0, static_cast<double>(maximum));
        int days = static_cast<int>(std::lround(ideal.value));
        if (o_.scheduler.fuzz) {
            const IntervalRange range = fuzz_range(ideal, 1, maximum);
            days = range.lowest + static_cast<int>(next_uniform(random_) * (1 + range.highest - range.lowest));
        }
        wait_until(day + days, at, day + 1);
    }

    const SimulationOptions& o_;
    const Weights& w_;
    std::uint64_t random_;
    double curve_ = 0.0;
    std::vector<SimulatedCard> cards_;
    std::vector<std::vector<std::uint32_t>> due_;
    std::vector<SimulatedDay> course_;
};

}  // namespace

Simulation simulate(std::span<const CardState> learned, const SimulationOptions& options) {
    Simulator simulator(options);
    for (const CardState& card : learned)
        simulator.add(card);
    return simulator.run();
}

std::vector<WorkloadPoint> workload(std::span<const CardState> learned, const SimulationOptions& options,
                                    std::span<const double> retentions) {
    std::vector<WorkloadPoint> points;
    for (const double desired : retentions) {
        SimulationOptions tried = options;
        tried.scheduler.desired_retention = desired;
        const Simulation result = simulate(learned, tried);
        points.push_back({desired, result.reviews_a_day, result.minutes_a_day, result.known});
    }
    return points;
}

}  // namespace cards
