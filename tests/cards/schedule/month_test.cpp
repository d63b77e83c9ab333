// Two months of a student's evenings: queue, scheduler and log together.
#include <map>
#include <set>
#include <vector>

#include "cards/schedule/fuzz.h"
#include "cards/schedule/queue.h"
#include "cards/schedule/replay.h"
#include "cards/schedule/scheduler.h"
#include "third_party/catch2.h"

using cards::Candidate;
using cards::CardState;
using cards::DoneToday;
using cards::Instant;
using cards::Moment;
using cards::Queue;
using cards::Review;
using cards::SchedulerOptions;
using cards::State;
using cards::StudyDay;

namespace {

struct Evening {
    int fresh = 0;
    int reviews = 0;
    int answers = 0;
};

class Student {
  public:
    Student(std::size_t cards, std::int64_t cards_a_fact, SchedulerOptions options)
        : options_(std::move(options)), cards_a_fact_(cards_a_fact), states_(cards), logs_(cards) {}

    // Studies from `begin` until nothing is left, a card every 20 seconds. Waits
    // for learning cards.
    Evening study(Moment begin) {
        const StudyDay today = cards::study_day(begin, options_.rollover_hour);
        Queue queue(candidates(today), DoneToday{}, options_);
        Evening evening;
        std::map<std::int64_t, std::set<std::int64_t>> asked;  // Cards asked, by fact.
        Moment now = begin;
        while (true) {
            const auto card = queue.next(now.at);
            if (!card) {
                const auto later = queue.next_learning();
                if (!later) break;
                now.at = *later;
                continue;
            }
            ++evening.answers;
            if (card->state == State::New) ++evening.fresh;
            if (card->state == State::Review) ++evening.reviews;
            asked[card->fact].insert(card->card);
            answer(queue, *card, now, today);
            now.at.unix_ms += 20'000;
        }
        for (const auto& [fact, keys] : asked)
            CHECK(keys.size() == 1);
        return evening;
    }

    const std::vector<CardState>& states() const { return states_; }
    const std::vector<std::vector<Review>>& logs() const { return logs_; }

  private:
    std::vector<Candidate> candidates(StudyDay today) const {
        std::vector<Candidate> found;
        for (std::size_t i = 0; i < states_.size(); ++i) {
            const CardState& state = states_[i];
            if (state.state != State::New && state.due_day > today) continue;
            const auto key = static_cast<std::int64_t>(i);
            found.push_back({key, key / cards_a_fact_, 1, state.state, state.due_at,
                             cards::recall_on(state, today, options_.weights), key, 0.0});
        }
        return found;
    }

    void answer(Queue& queue, const Candidate& card, Moment now, StudyDay today) {
        const auto at = static_cast<std::size_t>(card.card);
        const auto all = cards::choices(states_[at], now, options_, cards::fuzz_seed({}, states_[at].reviews));
        const double luck = cards::next_uniform(random_);
        const cards::Choice& choice = all[luck < 0.12 ? 0 : luck < 0.2 ? 1 : luck < 0.9 ? 2 : 3];
        Review review;
        review.at = now;
        review.day = cards::study_day(now, options_.rollover_hour);
        review.rating = choice.rating;
        review.outcome = cards::outcome_of(choice.after);
        logs_[at].push_back(review);
        states_[at] = choice.after;
        queue.answered(card, choice.after, today);
    }

    SchedulerOptions options_;
    std::int64_t cards_a_fact_;
    std::vector<CardState> states_;
    std::vector<std::vector<Review>> logs_;
    std::uint64_t random_ = 3;
};

Moment evening_of(int day, int hour, int minute) {
    return {Instant{day * cards::ms_per_day + hour * cards::ms_per_hour + minute * cards::ms_per_minute}, 0};
}

}  // namespace

TEST_CASE("Two months of evenings keep to the limits, ask no siblings together and agree with the log",
          "[schedule][queue]") {
    SchedulerOptions options;
    options.new_per_day = 7;
    options.reviews_per_day = 25;
    Student student(300, 2, options);
    for (int day = 20'780; day < 20'840; ++day) {
        INFO("day " << day);
        const Evening evening = student.study(evening_of(day, 20, 0));
        CHECK(evening.fresh <= 7);
        CHECK(evening.reviews <= 25);
        CHECK(evening.answers > 0);
    }
    int learned = 0;
    for (std::size_t i = 0; i < student.states().size(); ++i) {
        CHECK(cards::replay(student.logs()[i], options.weights) == student.states()[i]);
        if (student.states()[i].state == State::Review) ++learned;
    }
    CHECK(learned > 250);
}

TEST_CASE("A night owl whose sessions cross the rollover hour loses no card", "[schedule][queue][clock]") {
    SchedulerOptions options;
    options.new_per_day = 30;
    Student student(60, 1, options);
    for (int day = 20'780; day < 20'790; ++day)
        student.study(evening_of(day, 3, 57));
    for (const CardState& state : student.states()) {
        if (state.state == State::New) continue;
        CHECK(state.due_day.number >= 20'789);
    }
}
