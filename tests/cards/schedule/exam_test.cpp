#include "cards/schedule/exam.h"

#include <array>
#include <vector>

#include "cards/schedule/scheduler.h"
#include "third_party/catch2.h"

using cards::CardState;
using cards::Instant;
using cards::Moment;
using cards::SchedulerOptions;
using cards::State;
using cards::StudyDay;

namespace {

constexpr StudyDay exam{20'889};  // 12 March 2027.

StudyDay before(int days) { return StudyDay{exam.number - days}; }

Moment noon_of(StudyDay day) { return {Instant{day.number * cards::ms_per_day + 12 * cards::ms_per_hour}, 0}; }

}  // namespace

TEST_CASE("Desired retention rises towards an exam and is itself again from that day on", "[exam]") {
    struct Row {
        int days_before;
        double retention;
    };
    for (const Row& row :
         {Row{400, 0.85}, Row{60, 0.85}, Row{37, 0.90}, Row{14, 0.95}, Row{1, 0.95}, Row{0, 0.85}, Row{-5, 0.85}}) {
        INFO(row.days_before << " days before");
        CHECK(cards::retention_before(exam, before(row.days_before), 0.85) == Approx(row.retention));
    }
    for (int days = 0; days < 80; ++days) {
        CHECK(cards::retention_before(exam, before(days), 0.97) == 0.97);
        if (days > 1) {
            CHECK(cards::retention_before(exam, before(days - 1), 0.8) >=
                  cards::retention_before(exam, before(days), 0.8));
        }
    }
}

TEST_CASE("No interval reaches past the eve of the exam", "[exam]") {
    CardState card;
    card.state = State::Review;
    card.stability = 400.0;
    card.difficulty = 3.0;
    card.reviews = 9;
    for (int days = 1; days < 200; ++days) {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            card.last_day = before(days + 50);
            card.due_day = before(days);
            const SchedulerOptions options = cards::options_before(exam, before(days), {}, seed);
            for (const cards::Choice& choice : cards::choices(card, noon_of(before(days)), options, seed)) {
                INFO(days << " days before, seed " << seed << ", " << cards::to_text(choice.rating));
                if (days >= 2) {
                    REQUIRE(choice.after.due_day < exam);
                } else {
                    REQUIRE(choice.after.due_day <= exam);
                }
            }
        }
    }
}

TEST_CASE("From the exam day on the options are as they were", "[exam]") {
    SchedulerOptions options;
    options.desired_retention = 0.8;
    CHECK(cards::options_before(exam, exam, options, 1) == options);
    CHECK(cards::options_before(exam, before(-30), options, 1) == options);
    options.maximum_interval = 2;
    CHECK(cards::options_before(exam, before(100), options, 1).maximum_interval == 2);
}

TEST_CASE("A card that is due after the exam has a last look in the week before it", "[exam]") {
    CardState card;
    card.state = State::Review;
    card.last_day = before(100);
    card.due_day = before(-90);
    std::array<int, 8> looks{};
    for (std::uint64_t seed = 0; seed < 700; ++seed) {
        const StudyDay due = cards::due_before(exam, before(50), card, seed);
        REQUIRE(due >= before(7));
        REQUIRE(due < exam);
        CHECK(cards::due_before(exam, before(20), card, seed) == due);
        ++looks[static_cast<std::size_t>(exam.number - due.number)];
    }
    for (std::size_t days = 1; days <= 7; ++days)
        CHECK(looks[days] > 60);
    CHECK(cards::due_before(exam, before(0), card, 1) == card.due_day);
    CHECK(cards::due_before(exam, before(-3), card, 1) == card.due_day);
    card.due_day = before(30);
    CHECK(cards::due_before(exam, before(50), card, 1) == before(30));
    card.due_day = before(-90);
    card.last_day = before(1);
    CHECK(cards::due_before(exam, before(1), card, 1) == card.due_day);
}

TEST_CASE("A student who studies to the plan recalls the case on the day of the exam", "[exam]") {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        CardState card = cards::choices({}, noon_of(before(90)), {}, seed)[3].after;
        for (int days = 89; days > 0; --days) {
            const StudyDay today = before(days);
            if (cards::due_before(exam, today, card, seed) > today) continue;
            const SchedulerOptions options = cards::options_before(exam, today, {}, seed);
            card = cards::choices(card, noon_of(today), options, seed)[2].after;
        }
        CHECK(cards::recall_on(card, exam, cards::fsrs6_weights) > 0.95);
    }
}
