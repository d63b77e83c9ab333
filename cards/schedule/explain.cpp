#include "cards/schedule/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cards/memory/memory.h"
#include "cards/schedule/replay.h"
#include "cards/schedule/scheduler.h"

namespace cards {
namespace {

constexpr int points_a_gap = 24;  // Enough for a smooth curve between two reviews.

int whole_days(Days interval, int maximum) noexcept {
    return static_cast<int>(std::clamp(std::round(interval.value), 1.0, static_cast<double>(maximum)));
}

std::string days_text(int days) { return fmt::format("{} day{}", days, days == 1 ? "" : "s"); }

std::string percent(double share) { return fmt::format("{:.0f} %", share * 100.0); }

// "14.2 days", "0.04 days".
std::string stability_text(double days) {
    const std::string number = days < 0.1 ? fmt::format("{:.2g}", days) : fmt::format("{:.1f}", days);
    return number + (number == "1.0" ? " day" : " days");
}

std::string learning_sentence(const CardState& state, const SchedulerOptions& options) {
    const bool first_time = state.state == State::Learning;
    const std::vector<double>& steps = first_time ? options.learning_steps_minutes : options.relearning_steps_minutes;
    const Days wait{static_cast<double>(state.due_at.unix_ms - state.last_review.unix_ms) /
                    static_cast<double>(ms_per_day)};
    return fmt::format("Due {}, {} after the last review: {} step {} of {}.", to_text(state.due_day),
                       interval_text(wait), first_time ? "learning" : "relearning", state.step + 1,
                       std::max(state.step + 1, static_cast<int>(steps.size())));
}

// What the scheduler would say now of the last review; the date it really gave
// may come from other settings.
Choice last_choice(const Id& card, std::span<const Review> log, const SchedulerOptions& options) {
    const Review& last = log.back();
    const CardState before = replay(log.first(log.size() - 1), options.weights);
    return choices(before, last.at, options,
                   fuzz_seed(card, before.reviews))[static_cast<std::size_t>(last.rating) - 1];
}

std::string review_sentence(const CardState& state, const Choice& choice, const SchedulerOptions& options) {
    const Days ideal = interval_for(Days{state.stability}, options.desired_retention, options.weights);
    const StudyDay falls{state.last_day.number + whole_days(ideal, 36'500)};
    std::string text = fmt::format("Due {}: stability {}, so recall falls to {} {}", to_text(state.due_day),
                                   stability_text(state.stability), percent(options.desired_retention),
                                   falls == state.due_day ? "then" : "on " + to_text(falls));
    if (choice.after.due_day != state.due_day) {
        return text + fmt::format("; the date was promised with other settings, today's would say {}.",
                                  to_text(choice.after.due_day));
    }
    if (choice.fuzz_days != 0) {
        text += fmt::format("; fuzz {}{}", choice.fuzz_days > 0 ? "+" : "-", days_text(std::abs(choice.fuzz_days)));
    }
    const int moved = state.due_day.number - choice.fuzz_days - falls.number;
    if (moved > 0) text += fmt::format("; {} later, to keep the ratings apart", days_text(moved));
    if (moved < 0) {
        text += fmt::format("; {} earlier, for the maximum interval of {}", days_text(-moved),
                            days_text(options.maximum_interval));
    }
    return text + ".";
}

// From one review to `until`, both counted in study days.
void add_curve(std::vector<CurvePoint>& curve, const MemoryState& memory, int from, double until, const Weights& w) {
    curve.push_back({static_cast<double>(from), 1.0});
    const double length = until - from;
    if (length <= 0.0) return;
    for (int i = 1; i <= points_a_gap; ++i) {
        // Closer together at the start, where the curve bends.
        const double share = static_cast<double>(i) / points_a_gap;
        const double after = length * share * share;
        curve.push_back({from + after, retrievability(memory, Days{after}, w)});
    }
}

}  // namespace

std::vector<ExplainedStep> explain(std::span<const Rating> ratings, std::span<const int> elapsed_days,
                                   const Weights& weights, double desired_retention) {
    std::vector<ExplainedStep> steps;
    MemoryState memory;
    const std::size_t count = std::min(ratings.size(), elapsed_days.size());
    for (std::size_t i = 0; i < count; ++i) {
        ExplainedStep step;
        step.rating = ratings[i];
        if (i == 0) {
            memory = first_memory(ratings[i], weights);
        } else {
            step.elapsed_days = std::max(0, elapsed_days[i]);
            const Days elapsed{static_cast<double>(step.elapsed_days)};
            step.recall_before = retrievability(memory, elapsed, weights);
            memory = next_memory(memory, ratings[i], elapsed, weights);
        }
        step.stability = memory.stability;
        step.difficulty = memory.difficulty;
        step.exact_interval = interval_for(memory.stability, desired_retention, weights);
        step.interval_days = whole_days(step.exact_interval, 36'500);
        steps.push_back(step);
    }
    return steps;
}

Explanation explain(const Id& card, std::span<const Review> log, const SchedulerOptions& options, StudyDay today) {
    Explanation result;
    if (log.empty()) {
        result.sentence = "New: it has not been asked yet.";
        return result;
    }
    std::vector<Rating> ratings;
    std::vector<int> elapsed;
    for (std::size_t i = 0; i < log.size(); ++i) {
        ratings.push_back(log[i].rating);
        elapsed.push_back(i == 0 ? 0 : log[i].day.number - log[i - 1].day.number);
    }
    result.steps = explain(ratings, elapsed, options.weights, options.desired_retention);
    result.state = replay(log, options.weights);
    result.recall_today = recall_on(result.state, today, options.weights);

    const CardState& state = result.state;
    if (state.state == State::Review) {
        const Choice choice = last_choice(card, log, options);
        if (choice.after.due_day == state.due_day) result.fuzz_days = choice.fuzz_days;
        result.sentence = review_sentence(state, choice, options);
        if (state.due_day < today) {
            result.sentence +=
                fmt::format(" It has waited {} since; recall is {} today.",
                            days_text(today.number - state.due_day.number), percent(result.recall_today));
        }
    } else {
        result.sentence = learning_sentence(state, options);
    }

    for (std::size_t i = 0; i < log.size(); ++i) {
        const MemoryState memory{result.steps[i].stability, result.steps[i].difficulty};
        // The last curve runs on, half as far again as there is something to see.
        const int from = log[i].day.number;
        const double seen = std::max({today.number - from, state.due_day.number - from, 1});
        const double until = i + 1 < log.size() ? log[i + 1].day.number : from + 1.5 * seen;
        add_curve(result.curve, memory, from, until, options.weights);
    }
    return result;
}

}  // namespace cards
