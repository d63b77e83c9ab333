// session_today.cpp - the day's queue, and what the student is told of the day.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/candidates.h"
#include "app/session.h"
#include "cards/schedule/scheduler.h"
#include "cards/store/error.h"

namespace app {
namespace {

// How long an answer is reckoned to take before the student's own pace is known.
constexpr int usual_answer_ms = 14'000;
// A new card is seen about three times on its first day.
constexpr int answers_per_new_card = 3;
constexpr int new_cards_looked_at = 1'000;
// In a library up to this size a backlog is played out day by day; in a larger one
// that would hold up the program's start, and its end is reckoned.
constexpr int most_played_out = 20'000;
constexpr int fortnight = 14;
constexpr std::int64_t clock_tolerance_ms = 5 * cards::ms_per_minute;

bool busy(const CaseToday& c) noexcept { return c.counts.fresh + c.counts.learning + c.counts.due > 0; }

bool stands_before(const CaseToday& a, const CaseToday& b) { return busy(a) != busy(b) ? busy(a) : a.title < b.title; }

std::string date_and_time(cards::Moment moment) {
    const std::int64_t minute = moment.at.unix_ms / cards::ms_per_minute + moment.utc_offset_minutes;
    const std::int64_t of_day = (minute % 1440 + 1440) % 1440;
    return fmt::format("{}, {:02}:{:02}", to_text(study_day(moment, 0)), of_day / 60, of_day % 60);
}

}  // namespace

void Session::rebuild_queue(cards::Moment now) {
    const cards::StudyDay day = study_day(now, options_.rollover_hour);
    extra_new_ = extra_from(library_.setting(extra_setting).value_or(""), day);
    done_ = library_.done_on(day);
    cases_ = library_.cases();

    std::vector<cards::Candidate> candidates;
    for (const auto& row : library_.learning_cards(day))
        candidates.push_back(candidate_of(row, day, options_.weights));
    const std::vector<cards::store::DueRow> due = library_.due_reviews(day);
    // Counted from the morning, so that a day that began with a backlog ends with it.
    due_in_morning_ = static_cast<int>(due.size()) + done_.reviews;
    const bool backlog = due_in_morning_ > std::max(1, options_.reviews_per_day);
    for (const auto& row : due) {
        candidates.push_back(candidate_of(row, day, options_.weights));
        if (backlog) candidates.back().loss = cards::loss_of_waiting(state_of(row), day, options_.weights);
    }
    add_exam_looks(day, candidates);
    const std::vector<cards::store::DueRow> fresh = library_.new_cards(new_cards_looked_at, day);
    for (const auto& row : fresh)
        candidates.push_back(candidate_of(row, day, options_.weights));

    cards::SchedulerOptions limits = options_;
    limits.new_per_day = (backlog ? 0 : options_.new_per_day) + extra_new_;
    queue_ = cards::Queue(candidates, {done_.new_cards, done_.reviews, done_.facts}, limits);
    set_groups();
    queue_day_ = day;
    today_.new_waiting = std::max(0, static_cast<int>(fresh.size()) - queue_.counts().fresh);
    if (!backlog) {
        today_.backlog.reset();
    } else if (!today_.backlog || today_.day != day || today_.backlog->per_day != options_.reviews_per_day) {
        today_.backlog = backlog_today(due, day);
    }
    today_.clock_warning = clock_warning(now);
    refresh_today(now);
}

BacklogToday Session::backlog_today(const std::vector<cards::store::DueRow>& due, cards::StudyDay day) const {
    BacklogToday backlog;
    backlog.due = static_cast<int>(due.size());
    backlog.per_day = options_.reviews_per_day;
    const int per_day = std::max(1, backlog.per_day);
    int in_library = 0;
    for (const cards::store::CaseRow& row : cases_)
        in_library += row.cards;
    if (in_library <= most_played_out) {
        const cards::BacklogPlan plan = backlog_at(per_day, day);
        backlog.overdue = plan.overdue;
        backlog.days = plan.gone ? static_cast<int>(plan.days.size()) : 0;
        backlog.minutes_a_day = plan.minutes_a_day;
        backlog.forgotten = plan.forgotten;
        return backlog;
    }
    double recalled = 0.0;
    for (const auto& row : due) {
        if (row.due_day >= day) continue;
        backlog.overdue += 1;
        recalled += cards::recall_on(state_of(row), day, options_.weights);
    }
    constexpr double a_year = 365.0;
    const double coming =
        library_.count_due({day.number + 1}, {day.number + fortnight}) / static_cast<double>(fortnight);
    const double days = std::ceil(backlog.due / std::max(0.01, per_day - coming));
    backlog.days = days <= a_year ? static_cast<int>(days) : 0;
    backlog.forgotten = backlog.overdue - recalled;
    const double recall = backlog.overdue == 0 ? options_.desired_retention : recalled / backlog.overdue;
    backlog.minutes_a_day = per_day * cards::mean_review_seconds(recall, {}) / 60.0;
    return backlog;
}

// The last review tells how late it is at least; a clock far ahead of it may be
// right, after a break.
std::string Session::clock_warning(cards::Moment now) const {
    const auto last = library_.last_review_at();
    if (!last) return {};
    const std::int64_t ahead = now.at.unix_ms - last->at.unix_ms;
    const cards::StudyDay today = study_day(now, options_.rollover_hour);
    const cards::StudyDay before = study_day(*last, options_.rollover_hour);
    if (ahead < -clock_tolerance_ms) {
        return fmt::format(
            "The computer's clock says {}, but your last answer was on {}. Please check the clock. You can study on: "
            "time never counts backwards.",
            date_and_time(now), date_and_time(*last));
    }
    if (ahead > cards::ms_per_day && today.number - before.number > 1) {
        return fmt::format(
            "Your last answer was {} days ago, on {}. If that is not so, please check the computer's clock: it says "
            "{}.",
            today.number - before.number, to_text(before), date_and_time(now));
    }
    return {};
}

void Session::refresh_today(cards::Moment now) {
    today_.cases.clear();
    for (const cards::store::CaseRow& row : cases_)
        today_.cases.push_back({row.text_id, row.title, {}, row.cards, row.key});
    const std::map<cards::store::CaseKey, cards::QueueCounts> counts = queue_.counts_by_case();
    for (CaseToday& each : today_.cases) {
        const auto found = counts.find(each.key);
        if (found != counts.end()) each.counts = found->second;
    }
    std::sort(today_.cases.begin(), today_.cases.end(), stands_before);
    refresh_counts(now);
}

void Session::refresh_counts(cards::Moment now) {
    today_.day = study_day(now, options_.rollover_hour);
    today_.counts = queue_.counts();
    today_.answered = done_.answers;
    today_.minutes_spent = static_cast<int>((done_.took_ms + cards::ms_per_minute / 2) / cards::ms_per_minute);
    today_.next_learning = queue_.next_learning();
    if (today_.backlog) today_.backlog->due = std::max(0, due_in_morning_ - done_.reviews);

    const std::int64_t pace = done_.answers >= 5 ? done_.took_ms / done_.answers : usual_answer_ms;
    const std::int64_t answers = static_cast<std::int64_t>(today_.counts.fresh) * answers_per_new_card +
                                 today_.counts.learning + today_.counts.due;
    today_.minutes = answers == 0 ? 0
                                  : static_cast<int>(std::max<std::int64_t>(
                                        1, (answers * pace + cards::ms_per_minute / 2) / cards::ms_per_minute));
}

// One case's counts have changed: it alone is counted anew, and moved where it now
// belongs.
void Session::refresh_case(cards::store::CaseKey key, cards::Moment now) {
    refresh_counts(now);
    const auto changed =
        std::find_if(today_.cases.begin(), today_.cases.end(), [&](const CaseToday& c) { return c.key == key; });
    if (changed == today_.cases.end()) return;
    const bool was_busy = busy(*changed);
    changed->counts = queue_.counts(key);
    if (busy(*changed) == was_busy) return;
    CaseToday moved = std::move(*changed);
    today_.cases.erase(changed);
    const auto place = std::lower_bound(today_.cases.begin(), today_.cases.end(), moved, stands_before);
    today_.cases.insert(place, std::move(moved));
}

const Today& Session::today(cards::Moment now) {
    if (study_day(now, options_.rollover_hour) != *queue_day_) {
        rebuild_queue(now);
        if (reveal_) {
            add_intervals(*reveal_, now);  // An answered card stays until it is rated.
        } else {
            prompt_.reset();
        }
    }
    return today_;
}

std::optional<Problem> Session::more_today(int extra, cards::Moment now) {
    try {
        library_.set_setting(extra_setting, to_extra_setting(extra_new_ + extra, *queue_day_));
        rebuild_queue(now);  // Reads the setting back.
    } catch (const cards::store::StoreError& error) {
        return Problem{error.what()};
    }
    return std::nullopt;
}

}  // namespace app
