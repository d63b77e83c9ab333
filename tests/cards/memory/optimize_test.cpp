#include "cards/memory/optimize.h"

#include <algorithm>
#include <cmath>

#include "cards/memory/loss.h"
#include "cards/memory/memory.h"
#include "tests/bench/synthetic_log.h"
#include "third_party/catch2.h"

using cards::fsrs6_weights;
using cards::LoggedReview;
using cards::Rating;
using cards::Weights;

namespace {

std::vector<LoggedReview> student_log(std::uint64_t seed, std::size_t reviews) {
    cards::SyntheticStudent student;
    student.weights = cards::some_weights(seed);
    student.seed = seed;
    return cards::synthetic_log(student, reviews);
}

}  // namespace

TEST_CASE("The slope of the loss is what small changes of each weight measure", "[optimize]") {
    const cards::TrainingSet set = cards::training_set(student_log(3, 4000), {0.0, 1.0});
    for (const std::uint64_t seed : {7U, 8U, 9U}) {
        const Weights w = cards::some_weights(seed);
        const cards::LossSlope here = cards::loss_slope(set, w, 0, set.sequences());
        for (std::size_t i = 0; i < w.size(); ++i) {
            Weights up = w;
            Weights down = w;
            const double step = 1e-5 * std::max(0.05, w[i]);
            up[i] += step;
            down[i] -= step;
            const double slope = (cards::loss_slope(set, up, 0, set.sequences()).loss -
                                  cards::loss_slope(set, down, 0, set.sequences()).loss) /
                                 (2.0 * step);
            INFO("w" << i << " of weights " << seed);
            CHECK(here.gradient[i] == Approx(slope).epsilon(2e-3).margin(0.02));
        }
    }
}

TEST_CASE("The loss of a pass is the log-loss of the memory model", "[optimize]") {
    const cards::TrainingSet set = cards::training_set(student_log(4, 3000), {0.5, 1.0});
    const cards::LossSlope slope = cards::loss_slope(set, fsrs6_weights, 0, set.sequences());
    CHECK(slope.loss / set.scored == Approx(cards::log_loss(set, fsrs6_weights)).epsilon(1e-9));
    CHECK(cards::measure_weights(set, fsrs6_weights).log_loss ==
          Approx(cards::log_loss(set, fsrs6_weights)).epsilon(1e-12));
}

TEST_CASE("A training set scores what can be predicted, in its part of the log", "[optimize]") {
    const auto at = [](std::int64_t card, int day, Rating rating, int minute) {
        return LoggedReview{card, {day * cards::ms_per_day + minute * cards::ms_per_minute}, {day}, rating};
    };
    // Out of order, with a clock set back and two reviews on a day.
    const std::vector<LoggedReview> log = {at(2, 5, Rating::Good, 0), at(1, 0, Rating::Good, 0),
                                           at(1, 0, Rating::Good, 9), at(1, 3, Rating::Again, 0),
                                           at(2, 9, Rating::Good, 0)};
    const cards::TrainingSet all = cards::training_set(log, {});
    REQUIRE(all.sequences() == 2);
    CHECK(all.scored == 2);
    CHECK(all.steps[2].elapsed == 3.0);
    CHECK_FALSE(all.steps[1].scored);
    CHECK(cards::training_set(log, {0.8, 1.0}).scored == 1);
    CHECK(cards::training_set(log, {0.0, 0.8}).scored == 1);
    CHECK(cards::training_set({}, {}).sequences() == 0);
}

TEST_CASE("Weights fitted to a student's log predict that student nearly as well as the true ones", "[optimize]") {
    for (const std::uint64_t seed : {1U, 2U}) {
        cards::SyntheticStudent student;
        student.weights = cards::some_weights(seed);
        student.card_spread = 0.0;
        student.seed = seed;
        const auto log = cards::synthetic_log(student, 20'000);
        const cards::FitResult fit = cards::fit_weights(cards::training_set(log, {0.0, 0.8}), {});
        const cards::TrainingSet unseen = cards::training_set(log, {0.8, 1.0});
        INFO("student " << seed << ": " << cards::to_text(fit.weights));
        CHECK(cards::log_loss(unseen, fit.weights) < cards::log_loss(unseen, student.weights) + 0.002);
        CHECK(cards::log_loss(unseen, fit.weights) < cards::log_loss(unseen, fsrs6_weights));
    }
}

TEST_CASE("Fitted weights lie in their ranges and in order, and threads do not change them", "[optimize]") {
    const cards::TrainingSet set = cards::training_set(student_log(5, 20'000), {0.0, 1.0});
    const cards::FitResult one = cards::fit_weights(set, {1, 1, {}, 1.0});
    const cards::FitResult two = cards::fit_weights(set, {1, 2, {}, 1.0});
    CHECK(one.weights == two.weights);
    CHECK(one.weights == cards::clamped(one.weights));
    CHECK(std::is_sorted(one.weights.begin(), one.weights.begin() + 4));
    const Weights steps = cards::fit_weights(set, {3, 1, {}, 1.0}).weights;
    CHECK(steps == cards::clamped(steps, 3));
}

TEST_CASE("A log in which one thing only ever happens is fitted without harm", "[optimize][hostile]") {
    for (const Rating rating : cards::all_ratings) {
        std::vector<LoggedReview> log;
        for (int card = 0; card < 100; ++card) {
            for (int day = 0; day < 30; day += 3)
                log.push_back({card, {day * cards::ms_per_day}, {day}, rating});
        }
        const cards::OptimizeReport report = cards::optimize(log, {});
        CHECK(report.weights == cards::clamped(report.weights));
        CHECK(std::isfinite(report.after.log_loss));
    }
}

TEST_CASE("With fewer than 64 reviews nothing is changed, and it is said why", "[optimize]") {
    cards::OptimizeOptions options;
    options.old_weights = cards::some_weights(6);
    const cards::OptimizeReport none = cards::optimize({}, options);
    CHECK_FALSE(none.changed);
    CHECK(none.weights == options.old_weights);
    CHECK(none.why ==
          "Nothing was changed: 0 reviews a day or more after the one before are in the log, and 64 are needed. Study "
          "on for a while and try again.");
    const auto log = student_log(1, 60);
    CHECK(cards::optimize(log, options).weights == options.old_weights);
}

TEST_CASE("New weights are taken only where they predict unseen reviews better", "[optimize]") {
    const auto log = student_log(2, 12'000);
    const cards::OptimizeReport better = cards::optimize(log, {});
    CHECK(better.changed);
    CHECK(better.after.log_loss < better.before.log_loss);
    CHECK(better.before.log_loss == Approx(better.default_log_loss));
    CHECK(better.reviews > 8000);
    CHECK(better.unseen_reviews > 1000);
    CHECK(better.after.auc > 0.5);
    CHECK(better.why.find("predict the last") != std::string::npos);

    // Weights that have seen the last fifth as well are hard to beat on it.
    cards::OptimizeOptions options;
    options.old_weights = cards::fit_weights(cards::training_set(log, {0.8, 1.0}), {1, 1, {}, 0.01}).weights;
    const cards::OptimizeReport worse = cards::optimize(log, options);
    CHECK_FALSE(worse.changed);
    CHECK(worse.weights == options.old_weights);
    CHECK(worse.why.find("Nothing was changed") == 0);
}

TEST_CASE("Fitting tells how far it is and can be cancelled at any point", "[optimize]") {
    const auto log = student_log(2, 3000);
    std::vector<double> shares;
    const cards::OptimizeReport report = cards::optimize(log, {}, [&](double share) {
        shares.push_back(share);
        return true;
    });
    REQUIRE(shares.size() > 4);
    CHECK(std::is_sorted(shares.begin(), shares.end()));
    CHECK(shares.back() == 1.0);
    CHECK_FALSE(report.cancelled);
    for (std::size_t stop = 1; stop < shares.size(); ++stop) {
        std::size_t calls = 0;
        const cards::OptimizeReport stopped = cards::optimize(log, {}, [&](double) { return ++calls < stop; });
        CHECK(stopped.weights == fsrs6_weights);
        CHECK_FALSE(stopped.changed);
    }
}

TEST_CASE("A report says how long it took where a stopwatch is handed in", "[optimize]") {
    cards::OptimizeOptions options;
    double now = 100.0;
    options.seconds_now = [&] { return now += 2.5; };
    CHECK(cards::optimize({}, options).seconds == 2.5);
}

TEST_CASE("AUC and RMSE in bins are those of a log small enough to count by hand", "[optimize]") {
    // Two cards: one remembered after 1 day (high recall), one forgotten after 100.
    const std::vector<LoggedReview> log = {{1, {0}, {0}, Rating::Good},
                                           {2, {1}, {0}, Rating::Good},
                                           {1, {2}, {1}, Rating::Good},
                                           {2, {3}, {100}, Rating::Again}};
    const cards::Metrics m = cards::measure_weights(cards::training_set(log, {}), fsrs6_weights);
    CHECK(m.reviews == 2);
    CHECK(m.auc == 1.0);
    const double a = cards::retrievability({cards::Days{2.3065}, 2.0}, cards::Days{1.0}, fsrs6_weights);
    const double b = cards::retrievability({cards::Days{2.3065}, 2.0}, cards::Days{100.0}, fsrs6_weights);
    CHECK(m.log_loss == Approx(-(std::log(a) + std::log(1.0 - b)) / 2.0));
    CHECK(m.rmse_bins == Approx(std::sqrt(((1.0 - a) * (1.0 - a) + b * b) / 2.0)));
}
