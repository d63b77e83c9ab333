#include "cards/schedule/scheduler.h"

#include <cmath>
#include <set>
#include <vector>

#include "cards/memory/memory.h"
#include "third_party/catch2.h"

using cards::CardState;
using cards::Choice;
using cards::choices;
using cards::Days;
using cards::Instant;
using cards::Moment;
using cards::Rating;
using cards::SchedulerOptions;
using cards::State;
using cards::StudyDay;

namespace {

constexpr Moment noon{Instant{20'780 * cards::ms_per_day + 12 * cards::ms_per_hour}, 0};  // 23 Nov 2026.
constexpr double minute = 1.0 / 24.0 / 60.0;

SchedulerOptions exact() {
    SchedulerOptions options;
    options.fuzz = false;
    return options;
}

const Choice& of(const std::array<Choice, 4>& all, Rating rating) { return all[static_cast<std::size_t>(rating) - 1]; }

// A card in Review that is due on the study day of `noon`.
CardState due_card(double stability, double difficulty, int scheduled) {
    CardState card;
    card.state = State::Review;
    card.stability = stability;
    card.difficulty = difficulty;
    card.reviews = 5;
    card.last_day = StudyDay{20'780 - scheduled};
    card.due_day = StudyDay{20'780};
    card.last_review = Instant{noon.at.unix_ms - scheduled * cards::ms_per_day};
    return card;
}

}  // namespace

TEST_CASE("Learning steps lead from new to review", "[schedule][steps]") {
    struct Row {
        const char* name;
        std::vector<double> steps;
        State state;
        int step;
        Rating rating;
        State after;
        int step_after;
        double minutes;  // Below 0: leads to Review.
    };
    const std::vector<Row> rows = {
        {"new, again", {1, 10}, State::New, 0, Rating::Again, State::Learning, 0, 1},
        {"new, hard: mean of the first two", {1, 10}, State::New, 0, Rating::Hard, State::Learning, 0, 5.5},
        {"new, good", {1, 10}, State::New, 0, Rating::Good, State::Learning, 1, 10},
        {"new, easy", {1, 10}, State::New, 0, Rating::Easy, State::Review, 0, -1},
        {"second step, again", {1, 10}, State::Learning, 1, Rating::Again, State::Learning, 0, 1},
        {"second step, hard stays", {1, 10}, State::Learning, 1, Rating::Hard, State::Learning, 1, 10},
        {"second step, good", {1, 10}, State::Learning, 1, Rating::Good, State::Review, 0, -1},
        {"one step, hard is half as long again", {10}, State::New, 0, Rating::Hard, State::Learning, 0, 15},
        {"one step, good", {10}, State::New, 0, Rating::Good, State::Review, 0, -1},
        {"one long step, hard is at most a day more", {4320}, State::New, 0, Rating::Hard, State::Learning, 0, 5760},
        {"no steps, again", {}, State::New, 0, Rating::Again, State::Review, 0, -1},
        {"no steps, good", {}, State::New, 0, Rating::Good, State::Review, 0, -1},
        {"a step that is gone from the settings", {1, 10}, State::Learning, 6, Rating::Hard, State::Learning, 1, 10},
        {"a step below nought", {1, 10}, State::Learning, -2, Rating::Good, State::Learning, 1, 10},
    };
    for (const Row& row : rows) {
        INFO(row.name);
        SchedulerOptions options = exact();
        options.learning_steps_minutes = row.steps;
        CardState card;
        card.state = row.state;
        card.step = row.step;
        if (row.state != State::New) {
            card.reviews = 1;
            card.stability = 2.3;
            card.difficulty = 5.0;
            card.last_day = StudyDay{20'780};
        }
        const Choice choice = of(choices(card, noon, options, 1), row.rating);
        CHECK(choice.after.state == row.after);
        CHECK(choice.after.step == row.step_after);
        if (row.minutes < 0) {
            CHECK(choice.interval.value >= 1.0);
            CHECK(choice.after.due_at == Instant{});
        } else {
            CHECK(choice.interval.value == Approx(row.minutes * minute));
            if (row.minutes < 1440) {
                CHECK(choice.after.due_at.unix_ms - noon.at.unix_ms == std::llround(row.minutes * 60'000));
            }
        }
    }
}

TEST_CASE("A forgotten card is relearned and comes back to review", "[schedule][steps]") {
    const SchedulerOptions options = exact();
    const Choice again = of(choices(due_card(20, 5, 20), noon, options, 1), Rating::Again);
    CHECK(again.after.state == State::Relearning);
    CHECK(again.after.lapses == 1);
    CHECK(again.interval.value == Approx(10 * minute));
    const Moment later{again.after.due_at, 0};
    const auto then = choices(again.after, later, options, 2);
    CHECK(of(then, Rating::Again).after.state == State::Relearning);
    CHECK(of(then, Rating::Again).after.lapses == 1);
    CHECK(of(then, Rating::Hard).interval.value == Approx(15 * minute));
    CHECK(of(then, Rating::Good).after.state == State::Review);
    CHECK(of(then, Rating::Good).interval.value < 20.0);
}

TEST_CASE("Without relearning steps a forgotten card stays in review and is due soonest", "[schedule][steps]") {
    SchedulerOptions options = exact();
    options.relearning_steps_minutes.clear();
    const auto all = choices(due_card(20, 5, 20), noon, options, 1);
    CHECK(all[0].after.state == State::Review);
    CHECK(all[0].after.lapses == 1);
    CHECK(all[0].interval.value >= 1.0);
    CHECK(all[0].interval.value <= all[1].interval.value);
}

TEST_CASE("A step that spans the start of a study day keeps its minutes", "[schedule][steps][clock]") {
    const Moment late{Instant{20'780 * cards::ms_per_day + 3 * cards::ms_per_hour + 55 * cards::ms_per_minute}, 0};
    const Choice choice = of(choices(CardState{}, late, exact(), 1), Rating::Good);
    CHECK(cards::study_day(late, 4).number == 20'779);
    CHECK(choice.after.due_day.number == 20'780);
    CHECK(choice.after.due_at.unix_ms == late.at.unix_ms + 10 * cards::ms_per_minute);
    const Moment due{choice.after.due_at, 0};
    const Choice then = of(choices(choice.after, due, exact(), 1), Rating::Good);
    CHECK(then.after.state == State::Review);
    CHECK(then.after.due_day.number > 20'780);
}

TEST_CASE("A step of a day or more is due when that study day begins", "[schedule][steps][clock]") {
    SchedulerOptions options = exact();
    options.learning_steps_minutes = {1, 1440, 4320};
    const Choice choice = of(choices(CardState{}, noon, options, 1), Rating::Good);
    CHECK(choice.after.state == State::Learning);
    CHECK(choice.after.due_day.number == 20'781);
    CHECK(choice.after.due_at == cards::start_of(StudyDay{20'781}, 0, 4));
    const Moment next_morning{Instant{choice.after.due_at.unix_ms + cards::ms_per_hour}, 0};
    const Choice then = of(choices(choice.after, next_morning, options, 1), Rating::Good);
    CHECK(then.after.step == 2);
    CHECK(then.after.due_day.number == 20'784);
}

TEST_CASE("Hard, Good and Easy differ by at least a day wherever the maximum allows it", "[schedule]") {
    for (const double s : {0.001, 0.3, 1.0, 2.0, 4.5, 20.0, 300.0, 36'500.0}) {
        for (const double d : {1.0, 5.0, 10.0}) {
            for (const int maximum : {1, 2, 3, 4, 30, 36'500}) {
                for (const int waited : {0, 1, 5, 50, 5000}) {
                    for (std::uint64_t seed = 0; seed < 12; ++seed) {
                        SchedulerOptions options;
                        options.maximum_interval = maximum;
                        options.fuzz = seed != 0;
                        if (seed % 2 == 1) options.relearning_steps_minutes.clear();
                        const auto all = choices(due_card(s, d, waited), noon, options, seed);
                        INFO("S " << s << ", D " << d << ", maximum " << maximum << ", waited " << waited << ", seed "
                                  << seed);
                        REQUIRE(all[0].interval <= all[1].interval);
                        REQUIRE(all[1].interval <= all[2].interval);
                        REQUIRE(all[2].interval <= all[3].interval);
                        REQUIRE(all[3].interval.value <= maximum);
                        REQUIRE(all[1].interval.value >= 1.0);
                        if (maximum >= 3) {
                            REQUIRE(all[1].interval.value <= all[2].interval.value - 1);
                            REQUIRE(all[2].interval.value <= all[3].interval.value - 1);
                        }
                        for (const Choice& choice : all) {
                            REQUIRE(choice.after.due_day.number <= 20'780 + maximum);
                        }
                    }
                }
            }
        }
    }
}

TEST_CASE("Stability after each rating rises from Again to Easy", "[schedule]") {
    for (const int waited : {0, 3, 20, 200}) {
        const auto all = choices(due_card(20, 5, waited), noon, exact(), 1);
        for (std::size_t i = 1; i < all.size(); ++i) {
            CHECK(all[i - 1].after.stability <= all[i].after.stability);
            CHECK(all[i - 1].after.difficulty >= all[i].after.difficulty);
        }
    }
}

TEST_CASE("The interval is when recall falls to the desired retention, to the nearest day", "[schedule]") {
    for (const double desired : {0.70, 0.85, 0.90, 0.97}) {
        SchedulerOptions options = exact();
        options.desired_retention = desired;
        const Choice good = of(choices(due_card(30, 5, 30), noon, options, 1), Rating::Good);
        const double recall =
            cards::recall_on(good.after, StudyDay{20'780 + static_cast<int>(good.interval.value)}, options.weights);
        CHECK(recall == Approx(desired).margin(0.005));
    }
}

TEST_CASE("Fuzz is the same for the same seed, moves with the seed and says how far", "[schedule][fuzz]") {
    const CardState card = due_card(30, 5, 30);
    const SchedulerOptions options;
    const double plain = of(choices(card, noon, exact(), 0), Rating::Good).interval.value;
    std::set<double> seen;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Choice one = of(choices(card, noon, options, seed), Rating::Good);
        const Choice two = of(choices(card, noon, options, seed), Rating::Good);
        CHECK(one.after == two.after);
        CHECK(one.interval.value - plain == one.fuzz_days);
        seen.insert(one.interval.value);
    }
    CHECK(seen.size() > 5);
}

TEST_CASE("The fuzz seed follows from the card and its number of reviews", "[schedule][fuzz]") {
    cards::Id a;
    cards::Id b;
    b.bytes[15] = 1;
    CHECK(cards::fuzz_seed(a, 3) == cards::fuzz_seed(a, 3));
    CHECK(cards::fuzz_seed(a, 3) != cards::fuzz_seed(a, 4));
    CHECK(cards::fuzz_seed(a, 3) != cards::fuzz_seed(b, 3));
}

TEST_CASE("A late review that succeeds earns more than one on time, an early one less", "[schedule]") {
    const auto stability_after = [](int waited) {
        CardState card = due_card(20, 5, 20);
        card.last_day = StudyDay{20'780 - waited};
        return of(choices(card, noon, exact(), 1), Rating::Good).after.stability;
    };
    CHECK(stability_after(5) < stability_after(20));
    CHECK(stability_after(20) < stability_after(60));
}

TEST_CASE("A clock set back counts as no time at all", "[schedule][clock]") {
    for (const std::int64_t back : {cards::ms_per_hour, cards::ms_per_day, 365 * cards::ms_per_day}) {
        CardState card = due_card(20, 5, 0);
        card.last_review = noon.at;
        const Moment earlier{Instant{noon.at.unix_ms - back}, 0};
        const auto set_back = choices(card, earlier, exact(), 1);
        const auto at_once = choices(card, noon, exact(), 1);
        for (std::size_t i = 0; i < 4; ++i) {
            CHECK(set_back[i].after.stability == at_once[i].after.stability);
            CHECK(set_back[i].interval.value == at_once[i].interval.value);
        }
    }
}

TEST_CASE("Recall is one on the day of the review, even where the clock went back, and none when new",
          "[schedule][clock]") {
    const CardState card = due_card(10, 5, 10);
    CHECK(cards::recall_on(card, card.last_day, cards::fsrs6_weights) == 1.0);
    CHECK(cards::recall_on(card, StudyDay{card.last_day.number - 9}, cards::fsrs6_weights) == 1.0);
    CHECK(cards::recall_on(card, StudyDay{20'780}, cards::fsrs6_weights) == Approx(0.9));
    CHECK(cards::recall_on(CardState{}, StudyDay{20'780}, cards::fsrs6_weights) == 0.0);
}

TEST_CASE("A leech is pointed out at the threshold and at every half of it after", "[schedule][leech]") {
    SchedulerOptions options;
    std::vector<int> at;
    for (int lapses = 0; lapses <= 20; ++lapses) {
        if (cards::becomes_leech(lapses, options)) at.push_back(lapses);
    }
    CHECK(at == std::vector<int>{8, 12, 16, 20});
    options.leech_lapses = 3;
    CHECK_FALSE(cards::becomes_leech(2, options));
    CHECK(cards::becomes_leech(3, options));
    CHECK_FALSE(cards::becomes_leech(4, options));
    CHECK(cards::becomes_leech(5, options));
    options.leech_lapses = 1;
    for (int lapses = 1; lapses < 5; ++lapses)
        CHECK(cards::becomes_leech(lapses, options));
}
