#include "cards/schedule/cram.h"

#include <algorithm>
#include <vector>

#include "third_party/catch2.h"

using cards::CramCard;
using cards::CramSession;
using cards::Rating;
using cards::State;
using cards::StudyDay;

namespace {

constexpr StudyDay today{20'780};
using Keys = std::vector<std::int64_t>;

CramCard learned(std::int64_t key, double stability) {
    CramCard card{key, key, {}};
    card.state.state = State::Review;
    card.state.stability = stability;
    card.state.difficulty = 5.0;
    card.state.last_day = StudyDay{today.number - 10};
    return card;
}

CramCard fresh(std::int64_t key) { return {key, key, {}}; }

Keys order(const std::vector<CramCard>& cards) { return cards::cram_order(cards, today, cards::fsrs6_weights); }

}  // namespace

TEST_CASE("The least sure cards of a case are crammed first", "[cram]") {
    CHECK(order({learned(1, 50), learned(2, 3), learned(3, 10)}) == Keys{2, 3, 1});
    CHECK(order({}).empty());
}

TEST_CASE("Cards never learned are mixed evenly among the others", "[cram]") {
    const Keys keys = order({learned(1, 1), learned(2, 2), learned(3, 3), learned(4, 4), fresh(11), fresh(12)});
    REQUIRE(keys.size() == 6);
    const auto place = [&](std::int64_t key) { return std::find(keys.begin(), keys.end(), key) - keys.begin(); };
    CHECK(place(11) <= 2);
    CHECK(place(12) >= 3);
    CHECK(place(1) < place(2));
}

TEST_CASE("Siblings are kept three cards apart where there are others", "[cram]") {
    std::vector<CramCard> cards;
    for (int i = 0; i < 12; ++i) {
        cards.push_back(learned(i, i + 1));
        cards.back().fact = i / 2;
    }
    const Keys keys = order(cards);
    REQUIRE(keys.size() == 12);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        for (std::size_t j = i + 1; j < std::min(i + 3, keys.size() - 2); ++j) {
            INFO(i << " and " << j);
            CHECK(keys[i] / 2 != keys[j] / 2);
        }
    }
    cards[0].fact = cards[1].fact = 7;
    CHECK(order({cards[0], cards[1]}).size() == 2);
}

TEST_CASE("A crammed card comes back until it is known", "[cram]") {
    Keys keys;
    for (int i = 0; i < 20; ++i)
        keys.push_back(i);
    CramSession session(keys);
    Keys asked;
    for (int i = 0; i < 40 && session.next(); ++i) {
        const std::int64_t card = *session.next();
        const bool first = std::find(asked.begin(), asked.end(), card) == asked.end();
        asked.push_back(card);
        session.answered(first && card == 2 ? Rating::Again : first && card == 4 ? Rating::Hard : Rating::Good);
    }
    CHECK(session.left() == 0);
    CHECK(asked.size() == 22);
    CHECK(asked[2] == 2);
    CHECK(asked[8] == 2);
    CHECK(std::count(asked.begin(), asked.end(), 4) == 2);
    session.answered(Rating::Again);
    CHECK_FALSE(session.next());
}

TEST_CASE("The last card left is asked again at once", "[cram]") {
    CramSession session(Keys{5});
    session.answered(Rating::Again);
    CHECK(session.next() == 5);
    session.answered(Rating::Easy);
    CHECK_FALSE(session.next());
}
