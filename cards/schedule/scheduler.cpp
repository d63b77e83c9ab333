#include "cards/schedule/scheduler.h"

#include <algorithm>
#include <cmath>

#include "cards/memory/memory.h"
#include "cards/schedule/fuzz.h"
#include "cards/schedule/replay.h"

namespace cards {
namespace {

// A step of a day or more is counted in study days, a shorter one in minutes.
constexpr double minutes_a_day = 24.0 * 60.0;

constexpr std::size_t index_of(Rating rating) noexcept { return static_cast<std::size_t>(rating) - 1; }

// Where a rating sends a card: to a step, or (step < 0) to Review.
struct Path {
    State state = State::Review;
    int step = -1;
    double minutes = 0.0;
};

// Hard on the first step waits between it and the next: their mean, or half as
// long again (at most a day more) where there is no next.
double hard_minutes(const std::vector<double>& steps, std::size_t at) noexcept {
    if (at > 0) return steps[at];
    if (steps.size() > 1) return (steps[0] + steps[1]) / 2.0;
    return std::min(steps[0] * 1.5, steps[0] + minutes_a_day);
}

Path step_path(State state, const std::vector<double>& steps, int at, Rating rating) noexcept {
    if (steps.empty() || rating == Rating::Easy) return {};
    const std::size_t here = std::min(static_cast<std::size_t>(std::max(at, 0)), steps.size() - 1);
    switch (rating) {
        case Rating::Again: return {state, 0, steps[0]};
        case Rating::Hard: return {state, static_cast<int>(here), hard_minutes(steps, here)};
        default:
            if (here + 1 == steps.size()) return {};
            return {state, static_cast<int>(here) + 1, steps[here + 1]};
    }
}

Path path_of(const CardState& before, Rating rating, const SchedulerOptions& options) noexcept {
    switch (before.state) {
        case State::New: return step_path(State::Learning, options.learning_steps_minutes, 0, rating);
        case State::Learning: return step_path(State::Learning, options.learning_steps_minutes, before.step, rating);
        case State::Relearning:
            return step_path(State::Relearning, options.relearning_steps_minutes, before.step, rating);
        case State::Review: break;
    }
    if (rating != Rating::Again || options.relearning_steps_minutes.empty()) return {};
    return {State::Relearning, 0, options.relearning_steps_minutes[0]};
}

// Whole days for the ratings that lead to Review; 0 for the others.
using Intervals = std::array<int, 4>;

// How long the card has been waiting for, in whole days; 0 unless in Review.
int scheduled_days(const CardState& before) noexcept {
    return before.state == State::Review ? std::max(0, before.due_day.number - before.last_day.number) : 0;
}

// Lifts what is too short for the order, then lowers what the maximum has made equal.
void put_in_order(Intervals& days, int maximum) noexcept {
    int floor = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (days[i] == 0) continue;
        days[i] = std::max(days[i], floor);
        floor = i == index_of(Rating::Again) ? days[i] : days[i] + 1;
    }
    int ceiling = maximum;
    for (std::size_t i = days.size(); i-- > 0;) {
        if (days[i] == 0) continue;
        days[i] = std::max(1, std::min(days[i], ceiling));
        ceiling = i == index_of(Rating::Hard) ? days[i] : days[i] - 1;
    }
}

// `factor` below 0 leaves fuzz out.
Intervals review_intervals(const std::array<Path, 4>& paths, const std::array<double, 4>& ideal, int scheduled,
                           int maximum, double factor) noexcept {
    Intervals days{};
    int floor = 1;
    for (const Rating rating : all_ratings) {
        const std::size_t i = index_of(rating);
        if (paths[i].step >= 0) continue;
        // An interval that grows is never fuzzed back to what it was.
        const bool grows = rating != Rating::Again && std::lround(ideal[i]) > scheduled;
        const int minimum = std::min(maximum, std::max(floor, grows && scheduled > 0 ? scheduled + 1 : 1));
        const IntervalRange range = fuzz_range(Days{ideal[i]}, minimum, maximum);
        if (factor < 0.0) {
            days[i] = std::clamp(static_cast<int>(std::lround(ideal[i])), minimum, maximum);
        } else {
            days[i] = range.lowest + static_cast<int>(factor * (1 + range.highest - range.lowest));
        }
        floor = std::min(maximum, rating == Rating::Again ? days[i] : days[i] + 1);
    }
    put_in_order(days, maximum);
    return days;
}

void set_due_by_step(Choice& choice, const Path& path, Moment now, StudyDay today, const SchedulerOptions& options) {
    CardState& after = choice.after;
    choice.interval = Days{path.minutes / minutes_a_day};
    if (path.minutes >= minutes_a_day) {
        after.due_day = StudyDay{today.number + static_cast<int>(std::lround(choice.interval.value))};
        after.due_at = start_of(after.due_day, now.utc_offset_minutes, options.rollover_hour);
        return;
    }
    after.due_at = Instant{now.at.unix_ms + std::llround(path.minutes * static_cast<double>(ms_per_minute))};
    after.due_day = study_day(Moment{after.due_at, now.utc_offset_minutes}, options.rollover_hour);
}

}  // namespace

std::array<Choice, 4> choices(const CardState& before, Moment now, const SchedulerOptions& options,
                              std::uint64_t seed) {
    const StudyDay today = study_day(now, options.rollover_hour);
    const int maximum = std::clamp(options.maximum_interval, 1, 36'500);
    std::array<Choice, 4> result;
    std::array<Path, 4> paths;
    std::array<double, 4> ideal{};
    for (const Rating rating : all_ratings) {
        const std::size_t i = index_of(rating);
        paths[i] = path_of(before, rating, options);
        Review review;
        review.at = now;
        review.day = today;
        review.rating = rating;
        review.outcome.state = paths[i].state;
        review.outcome.step = std::max(paths[i].step, 0);
        result[i].rating = rating;
        result[i].after = advance(before, review, options.weights);
        const Days days = interval_for(Days{result[i].after.stability}, options.desired_retention, options.weights);
        ideal[i] = std::clamp(days.value, 1.0, static_cast<double>(maximum));
    }
    const int scheduled = scheduled_days(before);
    const Intervals exact = review_intervals(paths, ideal, scheduled, maximum, -1.0);
    const Intervals moved =
        options.fuzz ? review_intervals(paths, ideal, scheduled, maximum, fuzz_factor(seed)) : exact;
    for (std::size_t i = 0; i < result.size(); ++i) {
        Choice& choice = result[i];
        if (paths[i].step >= 0) {
            set_due_by_step(choice, paths[i], now, today, options);
            continue;
        }
        choice.interval = Days{static_cast<double>(moved[i])};
        choice.fuzz_days = moved[i] - exact[i];
        choice.after.due_day = StudyDay{today.number + moved[i]};
        choice.after.due_at = Instant{};
    }
    return result;
}

std::uint64_t fuzz_seed(const Id& card, int reviews) noexcept {
    // FNV-1a over the id, then stirred with the count.
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const std::uint8_t byte : card.bytes)
        hash = (hash ^ byte) * 0x100000001B3U;
    hash += static_cast<std::uint64_t>(reviews);
    return next_random(hash);
}

double recall_on(const CardState& card, StudyDay day, const Weights& w) noexcept {
    if (card.state == State::New || card.stability <= 0.0) return 0.0;
    return retrievability({Days{card.stability}, card.difficulty},
                          Days{static_cast<double>(day.number - card.last_day.number)}, w);
}

Outcome outcome_of(const CardState& state) { return {state.state, state.step, state.due_day, state.due_at}; }

bool becomes_leech(int lapses, const SchedulerOptions& options) noexcept {
    const int threshold = std::max(1, options.leech_lapses);
    const int again_every = (threshold + 1) / 2;
    return lapses >= threshold && (lapses - threshold) % again_every == 0;
}

}  // namespace cards
