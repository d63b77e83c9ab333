// Simulates a year of 10,000 cards on one core and prints the seconds it took and
// what share that is of the one second it may take.
#include <fmt/format.h>

#include <vector>

#include "cards/schedule/simulate.h"
#include "tests/bench/peer.h"

namespace {

constexpr int runs = 5;
constexpr double budget_seconds = 1.0;

void measure(const char* name, const std::vector<cards::CardState>& learned, const cards::SimulationOptions& options) {
    std::vector<double> times;
    cards::Simulation result;
    for (int i = 0; i < runs; ++i) {
        const double begun = cards::seconds_now();
        result = cards::simulate(learned, options);
        times.push_back(cards::seconds_now() - begun);
    }
    fmt::print("{}: {:.3f} s, ratio {:.2f} of the budget ({:.0f} reviews and {:.1f} minutes a day, {:.0f} known)\n",
               name, cards::median(times), cards::median(times) / budget_seconds, result.reviews_a_day,
               result.minutes_a_day, result.known);
}

}  // namespace

int main() {
    cards::SimulationOptions options;
    options.days = 365;
    options.scheduler.reviews_per_day = 9999;
    options.new_cards = 10'000;
    options.scheduler.new_per_day = 100;
    measure("10,000 new cards, 100 a day", {}, options);

    std::vector<cards::CardState> learned(10'000);
    for (std::size_t i = 0; i < learned.size(); ++i) {
        learned[i].state = cards::State::Review;
        learned[i].stability = 1.0 + static_cast<double>(i % 100);
        learned[i].difficulty = 1.0 + static_cast<double>(i % 10);
        learned[i].last_day.number = -static_cast<int>(i % 50);
        learned[i].due_day.number = static_cast<int>(i % 50);
    }
    options.new_cards = 0;
    measure("10,000 learned cards", learned, options);
}
