#include "cards/memory/optimize.h"

#include <fmt/format.h>

namespace cards {
namespace {

constexpr double seen_share = 0.8;

// The part of a whole task's progress that one step of it makes up.
Progress part_of(const Progress& progress, double begin, double end) {
    if (!progress) return {};
    return [&progress, begin, end](double share) { return progress(begin + (end - begin) * share); };
}

std::string too_few(int reviews) {
    return fmt::format(
        "Nothing was changed: {} review{} a day or more after the one before {} in the log, and {} are needed. Study "
        "on "
        "for a while and try again.",
        reviews, reviews == 1 ? "" : "s", reviews == 1 ? "is" : "are", fewest_reviews_to_fit);
}

void decide(OptimizeReport& report) {
    const double gain = report.before.log_loss - report.after.log_loss;
    report.changed = report.unseen_reviews > 0 && gain > 0.0;
    if (report.changed) {
        report.why = fmt::format("The new weights predict the last {} reviews better: log-loss {:.4f}, before {:.4f}.",
                                 report.unseen_reviews, report.after.log_loss, report.before.log_loss);
    } else if (report.unseen_reviews == 0) {
        report.why =
            "Nothing was changed: none of the latest reviews is a day after the one before, so new weights "
            "cannot be tested.";
    } else {
        report.why = fmt::format(
            "Nothing was changed: the old weights predict the last {} reviews as well or better: log-loss {:.4f}, "
            "fitted ones {:.4f}.",
            report.unseen_reviews, report.before.log_loss, report.after.log_loss);
    }
}

}  // namespace

OptimizeReport optimize(std::span<const LoggedReview> log, const OptimizeOptions& options, const Progress& progress) {
    OptimizeReport report;
    report.weights = options.old_weights;
    const double begun = options.seconds_now ? options.seconds_now() : 0.0;
    const auto finished = [&] {
        report.seconds = options.seconds_now ? options.seconds_now() - begun : 0.0;
        return report;
    };
    const auto cancelled = [&] {
        report.cancelled = true;
        report.why = "Nothing was changed: it was cancelled.";
        return finished();
    };

    const TrainingSet whole = training_set(log, {0.0, 1.0});
    report.reviews = whole.scored;
    if (whole.scored < fewest_reviews_to_fit) {
        report.why = too_few(whole.scored);
        return finished();
    }
    FitOptions fit;
    fit.relearning_steps = options.relearning_steps;
    fit.threads = options.threads;
    const FitResult seen = fit_weights(training_set(log, {0.0, seen_share}), fit, part_of(progress, 0.0, 0.45));
    if (seen.cancelled) return cancelled();

    const TrainingSet unseen = training_set(log, {seen_share, 1.0});
    report.unseen_reviews = unseen.scored;
    report.before = measure_weights(unseen, options.old_weights);
    report.after = measure_weights(unseen, seen.weights);
    report.default_log_loss = log_loss(unseen, fsrs6_weights);
    decide(report);
    if (!report.changed) return finished();

    fit.start = seen.weights;  // The last fifth moves them little.
    const FitResult all = fit_weights(whole, fit, part_of(progress, 0.5, 1.0));
    if (all.cancelled) {
        report.changed = false;
        return cancelled();
    }
    report.weights = all.weights;
    return finished();
}

}  // namespace cards
