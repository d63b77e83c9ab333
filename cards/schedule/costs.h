// costs.h - how long answers take and which ratings are given: what predictions of
// workload rest on.
#pragma once

#include <array>

#include "cards/rating.h"

namespace cards {

// The defaults are those of fsrs-rs, src/simulation.rs: averages of many students.
struct StudyCosts {
    std::array<double, 4> first_seconds = {33.79, 24.3, 13.68, 6.5};    // A new card, by rating, its steps included.
    std::array<double, 4> review_seconds = {23.0, 11.68, 7.33, 5.6};    // A review, by rating, relearning included.
    std::array<double, 4> first_ratings = {0.24, 0.094, 0.495, 0.171};  // Shares; they sum to 1.
    std::array<double, 3> recalled_ratings = {0.224, 0.631, 0.145};     // Of Hard, Good and Easy; they sum to 1.
};

// The mean seconds of a review that is recalled with probability `recall`.
inline double mean_review_seconds(double recall, const StudyCosts& costs) noexcept {
    double recalled = 0.0;
    for (std::size_t i = 0; i < 3; ++i)
        recalled += costs.recalled_ratings[i] * costs.review_seconds[i + 1];
    return (1.0 - recall) * costs.review_seconds[0] + recall * recalled;
}

}  // namespace cards
