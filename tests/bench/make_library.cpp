// Makes a library of any size from a seed, to measure with and to look at.
//   make_library FILE [--cards N] [--reviews M] [--seed S]
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "tests/bench/library_maker.h"
#include "tests/bench/peer.h"

int main(int argc, char** argv) {
    bench::LibraryPlan plan;
    std::string file;
    CLI::App cli("Makes a library of any size from a seed.", "make_library");
    cli.add_option("FILE", file, "The library's file; must not be there yet")->required();
    cli.add_option("--cards", plan.cards, "How many cards")->check(CLI::Range(1, 10'000'000));
    cli.add_option("--reviews", plan.reviews, "How many reviews")->check(CLI::Range(0, 100'000'000));
    cli.add_option("--seed", plan.seed, "The same seed gives the same library");
    CLI11_PARSE(cli, argc, argv);
    plan.path = file;
    try {
        const double begun = cards::seconds_now();
        const bench::MadeLibrary made = bench::make_library(plan);
        fmt::print("{}: {} cards, {} reviews, {:.1f} MB, made in {:.1f} s; studied until {}\n", file, made.cards,
                   made.reviews, static_cast<double>(std::filesystem::file_size(plan.path)) / 1e6,
                   cards::seconds_now() - begun, to_iso(study_day(made.next, 4)));
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
