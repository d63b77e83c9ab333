#include "cards/schedule/exam.h"

#include <algorithm>

#include "cards/schedule/fuzz.h"

namespace cards {
namespace {

// How many days before the exam this card has its last look: 1 to
// exam_last_look_days, fewer where less time is left.
int last_look_before(int days_left, std::uint64_t seed) noexcept {
    const int spread = std::clamp(days_left / 2, 1, exam_last_look_days);
    return 1 + static_cast<int>(fuzz_factor(seed) * spread);
}

}  // namespace

double retention_before(StudyDay exam, StudyDay today, double desired) noexcept {
    const int left = exam.number - today.number;
    if (left <= 0 || left >= exam_raise_days) return desired;
    const double share =
        std::min(1.0, static_cast<double>(exam_raise_days - left) / (exam_raise_days - exam_full_days));
    return std::max(desired, desired + share * (exam_retention - desired));
}

SchedulerOptions options_before(StudyDay exam, StudyDay today, const SchedulerOptions& options, std::uint64_t seed) {
    SchedulerOptions raised = options;
    const int left = exam.number - today.number;
    if (left <= 0) return raised;
    raised.desired_retention = retention_before(exam, today, options.desired_retention);
    const int last_look = left - last_look_before(left, seed);
    // A card that is having its last look today, or is past it, may wait for the eve.
    const int longest = last_look > 0 ? last_look : std::max(1, left - 1);
    raised.maximum_interval = std::min(options.maximum_interval, longest);
    return raised;
}

StudyDay due_before(StudyDay exam, StudyDay today, const CardState& card, std::uint64_t seed) noexcept {
    const int left = exam.number - today.number;
    if (left <= 0 || card.state != State::Review || card.due_day < exam) return card.due_day;
    // From the day of the last review on, so that the day does not move as time passes.
    const int since = exam.number - card.last_day.number;
    const StudyDay last_look{exam.number - last_look_before(since, seed)};
    if (card.last_day >= last_look) return card.due_day;
    return std::max(last_look, today);
}

}  // namespace cards
