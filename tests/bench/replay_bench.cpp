// Replays a log of reviews to the state of every card, as ts-fsrs does in the same
// run, and prints states per second of both on one core, and the ratio.
#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "cards/schedule/replay.h"
#include "tests/bench/peer.h"
#include "tests/bench/synthetic_log.h"

namespace {

constexpr int runs = 7;

}  // namespace

int main() {
    const std::vector<cards::LoggedReview> log = cards::synthetic_log({}, 200'000);
    const auto path = std::filesystem::temp_directory_path() / "casebook-bench-replay.txt";
    std::map<std::int64_t, std::vector<cards::Review>> logs;
    {
        std::ofstream out(path);
        for (const auto& logged : log) {
            out << logged.card << ' ' << static_cast<int>(logged.rating) << ' ' << logged.day.number << '\n';
            cards::Review review;
            review.at.at = logged.at;
            review.day = logged.day;
            review.rating = logged.rating;
            review.outcome.state = cards::State::Review;
            logs[logged.card].push_back(review);
        }
    }
    std::vector<double> rates;
    double sum = 0.0;
    for (int i = 0; i < runs; ++i) {
        sum = 0.0;
        const double begun = cards::seconds_now();
        for (const auto& [card, reviews] : logs)
            sum += cards::replay(reviews, cards::fsrs6_weights).stability;
        rates.push_back(static_cast<double>(log.size()) / (cards::seconds_now() - begun));
    }
    const double ours = cards::median(rates);
    fmt::print("replay of {} reviews of {} cards\n  casebook {:>12.0f} states/s\n", log.size(), logs.size(), ours);

    const auto lines = cards::run_peer("replay_peer.mjs", fmt::format("'{}' {}", path.string(), runs));
    if (lines.size() != runs + 1) {
        fmt::print("  skipped: ts-fsrs could not be run (node, npm and the network are needed)\n");
        return 0;
    }
    std::vector<double> theirs;
    for (int i = 0; i < runs; ++i)
        theirs.push_back(std::stod(lines[static_cast<std::size_t>(i)]));
    const double their_sum = std::stod(lines.back());
    fmt::print(
        "  ts-fsrs  {:>12.0f} states/s\n  ratio {:.2f} times as fast; sums of stability differ by {:.1e} of it\n",
        cards::median(theirs), ours / cards::median(theirs), std::abs(sum - their_sum) / their_sum);
}
