#include "cards/memory/memory.h"

#include <cmath>
#include <vector>

#include "third_party/catch2.h"

using cards::Days;
using cards::fsrs6_weights;
using cards::MemoryState;
using cards::Rating;

namespace {

// Memories from barely learned to as strong as can be, easy to hard.
std::vector<MemoryState> many_memories() {
    std::vector<MemoryState> all;
    for (const double s : {0.001, 0.05, 0.4, 1.0, 2.3, 9.0, 31.0, 180.0, 1500.0, 36'500.0}) {
        for (const double d : {1.0, 3.3, 5.0, 8.25, 10.0})
            all.push_back({Days{s}, d});
    }
    return all;
}

}  // namespace

TEST_CASE("Retrievability is 0.90 when as many days have passed as the card is stable", "[memory]") {
    for (const MemoryState& memory : many_memories()) {
        CHECK(cards::retrievability(memory, memory.stability, fsrs6_weights) == Approx(0.9).epsilon(1e-12));
    }
}

TEST_CASE("Retrievability is one at once, falls every day and never reaches zero", "[memory]") {
    for (const MemoryState& memory : many_memories()) {
        CHECK(cards::retrievability(memory, Days{0.0}, fsrs6_weights) == 1.0);
        double before = 1.0;
        for (const double days : {0.5, 1.0, 2.0, 30.0, 365.0, 36'500.0}) {
            const double now = cards::retrievability(memory, Days{days}, fsrs6_weights);
            CHECK(now < before);
            CHECK(now > 0.0);
            before = now;
        }
    }
}

TEST_CASE("A clock set back never raises retrievability above one", "[memory][clock]") {
    CHECK(cards::retrievability({Days{3.0}, 5.0}, Days{-1.0}, fsrs6_weights) == 1.0);
    CHECK(cards::retrievability({Days{3.0}, 5.0}, Days{-400.0}, fsrs6_weights) == 1.0);
}

TEST_CASE("A negative elapsed time moves the memory as a review on the same day does", "[memory][clock]") {
    for (const Rating rating : cards::all_ratings) {
        const MemoryState back = cards::next_memory({Days{3.0}, 5.0}, rating, Days{-365.0}, fsrs6_weights);
        const MemoryState same = cards::next_memory({Days{3.0}, 5.0}, rating, Days{0.0}, fsrs6_weights);
        CHECK(back.stability == same.stability);
        CHECK(back.difficulty == same.difficulty);
    }
}

TEST_CASE("The interval for a retention is the inverse of retrievability", "[memory]") {
    for (const MemoryState& memory : many_memories()) {
        for (const double desired : {0.70, 0.80, 0.90, 0.95, 0.97}) {
            const Days days = cards::interval_for(memory.stability, desired, fsrs6_weights);
            CHECK(cards::retrievability(memory, days, fsrs6_weights) == Approx(desired).epsilon(1e-9));
        }
    }
}

TEST_CASE("A higher desired retention gives a shorter interval", "[memory]") {
    double before = 1e9;
    for (int percent = 70; percent <= 97; ++percent) {
        const double days = cards::interval_for(Days{20.0}, percent / 100.0, fsrs6_weights).value;
        CHECK(days < before);
        before = days;
    }
}

TEST_CASE("A better rating leaves a card at least as stable and no more difficult", "[memory]") {
    for (const MemoryState& memory : many_memories()) {
        for (const double elapsed : {0.0, 1.0, 2.0, 10.0, 100.0, 3000.0}) {
            MemoryState before = cards::next_memory(memory, Rating::Again, Days{elapsed}, fsrs6_weights);
            for (const Rating rating : {Rating::Hard, Rating::Good, Rating::Easy}) {
                const MemoryState after = cards::next_memory(memory, rating, Days{elapsed}, fsrs6_weights);
                INFO("S " << memory.stability.value << ", D " << memory.difficulty << ", " << elapsed << " days, "
                          << cards::to_text(rating));
                CHECK(after.stability >= before.stability);
                CHECK(after.difficulty <= before.difficulty);
                before = after;
            }
        }
    }
}

TEST_CASE("Recall never weakens a card and forgetting never strengthens it", "[memory]") {
    for (const MemoryState& memory : many_memories()) {
        for (const double elapsed : {0.0, 1.0, 7.0, 365.0}) {
            CHECK(cards::next_memory(memory, Rating::Hard, Days{elapsed}, fsrs6_weights).stability >= memory.stability);
            CHECK(cards::next_memory(memory, Rating::Again, Days{elapsed}, fsrs6_weights).stability <=
                  memory.stability);
        }
    }
}

TEST_CASE("A recall after a longer wait strengthens more", "[memory]") {
    double before = 0.0;
    for (const double elapsed : {1.0, 5.0, 10.0, 20.0, 60.0}) {
        const double s =
            cards::next_memory({Days{10.0}, 5.0}, Rating::Good, Days{elapsed}, fsrs6_weights).stability.value;
        CHECK(s > before);
        before = s;
    }
}

TEST_CASE("Stability and difficulty stay in their bounds whatever the ratings", "[memory]") {
    // Every sequence of six ratings, with gaps from none to ten years.
    const double gaps[] = {0.0, 1.0, 30.0, 3650.0};
    for (int code = 0; code < 4096; ++code) {
        MemoryState memory = cards::first_memory(cards::all_ratings[static_cast<std::size_t>(code % 4)], fsrs6_weights);
        for (int rest = code / 4, i = 0; i < 5; ++i, rest /= 4) {
            const auto rating = cards::all_ratings[static_cast<std::size_t>(rest % 4)];
            memory = cards::next_memory(memory, rating, Days{gaps[(code + i) % 4]}, fsrs6_weights);
            REQUIRE(memory.stability.value >= cards::min_stability);
            REQUIRE(memory.stability.value <= cards::max_stability);
            REQUIRE(memory.difficulty >= 1.0);
            REQUIRE(memory.difficulty <= 10.0);
        }
    }
}

TEST_CASE("A memory that was stored out of its bounds is brought back into them", "[memory][hostile]") {
    const MemoryState after = cards::next_memory({Days{0.0}, 0.0}, Rating::Good, Days{1.0}, fsrs6_weights);
    CHECK(std::isfinite(after.stability.value));
    CHECK(after.difficulty >= 1.0);
}
