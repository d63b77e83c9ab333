#include "cards/schedule/explain.h"

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "cards/schedule/replay.h"
#include "cards/schedule/scheduler.h"
#include "third_party/catch2.h"

using cards::Instant;
using cards::Moment;
using cards::Rating;
using cards::Review;
using cards::SchedulerOptions;
using cards::StudyDay;

namespace {

constexpr Moment noon{Instant{20'780 * cards::ms_per_day + 12 * cards::ms_per_hour}, 0};  // 23 Nov 2026.

Moment days_later(int days) { return {Instant{noon.at.unix_ms + days * cards::ms_per_day}, 0}; }

// A log in which the card got each rating on each day after `noon`.
std::vector<Review> log_of(const std::vector<std::pair<int, Rating>>& answers, const SchedulerOptions& options) {
    std::vector<Review> log;
    for (const auto& [day, rating] : answers) {
        const cards::CardState before = cards::replay(log, options.weights);
        Review review;
        review.at = days_later(day);
        review.day = cards::study_day(review.at, options.rollover_hour);
        review.rating = rating;
        review.outcome =
            cards::outcome_of(cards::choices(before, review.at, options,
                                             cards::fuzz_seed({}, before.reviews))[static_cast<std::size_t>(rating) - 1]
                                  .after);
        log.push_back(review);
    }
    return log;
}

SchedulerOptions without_steps() {
    SchedulerOptions options;
    options.learning_steps_minutes.clear();
    options.relearning_steps_minutes.clear();
    options.fuzz = false;
    return options;
}

std::string sentence(const std::vector<Review>& log, const SchedulerOptions& options, int today = 20'780) {
    return cards::explain({}, log, options, StudyDay{today}).sentence;
}

}  // namespace

TEST_CASE("Bare ratings and days give the memory after each of them", "[explain]") {
    const std::vector<Rating> ratings = {Rating::Good, Rating::Good, Rating::Good, Rating::Again};
    const std::vector<int> days = {0, 3, 18, 40};
    const auto steps = cards::explain(ratings, days, cards::fsrs6_weights, 0.9);
    REQUIRE(steps.size() == 4);
    CHECK(steps[0].recall_before == 1.0);
    CHECK(steps[0].stability.value == 2.3065);
    CHECK(steps[0].interval_days == 2);
    CHECK(steps[1].recall_before == Approx(0.88094796));
    CHECK(steps[1].stability.value == Approx(13.82690327));
    CHECK(steps[1].difficulty == Approx(2.11121424));
    CHECK(steps[1].exact_interval.value == Approx(13.82690327));
    CHECK(steps[1].interval_days == 14);
    CHECK(steps[3].stability < steps[2].stability);
}

TEST_CASE("Lists of unequal length are explained as far as both reach", "[explain][hostile]") {
    const std::vector<Rating> ratings = {Rating::Good, Rating::Good};
    const std::vector<int> days = {0};
    CHECK(cards::explain(ratings, days, cards::fsrs6_weights, 0.9).size() == 1);
    CHECK(cards::explain({}, days, cards::fsrs6_weights, 0.9).empty());
}

TEST_CASE("The date of a card in review is explained by its stability", "[explain]") {
    const SchedulerOptions options = without_steps();
    CHECK(sentence(log_of({{0, Rating::Easy}}, options), options) ==
          "Due 1 Dec 2026: stability 8.3 days, so recall falls to 90 % then.");
}

TEST_CASE("Fuzz is named where it moved the date", "[explain][fuzz]") {
    SchedulerOptions options = without_steps();
    options.fuzz = true;
    int moved = 0;
    for (int day = 1; day < 40; ++day) {
        const auto log = log_of({{0, Rating::Easy}, {day, Rating::Good}}, options);
        const auto story = cards::explain({}, log, options, StudyDay{20'780});
        REQUIRE(story.fuzz_days);
        if (*story.fuzz_days == 0) continue;
        ++moved;
        const int size = std::abs(*story.fuzz_days);
        const std::string expected = std::string("; fuzz ") + (*story.fuzz_days > 0 ? "+" : "-") +
                                     std::to_string(size) + (size == 1 ? " day." : " days.");
        INFO(story.sentence);
        CHECK(story.sentence.find(expected) != std::string::npos);
        CHECK(story.sentence.find("recall falls to 90 % on ") != std::string::npos);
    }
    CHECK(moved > 20);
}

TEST_CASE("A date that the maximum interval held back says so", "[explain]") {
    SchedulerOptions options = without_steps();
    options.maximum_interval = 5;
    CHECK(sentence(log_of({{0, Rating::Easy}}, options), options) ==
          "Due 28 Nov 2026: stability 8.3 days, so recall falls to 90 % on 1 Dec 2026; 3 days earlier, for the "
          "maximum interval of 5 days.");
}

TEST_CASE("A date moved to keep the ratings apart says so", "[explain]") {
    const SchedulerOptions options = without_steps();
    CHECK(
        sentence(log_of({{0, Rating::Again}, {0, Rating::Easy}}, options), options).find("to keep the ratings apart") !=
        std::string::npos);
}

TEST_CASE("A date promised under other settings says what today's would be", "[explain]") {
    const SchedulerOptions then = without_steps();
    SchedulerOptions now = then;
    now.desired_retention = 0.80;
    const std::string text = sentence(log_of({{0, Rating::Easy}}, then), now);
    CHECK(text.find("promised with other settings, today's would say ") != std::string::npos);
    CHECK_FALSE(cards::explain({}, log_of({{0, Rating::Easy}}, then), now, StudyDay{20'780}).fuzz_days);
}

TEST_CASE("An overdue card says how long it has waited and what is left", "[explain]") {
    const SchedulerOptions options = without_steps();
    CHECK(sentence(log_of({{0, Rating::Easy}}, options), options, 20'790)
              .find("It has waited 2 days since; recall is 89 % today.") != std::string::npos);
}

TEST_CASE("Learning, relearning and new cards have sentences of their own", "[explain]") {
    SchedulerOptions options;
    options.fuzz = false;
    CHECK(sentence({}, options) == "New: it has not been asked yet.");
    CHECK(sentence(log_of({{0, Rating::Good}}, options), options) ==
          "Due 23 Nov 2026, 10 min after the last review: learning step 2 of 2.");
    CHECK(sentence(log_of({{0, Rating::Easy}, {8, Rating::Again}}, options), options) ==
          "Due 1 Dec 2026, 10 min after the last review: relearning step 1 of 1.");
}

TEST_CASE("The forgetting curve falls between reviews and starts again from one at each", "[explain]") {
    const SchedulerOptions options = without_steps();
    const auto log = log_of({{0, Rating::Good}, {2, Rating::Good}, {2, Rating::Good}, {14, Rating::Again}}, options);
    const auto story = cards::explain({}, log, options, StudyDay{20'800});
    REQUIRE(story.curve.size() > 60);
    int rises = 0;
    for (std::size_t i = 1; i < story.curve.size(); ++i) {
        CHECK(story.curve[i].day >= story.curve[i - 1].day);
        CHECK(story.curve[i].recall <= 1.0);
        if (story.curve[i].recall > story.curve[i - 1].recall) {
            ++rises;
            CHECK(story.curve[i].recall == 1.0);
        }
    }
    CHECK(rises == 2);
    CHECK(story.curve.front().day == 20'780.0);
    CHECK(story.curve.back().day > 20'800.0);
}
