#include "cards/schedule/simulate.h"

#include <numeric>
#include <vector>

#include "third_party/catch2.h"

using cards::CardState;
using cards::Simulation;
using cards::SimulationOptions;
using cards::State;
using cards::StudyDay;

namespace {

std::vector<CardState> learned_cards(int count) {
    std::vector<CardState> cards;
    for (int i = 0; i < count; ++i) {
        CardState card;
        card.state = State::Review;
        card.stability = 1.0 + i % 90;
        card.difficulty = 1.0 + i % 10;
        card.reviews = 3;
        card.last_day = StudyDay{20'780 - i % 30};
        card.due_day = StudyDay{20'780 + i % 40};
        cards.push_back(card);
    }
    return cards;
}

SimulationOptions from_today(int days) {
    SimulationOptions options;
    options.today = StudyDay{20'780};
    options.days = days;
    return options;
}

}  // namespace

TEST_CASE("A simulation is the same for the same seed and another for another", "[simulate]") {
    SimulationOptions options = from_today(120);
    const Simulation a = cards::simulate({}, options);
    const Simulation b = cards::simulate({}, options);
    CHECK(a.minutes_a_day == b.minutes_a_day);
    CHECK(a.known == b.known);
    options.seed = 2;
    CHECK(cards::simulate({}, options).minutes_a_day != a.minutes_a_day);
}

TEST_CASE("New cards are learned at the daily limit until none are left", "[simulate]") {
    SimulationOptions options = from_today(10);
    options.new_cards = 50;
    options.scheduler.new_per_day = 20;
    const Simulation result = cards::simulate({}, options);
    REQUIRE(result.days.size() == 10);
    CHECK(result.days[0].new_cards == 20);
    CHECK(result.days[2].new_cards == 10);
    CHECK(result.days[3].new_cards == 0);
    CHECK(result.days[0].reviews == 0);
    CHECK(result.days[0].known == 20.0);
}

TEST_CASE("No day has more reviews than the limit, and what is over is left for the next", "[simulate]") {
    SimulationOptions options = from_today(60);
    options.new_cards = 0;
    options.scheduler.reviews_per_day = 10;
    const Simulation result = cards::simulate(learned_cards(1000), options);
    bool left = false;
    for (const cards::SimulatedDay& day : result.days) {
        CHECK(day.reviews <= 10);
        left = left || day.left > 0;
    }
    CHECK(left);
}

TEST_CASE("A higher desired retention costs more minutes and keeps more cards known", "[simulate]") {
    SimulationOptions options = from_today(365);
    options.new_cards = 0;
    options.scheduler.reviews_per_day = 9999;
    const std::vector<double> retentions = {0.70, 0.80, 0.90, 0.97};
    const auto points = cards::workload(learned_cards(600), options, retentions);
    REQUIRE(points.size() == 4);
    for (std::size_t i = 1; i < points.size(); ++i) {
        CHECK(points[i].known > points[i - 1].known);
        CHECK(points[i].reviews_a_day > points[i - 1].reviews_a_day);
    }
    CHECK(points[3].minutes_a_day > 1.5 * points[2].minutes_a_day);
    CHECK(points[2].known > 0.9 * 600);
    CHECK(points[2].known < 600);
}

TEST_CASE("Nothing to study is nothing to do", "[simulate][hostile]") {
    SimulationOptions options = from_today(0);
    options.new_cards = 0;
    const Simulation result = cards::simulate({}, options);
    REQUIRE(result.days.size() == 1);
    CHECK(result.minutes_a_day == 0.0);
    CHECK(result.known == 0.0);
    const std::vector<CardState> fresh(5);
    CHECK(cards::simulate(fresh, options).known == 0.0);
}
