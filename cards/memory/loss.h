// loss.h - how badly weights predict a training set, and which way is down.
//
// The loss of a review is -ln(probability given to what happened). Its slope with
// respect to the 21 weights is carried along each card's sequence by hand-written
// derivatives of the formulas in memory.cpp, so that one pass over the log gives
// the loss, its gradient and the Fisher information.
#pragma once

#include <array>

#include "cards/memory/training_set.h"
#include "cards/memory/weights.h"

namespace cards {

struct LossSlope {
    double loss = 0.0;                                     // Sum over the scored reviews, in nats.
    std::array<double, 21> gradient{};                     // d loss / d w.
    std::array<std::array<double, 21>, 21> information{};  // Sum of (dR/dw)(dR/dw)^T / (R (1 - R)).
};

// Predictions are kept this far from 0 and 1, so that one surprise costs 13.8
// nats at most.
inline constexpr double surest_prediction = 1.0 - 1e-6;

// Over every `stride`-th sequence (>= 1) from `first` to `last - 1`. Reads the first
// 512 reviews of a card at most.
LossSlope loss_slope(const TrainingSet& set, const Weights& w, std::size_t first, std::size_t last,
                     std::size_t stride = 1);

inline constexpr std::size_t longest_sequence = 512;

}  // namespace cards
