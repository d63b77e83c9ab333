#include "tests/bench/synthetic_log.h"

#include <algorithm>
#include <cmath>
#include <queue>

#include "cards/memory/memory.h"
#include "cards/schedule/fuzz.h"

namespace cards {
namespace {

// A card as it is (truth) and as the scheduler believes it to be.
struct SyntheticCard {
    std::int64_t number = 0;
    MemoryState truth;
    MemoryState belief;
    int last_day = 0;
    int due = 0;
    double lasting = 1.0;
    bool fresh = true;
};

double normal(std::uint64_t& random) {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - next_uniform(random)));
    return radius * std::cos(2.0 * 3.14159265358979 * next_uniform(random));
}

Rating pick(std::uint64_t& random, double again, double hard, double good) {
    const double x = next_uniform(random);
    if (x < again) return Rating::Again;
    if (x < again + hard) return Rating::Hard;
    return x < again + hard + good ? Rating::Good : Rating::Easy;
}

class Student {
  public:
    explicit Student(const SyntheticStudent& student) : student_(student), random_(student.seed) {}

    // Everything that happens to `card` on `day`; gives the reviews to `log`.
    void study(SyntheticCard& card, int day, std::vector<LoggedReview>& log) {
        if (card.fresh) {
            card.lasting = std::exp(student_.card_spread * normal(random_));
            const Rating rating = pick(random_, 0.24, 0.09, 0.50);
            card.truth = first_memory(rating, student_.weights);
            card.belief = first_memory(rating, fsrs6_weights);
            card.fresh = false;
            note(card, rating, day, log);
            if (rating < Rating::Good) answer(card, Rating::Good, day, log);
        } else {
            const double elapsed = (day - card.last_day) / card.lasting;
            const double recall = retrievability(card.truth, Days{elapsed}, student_.weights);
            const bool forgotten = next_uniform(random_) >= recall;
            answer(card, forgotten ? Rating::Again : pick(random_, 0.0, 0.15, 0.72), day, log);
            if (forgotten) answer(card, Rating::Good, day, log);
        }
        const Days ideal = interval_for(card.belief.stability, student_.desired_retention, fsrs6_weights);
        const IntervalRange range = fuzz_range(ideal, 1, 36'500);
        card.due = day + range.lowest + static_cast<int>(next_uniform(random_) * (1 + range.highest - range.lowest));
    }

  private:
    void answer(SyntheticCard& card, Rating rating, int day, std::vector<LoggedReview>& log) {
        const Days elapsed{static_cast<double>(day - card.last_day)};
        card.truth = next_memory(card.truth, rating, elapsed, student_.weights);
        card.belief = next_memory(card.belief, rating, elapsed, fsrs6_weights);
        note(card, rating, day, log);
    }

    void note(SyntheticCard& card, Rating rating, int day, std::vector<LoggedReview>& log) {
        card.last_day = day;
        const std::int64_t at =
            day * ms_per_day + 8 * ms_per_hour + static_cast<std::int64_t>(log.size() % 10'000) * 4000;
        log.push_back({card.number, Instant{at}, StudyDay{day}, rating});
    }

    SyntheticStudent student_;
    std::uint64_t random_;
};

constexpr int first_day = 19'000;

}  // namespace

std::vector<LoggedReview> synthetic_log(const SyntheticStudent& student, std::size_t reviews) {
    Student mind(student);
    std::vector<SyntheticCard> cards;
    using Due = std::pair<int, std::size_t>;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> due;
    std::vector<LoggedReview> log;
    for (int day = first_day; log.size() < reviews; ++day) {
        while (!due.empty() && due.top().first <= day) {
            const std::size_t at = due.top().second;
            due.pop();
            mind.study(cards[at], day, log);
            due.emplace(cards[at].due, at);
        }
        for (int i = 0; i < student.new_per_day; ++i) {
            cards.emplace_back().number = static_cast<std::int64_t>(cards.size());
            mind.study(cards.back(), day, log);
            due.emplace(cards.back().due, cards.size() - 1);
        }
    }
    std::stable_sort(log.begin(), log.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    log.resize(reviews);
    return log;
}

Weights some_weights(std::uint64_t seed) {
    constexpr Weights spread = {0.1, 0.6,  1.2,  3.0, 0.57, 0.28, 0.6, 0.02, 0.39, 0.1, 0.33,
                                0.3, 0.02, 0.08, 0.4, 0.2,  0.6,  0.2, 0.2,  0.05, 0.08};
    Weights w = fsrs6_weights;
    for (std::size_t i = 0; i < w.size(); ++i)
        w[i] += spread[i] * normal(seed);
    w = clamped(w);
    std::sort(w.begin(), w.begin() + 4);
    return w;
}

}  // namespace cards
