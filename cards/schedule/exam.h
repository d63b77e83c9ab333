// exam.h - a date by which a case must be known.
//
// As the day comes nearer its cards are held at a higher retention, and every
// card is looked at once more in the last days: no interval reaches past the eve
// of the exam. After it, everything is as before.
#pragma once

#include <cstdint>

#include "cards/card.h"
#include "cards/schedule/options.h"

namespace cards {

inline constexpr double exam_retention = 0.95;  // What recall is raised to.
inline constexpr int exam_raise_days = 60;      // The raise begins this many days before …
inline constexpr int exam_full_days = 14;       // … and is complete this many days before.
inline constexpr int exam_last_look_days = 7;   // Last looks are spread over this many days.

// The desired retention for a case with an exam: `desired` until the raise begins
// and from the exam day on, between them rising evenly to exam_retention. Never
// below `desired`.
double retention_before(StudyDay exam, StudyDay today, double desired) noexcept;

// The options for a card of a case with an exam: retention as above, and a
// maximum interval that ends on the card's day of last look. From the eve on only
// the next day is left. `seed` spreads the last looks of different cards.
SchedulerOptions options_before(StudyDay exam, StudyDay today, const SchedulerOptions& options, std::uint64_t seed);

// When a card in Review is to be seen, given an exam that its due date may
// overshoot: its due day, or else its day of last look, never before `today`.
StudyDay due_before(StudyDay exam, StudyDay today, const CardState& card, std::uint64_t seed) noexcept;

}  // namespace cards
