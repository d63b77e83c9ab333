#include "cards/schedule/backlog.h"

#include <algorithm>
#include <cmath>
#include <queue>

#include "cards/memory/memory.h"
#include "cards/schedule/scheduler.h"

namespace cards {
namespace {

constexpr int longest_plan = 365;  // Days.
constexpr Days fortnight{14.0};

MemoryState memory_of(const CardState& card) noexcept { return {Days{card.stability}, card.difficulty}; }

Days elapsed_on(const CardState& card, StudyDay day) noexcept {
    return Days{static_cast<double>(std::max(0, day.number - card.last_day.number))};
}

bool in_review(const CardState& card) noexcept { return card.state == State::Review && card.stability > 0.0; }

// The course at a pace. Cards come back once: after Good at their interval, after
// Again the next day, both in expectation.
class Course {
  public:
    Course(std::span<const CardState> cards, StudyDay today, const SchedulerOptions& options, const StudyCosts& costs)
        : cards_(cards), today_(today), options_(options), costs_(costs), due_(longest_plan) {
        for (std::size_t i = 0; i < cards.size(); ++i) {
            if (!in_review(cards[i])) continue;
            const int day = std::max(0, cards[i].due_day.number - today.number);
            if (day < longest_plan) due_[static_cast<std::size_t>(day)].push_back(i);
        }
    }

    // Days until nothing is left over.
    std::vector<BacklogDay> at(int per_day) const {
        std::vector<double> returning(longest_plan + 1, 0.0);
        std::priority_queue<std::pair<double, std::size_t>> waiting;
        std::vector<BacklogDay> days;
        for (std::size_t day = 0; day < longest_plan; ++day) {
            const StudyDay date{today_.number + static_cast<int>(day)};
            for (const std::size_t i : due_[day]) {
                waiting.emplace(loss_of_waiting(cards_[i], date, options_.weights, costs_), i);
            }
            const double again = std::min(returning[day], static_cast<double>(per_day));
            returning[day + 1] += returning[day] - again;
            double seconds = again * mean_review_seconds(options_.desired_retention, costs_);
            int asked = 0;
            for (; !waiting.empty() && asked + again < per_day; ++asked) {
                seconds += ask(cards_[waiting.top().second], date, day, returning);
                waiting.pop();
            }
            const int left = static_cast<int>(waiting.size());
            days.push_back({asked + static_cast<int>(std::lround(again)), left, seconds / 60.0});
            if (left == 0) break;
        }
        return days;
    }

  private:
    // Seconds of one review; books its return.
    double ask(const CardState& card, StudyDay date, std::size_t day, std::vector<double>& returning) const {
        const Days elapsed = elapsed_on(card, date);
        const double recall = retrievability(memory_of(card), elapsed, options_.weights);
        const MemoryState good = next_memory(memory_of(card), Rating::Good, elapsed, options_.weights);
        const double interval = interval_for(good.stability, options_.desired_retention, options_.weights).value;
        const double back = static_cast<double>(day) + std::max(1.0, std::round(interval));
        if (back < longest_plan) returning[static_cast<std::size_t>(back)] += recall;
        returning[day + 1] += 1.0 - recall;
        return mean_review_seconds(recall, costs_);
    }

    std::span<const CardState> cards_;
    StudyDay today_;
    const SchedulerOptions& options_;
    const StudyCosts& costs_;
    std::vector<std::vector<std::size_t>> due_;
};

}  // namespace

double loss_of_waiting(const CardState& card, StudyDay today, const Weights& w, const StudyCosts& costs) noexcept {
    if (!in_review(card)) return 0.0;
    const Days elapsed = elapsed_on(card, today);
    const MemoryState memory = memory_of(card);
    const double recall = retrievability(memory, elapsed, w);
    const double after_good = retrievability(next_memory(memory, Rating::Good, elapsed, w), fortnight, w);
    const double after_again = retrievability(next_memory(memory, Rating::Again, elapsed, w), fortnight, w);
    const double waited = retrievability(memory, Days{elapsed.value + fortnight.value}, w);
    const double minutes = mean_review_seconds(recall, costs) / 60.0;
    return (recall * after_good + (1.0 - recall) * after_again - waited) / minutes;
}

std::vector<std::size_t> backlog_order(std::span<const CardState> cards, StudyDay today, const Weights& w,
                                       const StudyCosts& costs) {
    std::vector<std::pair<double, std::size_t>> ranked;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        if (in_review(cards[i]) && cards[i].due_day < today) {
            ranked.emplace_back(-loss_of_waiting(cards[i], today, w, costs), i);
        }
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::size_t> order;
    for (const auto& [loss, i] : ranked)
        order.push_back(i);
    return order;
}

bool has_backlog(std::span<const CardState> cards, StudyDay today, const SchedulerOptions& options) noexcept {
    const auto due = std::count_if(cards.begin(), cards.end(),
                                   [&](const CardState& card) { return in_review(card) && card.due_day <= today; });
    return due > std::max(1, options.reviews_per_day);
}

BacklogPlan plan_backlog_at(std::span<const CardState> cards, StudyDay today, int per_day,
                            const SchedulerOptions& options, const StudyCosts& costs) {
    BacklogPlan plan;
    plan.order = backlog_order(cards, today, options.weights, costs);
    plan.overdue = static_cast<int>(plan.order.size());
    if (plan.overdue == 0) return plan;
    plan.per_day = std::max(1, per_day);
    plan.pause_new_cards = true;
    plan.days = Course(cards, today, options, costs).at(plan.per_day);
    plan.gone = plan.days.back().left == 0;
    for (const BacklogDay& day : plan.days)
        plan.minutes_a_day += day.minutes / static_cast<double>(plan.days.size());
    // In the order of the plan: later ones fade a little more until their turn.
    for (std::size_t i = 0; i < plan.order.size(); ++i) {
        const StudyDay turn{today.number + static_cast<int>(i / static_cast<std::size_t>(plan.per_day))};
        plan.forgotten += 1.0 - recall_on(cards[plan.order[i]], turn, options.weights);
    }
    return plan;
}

BacklogPlan plan_backlog(std::span<const CardState> cards, StudyDay today, int wished_days,
                         const SchedulerOptions& options, const StudyCosts& costs) {
    const Course course(cards, today, options, costs);
    const int most_days = std::clamp(wished_days, 1, longest_plan);
    const auto clears = [&](int per_day) {
        const std::vector<BacklogDay> days = course.at(per_day);
        return days.back().left == 0 && static_cast<int>(days.size()) <= most_days;
    };
    int enough = std::max<int>(1, static_cast<int>(cards.size()));
    int too_few = 0;
    while (enough - too_few > 1) {
        const int middle = too_few + (enough - too_few) / 2;
        (clears(middle) ? enough : too_few) = middle;
    }
    return plan_backlog_at(cards, today, enough, options, costs);
}

}  // namespace cards
