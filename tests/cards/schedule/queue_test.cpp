#include "cards/schedule/queue.h"

#include <algorithm>
#include <string>

#include "third_party/catch2.h"

using cards::Candidate;
using cards::CardState;
using cards::DoneToday;
using cards::Instant;
using cards::Queue;
using cards::SchedulerOptions;
using cards::State;
using cards::StudyDay;

namespace {

constexpr StudyDay today{20'780};
constexpr Instant now{20'780 * cards::ms_per_day + 12 * cards::ms_per_hour};

Instant in_minutes(std::int64_t minutes) { return {now.unix_ms + minutes * cards::ms_per_minute}; }

Candidate fresh(std::int64_t key) { return {key, key, 1, State::New, {}, 0.0, key}; }
Candidate due(std::int64_t key, double recall) { return {key, key, 2, State::Review, {}, recall, 0}; }
Candidate learning(std::int64_t key, Instant at) { return {key, key, 3, State::Learning, at, 0.0, 0}; }

CardState graduated() {
    CardState after;
    after.state = State::Review;
    after.due_day = StudyDay{today.number + 3};
    return after;
}

// The kinds of a whole session in which every card graduates: "rrrnrrrn".
std::string session(Queue queue) {
    std::string kinds;
    while (const auto card = queue.next(now)) {
        kinds += card->state == State::New ? 'n' : card->state == State::Review ? 'r' : 'l';
        queue.answered(*card, graduated(), today);
    }
    return kinds;
}

std::vector<Candidate> many(int new_cards, int reviews) {
    std::vector<Candidate> cards;
    for (int i = 0; i < new_cards; ++i)
        cards.push_back(fresh(i + 1));
    for (int i = 0; i < reviews; ++i)
        cards.push_back(due(1000 + i, 0.5 + 0.001 * i));
    return cards;
}

}  // namespace

TEST_CASE("An empty queue has nothing to ask", "[queue]") {
    CHECK_FALSE(Queue().next(now));
    CHECK_FALSE(Queue().next_learning());
    CHECK_FALSE(Queue({}, {}, {}).next(now));
}

TEST_CASE("New cards are mixed evenly among reviews", "[queue]") {
    CHECK(session(Queue(many(2, 6), {}, {})) == "rrrnrrrn");
    CHECK(session(Queue(many(4, 2), {}, {})) == "rnnrnn");
    CHECK(session(Queue(many(3, 0), {}, {})) == "nnn");
    CHECK(session(Queue(many(0, 3), {}, {})) == "rrr");
    const std::string kinds = session(Queue(many(20, 60), {}, {}));
    REQUIRE(kinds.size() == 80);
    for (std::size_t i = 0; i < kinds.size(); ++i)
        CHECK((kinds[i] == 'n') == (i % 4 == 3));
}

TEST_CASE("Cards put away in the middle of a session do not bunch the new ones", "[queue]") {
    Queue queue(many(10, 30), {}, {});
    for (int i = 0; i < 20; ++i)
        queue.remove(1000 + i);
    CHECK(session(queue) == "rnrnrnrnrnrnrnrnrnrn");
}

TEST_CASE("Limits are what is left of the day", "[queue][limits]") {
    SchedulerOptions options;
    options.new_per_day = 5;
    options.reviews_per_day = 10;
    const auto count = [&](const DoneToday& done) { return Queue(many(30, 30), done, options).counts(); };
    CHECK(count({}).fresh == 5);
    CHECK(count({}).due == 10);
    CHECK(count({3, 4, {}}).fresh == 2);
    CHECK(count({3, 4, {}}).due == 6);
    CHECK(count({50, 50, {}}).fresh == 0);
    CHECK(count({50, 50, {}}).due == 0);
    options.new_per_day += 7;  // A few more today.
    CHECK(count({5, 10, {}}).fresh == 7);
    CHECK(count({5, 10, {}}).due == 0);
}

TEST_CASE("Limits keep the reviews most at risk and the first new cards", "[queue][limits]") {
    SchedulerOptions options;
    options.new_per_day = 2;
    options.reviews_per_day = 2;
    const Queue queue({due(1, 0.9), due(2, 0.5), due(3, 0.7), fresh(30), fresh(10), fresh(20)}, {}, options);
    std::vector<std::int64_t> keys;
    for (const Candidate& card : queue.all())
        keys.push_back(card.card);
    CHECK(keys == std::vector<std::int64_t>{2, 3, 10, 20});
}

TEST_CASE("After a break the reviews whose waiting loses most come first", "[queue][backlog]") {
    Candidate a = due(1, 0.5);
    Candidate b = due(2, 0.9);
    b.loss = 0.2;
    CHECK(Queue({a, b}, {}, {}).next(now)->card == 2);
    a.loss = 0.3;
    CHECK(Queue({a, b}, {}, {}).next(now)->card == 1);
}

TEST_CASE("Learning cards are not limited", "[queue][limits]") {
    SchedulerOptions options;
    options.new_per_day = 0;
    options.reviews_per_day = 0;
    const Queue queue({learning(1, now), learning(2, now), fresh(3), due(4, 0.5)}, {}, options);
    CHECK(queue.counts().learning == 2);
    CHECK(queue.counts().fresh == 0);
    CHECK(queue.counts().due == 0);
}

TEST_CASE("Learning cards come first when due, last when nearly due, and else wait", "[queue]") {
    Queue queue({learning(1, in_minutes(-1)), learning(2, in_minutes(-5)), learning(3, in_minutes(20)),
                 learning(4, in_minutes(21)), due(5, 0.5)},
                {}, {});
    CHECK(queue.next_learning() == in_minutes(-5));
    for (const std::int64_t key : {2, 1, 5, 3}) {
        const auto card = queue.next(now);
        REQUIRE(card);
        CHECK(card->card == key);
        queue.answered(*card, graduated(), today);
    }
    CHECK_FALSE(queue.next(now));
    CHECK(queue.next_learning() == in_minutes(21));
    CHECK(queue.next(in_minutes(1))->card == 4);
}

TEST_CASE("A card answered Again comes back when its step is over", "[queue]") {
    Queue queue(many(1, 2), {}, {});
    const Candidate first = *queue.next(now);
    CardState after;
    after.state = State::Relearning;
    after.due_day = today;
    after.due_at = in_minutes(10);
    queue.answered(first, after, today);
    CHECK(queue.counts().learning == 1);
    CHECK(queue.next(now)->card != first.card);
    CHECK(queue.next(in_minutes(10))->card == first.card);
    CHECK(queue.next(in_minutes(10))->state == State::Relearning);
}

TEST_CASE("A learning card that is due tomorrow does not come back today", "[queue]") {
    Queue queue(many(1, 0), {}, {});
    CardState after;
    after.state = State::Learning;
    after.due_day = StudyDay{today.number + 1};
    after.due_at = in_minutes(15);
    queue.answered(*queue.next(now), after, today);
    CHECK_FALSE(queue.next(in_minutes(16)));
}

TEST_CASE("Siblings wait until tomorrow", "[queue][bury]") {
    Candidate a = due(1, 0.5);
    Candidate b = due(2, 0.6);
    Candidate c = fresh(3);
    Candidate d = learning(4, in_minutes(60));
    b.fact = c.fact = a.fact;
    SECTION("only the one most at risk is in the queue") {
        CHECK(Queue({a, b, c}, {}, {}).counts().due == 1);
        CHECK(Queue({a, b, c}, {}, {}).counts().fresh == 0);
        CHECK(Queue({a, b, c}, {}, {}).next(now)->card == 1);
    }
    SECTION("a learning sibling keeps them away") {
        d.fact = a.fact;
        const Queue queue({a, b, c, d}, {}, {});
        CHECK(queue.counts().due + queue.counts().fresh == 0);
        CHECK(queue.counts().learning == 1);
    }
    SECTION("a fact reviewed today is done for today, its learning card is not") {
        d.fact = a.fact;
        const Queue queue({a, b, c, d}, {0, 0, {a.fact}}, {});
        CHECK(queue.counts().due + queue.counts().fresh == 0);
        CHECK(queue.counts().learning == 1);
    }
    SECTION("siblings that came in later go when one is answered") {
        Queue queue({a}, {}, {});
        queue.put(b);
        queue.put(c);
        queue.answered(a, graduated(), today);
        CHECK_FALSE(queue.next(now));
    }
    SECTION("unless the student has switched that off") {
        SchedulerOptions options;
        options.bury_siblings = false;
        Queue queue({a, b, c}, {0, 0, {a.fact}}, options);
        CHECK(queue.counts().due == 2);
        queue.answered(a, graduated(), today);
        CHECK(queue.counts().due == 1);
        CHECK(queue.counts().fresh == 1);
    }
    SECTION("and a buried sibling does not use up the limit") {
        SchedulerOptions options;
        options.reviews_per_day = 2;
        CHECK(Queue({a, b, due(9, 0.9)}, {}, options).counts().due == 2);
    }
}

TEST_CASE("A card that is put in takes its place, whatever the limits", "[queue]") {
    SchedulerOptions options;
    options.reviews_per_day = 2;
    Queue queue({due(1, 0.9), due(2, 0.5)}, {}, options);
    queue.put(due(3, 0.7));
    queue.put(due(4, 0.1));
    queue.put(due(4, 0.2));  // Twice is once.
    CHECK(queue.counts().due == 4);
    for (const std::int64_t key : {4, 2, 3, 1}) {
        const auto card = queue.next(now);
        REQUIRE(card);
        CHECK(card->card == key);
        queue.answered(*card, graduated(), today);
    }
    queue.put(learning(5, now));
    CHECK(queue.next(now)->card == 5);
}

TEST_CASE("An answer that is undone is asked again next", "[queue]") {
    Queue queue(many(2, 6), {}, {});
    const Candidate first = *queue.next(now);
    queue.answered(first, graduated(), today);
    queue.put(first);
    CHECK(queue.next(now)->card == first.card);
    CHECK(session(queue) == "rrrnrrrn");
}

TEST_CASE("Counts can be asked for one case", "[queue]") {
    const Queue queue({fresh(1), fresh(2), due(3, 0.5), learning(4, now)}, {}, {});
    CHECK(queue.counts(1).fresh == 2);
    CHECK(queue.counts(1).due == 0);
    CHECK(queue.counts(2).due == 1);
    CHECK(queue.counts(3).learning == 1);
    CHECK(queue.counts(9).fresh == 0);
}

TEST_CASE("The same candidates in another order give the same session", "[queue]") {
    std::vector<Candidate> cards = many(10, 30);
    for (Candidate& card : cards)
        card.recall = 0.5;
    std::vector<Candidate> reversed(cards.rbegin(), cards.rend());
    Queue a(cards, {}, {});
    Queue b(reversed, {}, {});
    while (const auto card = a.next(now)) {
        REQUIRE(b.next(now)->card == card->card);
        a.answered(*card, graduated(), today);
        b.answered(*card, graduated(), today);
    }
    CHECK_FALSE(b.next(now));
}

TEST_CASE("Cards of one group are not asked one right after the other", "[queue][groups]") {
    SECTION("the next review is asked in between") {
        Queue queue({due(1, 0.1), due(2, 0.2), due(3, 0.3)}, {}, {});
        queue.set_groups({{1, 7}, {2, 7}});
        REQUIRE(queue.next(now)->card == 1);
        CHECK(queue.next(now)->group == 7);
        queue.answered(*queue.next(now), graduated(), today);
        CHECK(queue.next(now, 7)->card == 3);
        queue.answered(*queue.next(now, 7), graduated(), today);
        CHECK(queue.next(now, 0)->card == 2);
    }
    SECTION("a new card is asked in between where no other review is left") {
        Queue queue({due(1, 0.1), due(2, 0.2), fresh(3)}, {}, {});
        queue.set_groups({{1, 7}, {2, 7}});
        queue.answered(*queue.next(now), graduated(), today);
        CHECK(queue.next(now, 7)->card == 3);
    }
    SECTION("even one that is nearly due") {
        Queue queue({due(1, 0.1), learning(2, in_minutes(15))}, {}, {});
        queue.set_groups({{1, 7}});
        CHECK(queue.next(now, 7)->card == 2);
    }
    SECTION("a learning card that is due waits for another one") {
        Queue queue({learning(1, in_minutes(-2)), learning(2, in_minutes(-1)), due(3, 0.5)}, {}, {});
        queue.set_groups({{1, 7}});
        CHECK(queue.next(now, 7)->card == 2);
        queue.set_groups({{1, 7}, {2, 7}});
        CHECK(queue.next(now, 7)->card == 3);
    }
}

TEST_CASE("A card of the same group is asked where nothing else is left", "[queue][groups]") {
    Queue queue({due(1, 0.1), due(2, 0.2), learning(3, in_minutes(60))}, {}, {});
    queue.set_groups({{1, 7}, {2, 7}, {3, 8}});
    queue.answered(*queue.next(now), graduated(), today);
    CHECK(queue.next(now, 7)->card == 2);
    queue.remove(2);
    CHECK_FALSE(queue.next(now, 7));
}

TEST_CASE("Cards that come back or are put in later find their group", "[queue][groups]") {
    Queue queue({due(1, 0.1), due(4, 0.4)}, {}, {});
    queue.set_groups({{1, 7}, {2, 7}});
    queue.put(due(2, 0.2));
    CHECK(queue.next(now, 7)->card == 4);
    CardState after;
    after.state = State::Relearning;
    after.due_day = today;
    after.due_at = in_minutes(1);
    queue.answered(due(1, 0.1), after, today);
    CHECK(queue.next(in_minutes(1))->group == 7);
    queue.set_groups({});
    CHECK(queue.next(in_minutes(1))->group == 0);
}
