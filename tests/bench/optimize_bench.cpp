// Fits weights to the same reviews as fsrs-rs's binding does, in the same run, and
// prints both times, both log-losses on reviews that neither has seen, and the ratio.
//   bench_optimize [revlog.csv]
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "cards/memory/fit.h"
#include "cards/memory/metrics.h"
#include "cards/memory/optimize.h"
#include "cards/memory/revlog_csv.h"
#include "tests/bench/peer.h"
#include "tests/bench/synthetic_log.h"

namespace {

constexpr int runs = 5;
constexpr double seen = 0.8;  // The rest, by time, is for measuring.

std::filesystem::path write_log(const std::vector<cards::LoggedReview>& log) {
    const auto path = std::filesystem::temp_directory_path() / "casebook-bench-optimize.txt";
    std::ofstream out(path);
    for (const auto& review : log) {
        out << review.card << ' ' << static_cast<int>(review.rating) << ' ' << review.day.number << '\n';
    }
    return path;
}

void compare(const std::string& name, const std::vector<cards::LoggedReview>& log) {
    const std::vector<cards::LoggedReview> head(
        log.begin(), log.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(log.size()) * seen));
    const cards::TrainingSet unseen = cards::training_set(log, {seen, 1.0});
    const auto show = [&](const std::string& who, double seconds, const cards::Weights& w) {
        const cards::Metrics m = cards::measure_weights(unseen, w);
        fmt::print("  {:<22} {:>8.1f} ms   log-loss {:.5f}   RMSE(bins) {:.5f}   AUC {:.4f}\n", who, seconds * 1e3,
                   m.log_loss, m.rmse_bins, m.auc);
        return m.log_loss;
    };
    fmt::print("{}: fitted to {} reviews, measured on {} unseen ones\n", name, head.size(), unseen.scored);
    show("default weights", 0.0, cards::fsrs6_weights);

    std::vector<double> ours;  // With one thread, with two.
    double our_loss = 0.0;
    for (const int threads : {1, 2}) {
        std::vector<double> times;
        cards::FitResult fit;
        for (int i = 0; i < runs; ++i) {
            const double begun = cards::seconds_now();
            fit = cards::fit_weights(cards::training_set(head, {0.0, 1.0}), {1, threads, {}, 1.0});
            times.push_back(cards::seconds_now() - begun);
        }
        ours.push_back(cards::median(times));
        our_loss =
            show(fmt::format("casebook, {} thread{}", threads, threads == 1 ? "" : "s"), ours.back(), fit.weights);
    }
    cards::OptimizeOptions all;
    all.seconds_now = cards::seconds_now;
    fmt::print("  optimize() of all {} reviews, its own test included: {:.1f} ms with one thread", log.size(),
               cards::optimize(log, all).seconds * 1e3);
    all.threads = 2;
    fmt::print(", {:.1f} ms with two\n", cards::optimize(log, all).seconds * 1e3);
    const std::vector<std::string> lines =
        cards::run_peer("optimize_peer.mjs", fmt::format("'{}' {}", write_log(head).string(), runs));
    if (lines.size() != runs + 1) {
        fmt::print("  skipped: fsrs-rs could not be run (node, npm and the network are needed)\n");
        return;
    }
    std::vector<double> times;
    for (int i = 0; i < runs; ++i)
        times.push_back(std::stod(lines[static_cast<std::size_t>(i)]));
    const auto theirs = cards::parse_weights(lines.back());
    if (!theirs.weights) {
        fmt::print("  fsrs-rs gave weights out of range: {}\n", theirs.error);
        return;
    }
    const double their_loss = show("fsrs-rs binding", cards::median(times), *theirs.weights);
    fmt::print("  ratio {:.2f} times as fast with one thread, {:.2f} with two; log-loss {:+.5f}\n",
               cards::median(times) / ours[0], cards::median(times) / ours[1], our_loss - their_loss);
}

}  // namespace

int main(int argc, char** argv) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        cards::SyntheticStudent student;
        student.weights = cards::some_weights(seed);
        student.seed = seed;
        compare(fmt::format("made-up student {}", seed), cards::synthetic_log(student, 125'000));
    }
    const std::string path = argc > 1 ? argv[1] : CASEBOOK_SOURCE_DIR "/../shared/data/revlog.csv";
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        fmt::print("skipped: {} is not here\n", path);
        return 0;
    }
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const cards::Revlog log = cards::read_revlog_csv(text, {});
    for (const auto& diagnostic : log.diagnostics)
        fmt::print(stderr, "{}\n", cards::to_text(diagnostic));
    if (!log.reviews.empty()) compare(path, log.reviews);
}
