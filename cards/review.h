// review.h - one answer of the student: an immutable row, the only truth about
// learning.
//
// A review keeps what was promised at that moment (the state and the due date
// shown on the button that was pressed), so that a later change of settings or
// weights never rewrites the past. Stability and difficulty are not kept: they
// follow from the ratings and the days, by the weights in force (see
// cards/schedule/replay.h).
#pragma once

#include <string>

#include "cards/card.h"
#include "cards/id.h"
#include "cards/rating.h"
#include "cards/time.h"

namespace cards {

// How a card was asked.
enum class Form { Options = 0, Gap = 1, Typed = 2, Flip = 3 };

std::string_view to_text(Form form) noexcept;  // "options" …

// Where a rating sends a card.
struct Outcome {
    State state = State::Learning;
    int step = 0;
    StudyDay due_day;
    Instant due_at;
    bool operator==(const Outcome&) const = default;
};

struct Review {
    Id id;
    Moment at;
    StudyDay day;  // The study day it was made on.
    Rating rating = Rating::Good;
    int took_ms = 0;  // From the question's first frame to the rating; 0 to 600,000.
    Form form = Form::Flip;
    std::string answer;  // What the student typed or chose; "" for Flip.
    Outcome outcome;
    bool operator==(const Review&) const = default;
};

}  // namespace cards
