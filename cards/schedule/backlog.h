// backlog.h - the way back after a break: which overdue cards first, how many a
// day, and for how long.
//
// New cards pause until the backlog is gone. Nothing is rescheduled: the plan only
// orders and cuts each day's reviews.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "cards/card.h"
#include "cards/schedule/costs.h"
#include "cards/schedule/options.h"

namespace cards {

// What is lost, a minute of study saved, when a card in Review is left to wait: the
// recall a fortnight from now if it is reviewed today, less that if it is not,
// over the minutes the review would take.
//
//     (R(t) G + (1 - R(t)) A - R(t + 14)) / minutes
//
// with G and A the recall 14 days after rating Good and Again today.
//
// In simulated breaks of 14 to 120 days this order cleared the backlog sooner than
// lowest recall first and kept more cards known on the way than highest recall
// first, for the least or nearly the least time; due date first came close. 0 for cards in other states. Queue asks the
// highest first (Candidate::loss).
double loss_of_waiting(const CardState& card, StudyDay today, const Weights& w, const StudyCosts& costs = {}) noexcept;

// Positions in `cards` of those due before `today`, in the order to ask them:
// highest loss first.
std::vector<std::size_t> backlog_order(std::span<const CardState> cards, StudyDay today, const Weights& w,
                                       const StudyCosts& costs = {});

struct BacklogDay {
    int reviews = 0;  // Expected, like all that follow.
    int left = 0;     // Due, and not asked that day.
    double minutes = 0.0;
};

struct BacklogPlan {
    int overdue = 0;                 // Cards due before today.
    int per_day = 0;                 // Reviews a day.
    bool pause_new_cards = false;    // While the backlog lasts.
    std::vector<BacklogDay> days;    // Until nothing is left over; empty without a backlog.
    double minutes_a_day = 0.0;      // The mean of them.
    double forgotten = 0.0;          // How many of the overdue cards will not be recalled.
    std::vector<std::size_t> order;  // As backlog_order() gives it.
    bool gone = true;                // False: not within a year at this pace; `days` then ends there.
};

// Does everything now due fit into a day's limit of reviews? If not, a plan pays.
bool has_backlog(std::span<const CardState> cards, StudyDay today, const SchedulerOptions& options) noexcept;

// The fewest reviews a day that clear the backlog of `cards` (all of the student's)
// within `wished_days` (from 1).
BacklogPlan plan_backlog(std::span<const CardState> cards, StudyDay today, int wished_days,
                         const SchedulerOptions& options, const StudyCosts& costs = {});

// The same at a pace the student chooses: `per_day` reviews, from 1.
BacklogPlan plan_backlog_at(std::span<const CardState> cards, StudyDay today, int per_day,
                            const SchedulerOptions& options, const StudyCosts& costs = {});

}  // namespace cards
