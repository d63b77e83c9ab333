#include "cards/schedule/replay.h"

#include <vector>

#include "cards/schedule/fuzz.h"
#include "cards/schedule/scheduler.h"
#include "third_party/catch2.h"

using cards::CardState;
using cards::Instant;
using cards::Moment;
using cards::Rating;
using cards::Review;
using cards::State;

namespace {

// The review that pressing `rating` at `now` would leave in the log.
Review pressed(const cards::Choice& choice, Moment now, int rollover_hour) {
    Review review;
    review.at = now;
    review.day = cards::study_day(now, rollover_hour);
    review.rating = choice.rating;
    review.outcome = cards::outcome_of(choice.after);
    return review;
}

}  // namespace

TEST_CASE("An empty log gives a new card", "[schedule][replay]") {
    CHECK(cards::replay({}, cards::fsrs6_weights) == CardState{});
}

TEST_CASE("Replaying the log arrives at the very state each button promised", "[schedule][replay]") {
    cards::SchedulerOptions options;
    std::uint64_t random = 42;
    for (int card = 0; card < 200; ++card) {
        CardState state;
        std::vector<Review> log;
        Moment now{Instant{20'780 * cards::ms_per_day}, 60};
        for (int i = 0; i < 25; ++i) {
            const auto all = cards::choices(state, now, options, cards::fuzz_seed({}, state.reviews));
            const cards::Choice& choice = all[cards::next_random(random) % 4];
            log.push_back(pressed(choice, now, options.rollover_hour));
            state = choice.after;
            REQUIRE(cards::replay(log, options.weights) == state);
            // The same day, a few days on, years on, and now and then a clock set back.
            const std::uint64_t kind = cards::next_random(random) % 10;
            const auto far = static_cast<std::int64_t>(cards::next_random(random) % (kind < 4 ? 3600 : 40'000'000));
            now.at.unix_ms += (kind == 9 ? -far : far) * 1000;
        }
    }
}

TEST_CASE("A lapse is counted only where a card in review was forgotten", "[schedule][replay]") {
    cards::SchedulerOptions options;
    options.fuzz = false;
    CardState state;
    Moment now{Instant{20'780 * cards::ms_per_day}, 0};
    struct Row {
        Rating rating;
        State after;
        int lapses;
        double wait_days;
    };
    for (const Row& row : {Row{Rating::Again, State::Learning, 0, 0.001}, Row{Rating::Good, State::Learning, 0, 0.01},
                           Row{Rating::Good, State::Review, 0, 2}, Row{Rating::Again, State::Relearning, 1, 0.01},
                           Row{Rating::Again, State::Relearning, 1, 0.01}, Row{Rating::Good, State::Review, 1, 3},
                           Row{Rating::Again, State::Relearning, 2, 0.01}}) {
        state = cards::choices(state, now, options, 1)[static_cast<std::size_t>(row.rating) - 1].after;
        CHECK(state.state == row.after);
        CHECK(state.lapses == row.lapses);
        now.at.unix_ms += static_cast<std::int64_t>(row.wait_days * static_cast<double>(cards::ms_per_day));
    }
    CHECK(state.reviews == 7);
}
