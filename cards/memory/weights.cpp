#include "cards/memory/weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace cards {
namespace {

constexpr std::array<WeightRange, 21> ranges = {{
    {0.001, 100.0}, {0.001, 100.0}, {0.001, 100.0}, {0.001, 100.0}, {1.0, 10.0},  {0.001, 4.0},  {0.001, 4.0},
    {0.001, 0.75},  {0.0, 4.5},     {0.0, 0.8},     {0.001, 3.5},   {0.001, 5.0}, {0.001, 0.25}, {0.001, 0.9},
    {0.0, 4.0},     {0.0, 1.0},     {1.0, 6.0},     {0.0, 2.0},     {0.0, 2.0},   {0.01, 0.8},   {0.1, 0.8},
}};

bool separates(char c) noexcept {
    return c == ' ' || c == ',' || c == ';' || c == '\t' || c == '\n' || c == '\r' || c == '[' || c == ']';
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    std::size_t i = 0;
    while (i < text.size()) {
        while (i < text.size() && separates(text[i]))
            ++i;
        const std::size_t begin = i;
        while (i < text.size() && !separates(text[i]))
            ++i;
        if (i > begin) found.push_back(text.substr(begin, i - begin));
    }
    return found;
}

// How much of a refused word a message repeats.
constexpr std::size_t longest_echo = 24;

}  // namespace

WeightRange weight_range(std::size_t index) noexcept { return ranges[index]; }

Weights clamped(const Weights& w, int relearning_steps) noexcept {
    Weights result = w;
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (std::isnan(result[i])) result[i] = fsrs6_weights[i];
        result[i] = std::clamp(result[i], ranges[i].lowest, ranges[i].highest);
    }
    if (relearning_steps > 1) {
        const double room = -(std::log(result[11]) + std::log(std::exp2(result[13]) - 1.0) + 0.3 * result[14]);
        const double ceiling = std::sqrt(std::max(0.01, room / relearning_steps));
        result[17] = std::min(result[17], std::min(2.0, ceiling));
        result[18] = std::min(result[18], std::min(2.0, ceiling));
    }
    return result;
}

ParsedWeights parse_weights(std::string_view text) {
    const std::vector<std::string_view> found = words(text);
    if (found.size() != std::tuple_size_v<Weights>) {
        return {{},
                fmt::format("FSRS-6 has 21 weights, and {} {} given. Paste all 21 numbers, separated by commas.",
                            found.size(), found.size() == 1 ? "was" : "were")};
    }
    Weights w{};
    for (std::size_t i = 0; i < w.size(); ++i) {
        const auto [end, problem] = std::from_chars(found[i].data(), found[i].data() + found[i].size(), w[i]);
        if (problem != std::errc{} || end != found[i].data() + found[i].size() || !std::isfinite(w[i])) {
            return {{}, fmt::format("w{} is \"{}\", which is no number.", i, found[i].substr(0, longest_echo))};
        }
        if (w[i] < ranges[i].lowest || w[i] > ranges[i].highest) {
            return {{}, fmt::format("w{} is {}; it must be {} to {}.", i, w[i], ranges[i].lowest, ranges[i].highest)};
        }
    }
    return {w, {}};
}

std::string to_text(const Weights& w) {
    std::string text;
    for (const double value : w) {
        std::string number = fmt::format("{:.6f}", value);
        number.erase(number.find_last_not_of('0') + 1);
        if (number.back() == '.') number.pop_back();
        if (!text.empty()) text += ", ";
        text += number;
    }
    return text;
}

}  // namespace cards
