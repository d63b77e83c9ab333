#include "cards/schedule/backlog.h"

#include <algorithm>
#include <vector>

#include "cards/schedule/scheduler.h"
#include "third_party/catch2.h"

using cards::BacklogPlan;
using cards::CardState;
using cards::SchedulerOptions;
using cards::State;
using cards::StudyDay;

namespace {

constexpr StudyDay today{20'780};

CardState card(double stability, int elapsed, int overdue, double difficulty = 5.0) {
    CardState state;
    state.state = State::Review;
    state.stability = stability;
    state.difficulty = difficulty;
    state.reviews = 4;
    state.last_day = StudyDay{today.number - elapsed};
    state.due_day = StudyDay{today.number - overdue};
    return state;
}

// Cards that came due one by one during a break of `days`.
std::vector<CardState> after_a_break(int cards, int days) {
    std::vector<CardState> all;
    for (int i = 0; i < cards; ++i) {
        const int overdue = i % (days + 10) - 9;  // Some are due in the days to come.
        const int interval = 2 + i % 60;
        all.push_back(card(interval, interval + overdue, overdue, 1.0 + i % 10));
    }
    return all;
}

}  // namespace

TEST_CASE("Without overdue cards there is no plan and new cards go on", "[backlog]") {
    const std::vector<CardState> cards = {card(10, 5, -5), card(10, 10, 0), CardState{}};
    const BacklogPlan plan = cards::plan_backlog(cards, today, 14, {});
    CHECK(plan.overdue == 0);
    CHECK(plan.days.empty());
    CHECK(plan.order.empty());
    CHECK_FALSE(plan.pause_new_cards);
    CHECK_FALSE(cards::has_backlog(cards, today, {}));
}

TEST_CASE("A plan clears the backlog in the time wished, with the fewest reviews a day", "[backlog]") {
    const std::vector<CardState> cards = after_a_break(900, 40);
    CHECK(cards::has_backlog(cards, today, {}));
    int before = 1'000'000;
    for (const int days : {1, 7, 14, 30}) {
        const BacklogPlan plan = cards::plan_backlog(cards, today, days, {});
        INFO(days << " days: " << plan.per_day << " a day");
        CHECK(plan.gone);
        CHECK(plan.pause_new_cards);
        CHECK(static_cast<int>(plan.days.size()) <= days);
        CHECK(plan.days.back().left == 0);
        CHECK(plan.per_day < before);
        for (const cards::BacklogDay& day : plan.days)
            CHECK(day.reviews <= plan.per_day + 1);
        const BacklogPlan slower = cards::plan_backlog_at(cards, today, plan.per_day - 1, {});
        CHECK(static_cast<int>(slower.days.size()) > days);
        before = plan.per_day;
    }
}

TEST_CASE("A plan tells what it costs: minutes a day and cards that will be forgotten", "[backlog]") {
    const std::vector<CardState> cards = after_a_break(900, 40);
    const BacklogPlan quick = cards::plan_backlog(cards, today, 5, {});
    const BacklogPlan slow = cards::plan_backlog(cards, today, 30, {});
    CHECK(quick.minutes_a_day > slow.minutes_a_day);
    CHECK(quick.forgotten < slow.forgotten);
    CHECK(quick.forgotten > 0.0);
    CHECK(slow.forgotten < slow.overdue);
    // 5.6 to 23 seconds a review.
    CHECK(quick.minutes_a_day > quick.per_day * 5.0 / 60.0 * 0.5);
    CHECK(quick.minutes_a_day < quick.per_day * 23.0 / 60.0);
}

TEST_CASE("A pace that never catches up says so", "[backlog]") {
    std::vector<CardState> cards = after_a_break(2000, 60);
    const BacklogPlan plan = cards::plan_backlog_at(cards, today, 1, {});
    CHECK_FALSE(plan.gone);
    CHECK(plan.days.size() == 365);
    CHECK(plan.days.back().left > 0);
    CHECK(cards::plan_backlog_at(cards, today, -5, {}).per_day == 1);
}

TEST_CASE("Every overdue card is in the order once, by falling loss", "[backlog]") {
    const std::vector<CardState> cards = after_a_break(300, 40);
    std::vector<std::size_t> order = cards::backlog_order(cards, today, cards::fsrs6_weights);
    for (std::size_t i = 1; i < order.size(); ++i) {
        CHECK(cards::loss_of_waiting(cards[order[i - 1]], today, cards::fsrs6_weights) >=
              cards::loss_of_waiting(cards[order[i]], today, cards::fsrs6_weights));
    }
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> expected;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        if (cards[i].due_day < today) expected.push_back(i);
    }
    CHECK(order == expected);
}

TEST_CASE("A card that can still be saved comes before one that is nearly lost or still fresh", "[backlog]") {
    const auto loss = [](const CardState& c) { return cards::loss_of_waiting(c, today, cards::fsrs6_weights); };
    const double fading = loss(card(10, 30, 20));
    CHECK(fading > loss(card(500, 501, 1)));
    CHECK(loss(card(0.01, 400, 399, 9.5)) < fading);
    CHECK(loss(CardState{}) == 0.0);
}

TEST_CASE("Ten thousand overdue cards are planned without harm", "[backlog][hostile]") {
    const std::vector<CardState> cards = after_a_break(10'000, 300);
    const BacklogPlan plan = cards::plan_backlog(cards, today, 60, {});
    CHECK(plan.gone);
    CHECK(plan.order.size() == static_cast<std::size_t>(plan.overdue));
}
