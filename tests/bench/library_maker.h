// library_maker.h - a made-up student's library of any size, from a seed.
//
// Cases of 50 facts with two cards each; the student has studied them day by day for
// as long as the reviews last, remembers as FSRS-6 says, and keeps to the due dates.
// A library so made passes `casebook check`. The same plan gives the same library.
#pragma once

#include <cstdint>
#include <filesystem>

#include "cards/time.h"

namespace bench {

struct LibraryPlan {
    std::filesystem::path path;  // Must not be there yet.
    std::int64_t cards = 10'000;
    std::int64_t reviews = 100'000;
    std::uint64_t seed = 1;
};

struct MadeLibrary {
    cards::Moment next;  // In the morning after the last day of study.
    std::int64_t cards = 0;
    std::int64_t reviews = 0;
};

MadeLibrary make_library(const LibraryPlan& plan);

}  // namespace bench
