// weights.h - the 21 parameters of the FSRS-6 model, and which values they may have.
//
// Pure functions: nothing is read or stored. A text of weights from outside goes
// through parse_weights(), which refuses what the model cannot work with.
// Source of defaults and ranges: open-spaced-repetition/fsrs-rs,
// src/inference.rs and src/parameter_clipper.rs.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cards {

// w0 to w20, in the order of open-spaced-repetition's publications.
using Weights = std::array<double, 21>;

// The defaults of fsrs-rs 6, fitted on many students' logs.
inline constexpr Weights fsrs6_weights = {0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                          0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                          1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

// The lowest and highest value a weight may have.
struct WeightRange {
    double lowest = 0.0;
    double highest = 0.0;
};

// The range of w`index`, 0 to 20.
WeightRange weight_range(std::size_t index) noexcept;

// The same weights, each moved into its range; what is no number becomes the
// default. With more than one relearning step, w17 and w18 are held lower, so
// that n steps after a lapse never make a card stronger than it was before:
//
//     w17, w18 <= sqrt(max(0.01, -(ln w11 + ln(2^w13 - 1) + 0.3 w14) / n))
Weights clamped(const Weights& w, int relearning_steps = 1) noexcept;

// Weights read from a text, or why they were refused.
struct ParsedWeights {
    std::optional<Weights> weights;
    std::string error;  // One or two sentences for the student; "" where `weights` is there.
};

// 21 numbers separated by spaces, commas or line ends, in square brackets or not.
// Refused: another count, a word that is no number, a value outside its range.
ParsedWeights parse_weights(std::string_view text);

// "0.212, 1.2931, …": at most six digits after the point, as parse_weights() reads them.
std::string to_text(const Weights& w);

}  // namespace cards
