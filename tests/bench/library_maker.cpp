#include "tests/bench/library_maker.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "cards/memory/memory.h"
#include "cards/schedule/fuzz.h"
#include "cards/schedule/replay.h"
#include "cards/store/library.h"

namespace bench {
namespace {

using cards::CardState;
using cards::Rating;
using cards::State;

constexpr std::int64_t facts_a_case = 50;
constexpr int cards_a_fact = 2;
constexpr int first_day = 17'000;  // In 2016.
constexpr int days_of_new_cards = 1'200;
constexpr int longest_log = 12'000;        // Days.
constexpr double never_asked = 0.03;       // Share of the cards.
constexpr std::int64_t step_ms = 600'000;  // Ten minutes.
constexpr std::array<const char*, 4> kinds = {"term", "place", "organisation", "method"};

std::int64_t start_of_day(int day) { return day * cards::ms_per_day + 8 * cards::ms_per_hour; }

// Ids that look random and ascend, so that their index is written from left to right.
class AscendingIds {
  public:
    AscendingIds(std::int64_t count, std::uint64_t seed)
        : gap_(~std::uint64_t{0} / static_cast<std::uint64_t>(std::max<std::int64_t>(1, count) + 1)), seed_(seed) {}

    const std::array<std::uint8_t, 16>& next() {
        const std::uint64_t high = gap_ * made_++ + cards::next_random(seed_) % gap_;
        const std::uint64_t low = cards::next_random(seed_);
        for (std::size_t i = 0; i < 8; ++i) {
            id_[i] = static_cast<std::uint8_t>(high >> (56 - 8 * i));
            id_[8 + i] = static_cast<std::uint8_t>(low >> (56 - 8 * i));
        }
        return id_;
    }

  private:
    std::uint64_t gap_;
    std::uint64_t made_ = 0;
    std::uint64_t seed_;
    std::array<std::uint8_t, 16> id_{};
};

void bind_id(SQLite::Statement& statement, int index, const std::array<std::uint8_t, 16>& id) {
    statement.bindNoCopy(index, id.data(), 16);
}

void insert(SQLite::Statement& statement) {
    statement.exec();
    statement.reset();
}

void add_cases(SQLite::Database& db, std::int64_t cases, std::uint64_t seed) {
    AscendingIds ids(cases, seed);
    SQLite::Statement add(db,
                          "INSERT INTO casefile VALUES (?1, ?2, ?3, 1, NULL, ?4, 'case', 'Nobody', 1990, 1995, '',"
                          " 'Made up.', '[]', ?5, 0, 0, 1, 0)");
    SQLite::Statement source(db,
                             "INSERT INTO source (casefile, origin, text_id, publisher, title, date, address, tier,"
                             " was_read) VALUES (?1, 1, 'paper', 'Court of Tests', 'A paper', '2001-03-01',"
                             " 'https://example.org/paper', 'court', 1)");
    for (std::int64_t i = 0; i < cases; ++i) {
        std::string brief;
        for (std::int64_t fact = 0; fact < facts_a_case; ++fact)
            brief += fmt::format("In operation {} the service called its agent Agent{}x{}. ", fact, i, fact);
        add.bind(1, i + 1);
        bind_id(add, 2, ids.next());
        add.bind(3, fmt::format("made-{}", i));
        add.bind(4, fmt::format("Case {:05}", i));
        add.bind(5, brief);
        insert(add);
        source.bind(1, i + 1);
        insert(source);
    }
}

// One fact in five has no wrong answers of its own: they are lent by others.
void add_facts(SQLite::Database& db, std::int64_t facts, std::uint64_t seed) {
    AscendingIds ids(facts, seed);
    SQLite::Statement add(db,
                          "INSERT INTO fact VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6, ?7, ?8, '[]', 'established',"
                          " '2001-02-01', '[\"paper\"]', '[]', ?9, ?10, ?11, 'A note.', '[]', '', '', 1, 0, 0, 0, 0,"
                          " 1, 0)");
    for (std::int64_t i = 0; i < facts; ++i) {
        const std::int64_t of_case = i / facts_a_case;
        const std::int64_t position = i % facts_a_case;
        const std::string answer = fmt::format("Agent{}x{}", of_case, position);
        add.bind(1, i + 1);
        bind_id(add, 2, ids.next());
        add.bind(3, of_case + 1);
        add.bind(4, position);
        add.bind(5, fmt::format("made-{}.agent-{}", of_case, position));
        add.bind(6, fmt::format("In operation {} of case {} the agent was called {}.", position, of_case, answer));
        add.bind(7, kinds[static_cast<std::size_t>(i) % kinds.size()]);
        add.bind(8, answer);
        add.bind(9, fmt::format("called its agent {}", answer));
        add.bind(10, fmt::format(R"([["Who was the agent of operation {0} in case {1}?",false],)"
                                 R"(["What was the agent of operation {0} in case {1} called?",false]])",
                                 position, of_case));
        add.bind(11, i % 5 == 4 ? "[]" : fmt::format(R"(["Cipher{0}","Courier{0}","Handler{0}"])", i));
        insert(add);
    }
}

void add_cards(SQLite::Database& db, std::int64_t cards, std::uint64_t seed) {
    AscendingIds ids(cards, seed);
    SQLite::Statement add(db, "INSERT INTO card VALUES (?1, ?2, ?3, ?4, 0, 0, 1)");
    for (std::int64_t i = 0; i < cards; ++i) {
        add.bind(1, i + 1);
        bind_id(add, 2, ids.next());
        add.bind(3, i / cards_a_fact + 1);
        add.bind(4, i % cards_a_fact);
        insert(add);
    }
}

// New cards come in the order of their questions: all first ones, then all second ones.
std::int64_t ordinal_of(std::int64_t card, std::int64_t cards) {
    return card / cards_a_fact + card % cards_a_fact * ((cards + 1) / cards_a_fact) + 1;
}

// Studies day by day and writes the log in order of time.
class Study {
  public:
    Study(SQLite::Database& db, const LibraryPlan& plan)
        : plan_(plan),
          random_(plan.seed),
          ids_(plan.reviews, plan.seed + 7),
          add_(db, "INSERT INTO review VALUES (?1, ?2, ?3, 1, ?1, ?4, 0, ?4, ?5, ?6, ?7, 2, ?8, ?9, ?10, 0, ?11, ?12)"),
          states_(static_cast<std::size_t>(plan.cards)),
          due_(longest_log) {
        for (std::int64_t card = 0; card < plan.cards; ++card)
            order_.push_back(static_cast<std::uint32_t>(card));
        std::sort(order_.begin(), order_.end(),
                  [&](auto a, auto b) { return ordinal_of(a, plan.cards) < ordinal_of(b, plan.cards); });
        order_.resize(static_cast<std::size_t>(static_cast<double>(plan.cards) * (1.0 - never_asked)));
    }

    // The last day of study.
    int run() {
        const std::size_t new_a_day = order_.size() / days_of_new_cards + 1;
        std::size_t asked = 0;
        int day = 0;
        for (; !enough() && day < longest_log - 1; ++day) {
            std::vector<std::uint32_t> today = std::move(due_[static_cast<std::size_t>(day)]);
            for (std::size_t i = 0; i < new_a_day && asked < order_.size(); ++i)
                today.push_back(order_[asked++]);
            study(today, day);
        }
        return first_day + day - 1;
    }

    std::int64_t reviews() const { return made_; }
    const std::vector<CardState>& states() const { return states_; }

  private:
    bool enough() const { return made_ >= plan_.reviews; }

    // Everything once, then what was new or forgotten again, ten minutes later.
    void study(const std::vector<std::uint32_t>& today, int day) {
        const auto pace =
            static_cast<std::int64_t>(10 * cards::ms_per_hour / static_cast<double>(2 * today.size() + 1));
        std::int64_t at = start_of_day(first_day + day);
        std::vector<std::uint32_t> again;
        for (const std::uint32_t card : today) {
            if (enough()) return;
            if (!answer(card, day, at += pace)) again.push_back(card);
        }
        at += step_ms;
        for (const std::uint32_t card : again) {
            if (enough()) return;
            answer(card, day, at += pace);
        }
    }

    // False where the card is to be seen again today.
    bool answer(std::uint32_t card, int day, std::int64_t at) {
        CardState& state = states_[card];
        const cards::StudyDay today{first_day + day};
        cards::Review review;
        review.at.at = {at};
        review.day = today;
        review.took_ms = 4'000 + static_cast<int>(cards::next_random(random_) % 8'000);
        review.rating = rating_of(state, today);
        const State before = state.state;
        review.outcome.state = before == State::New                                        ? State::Learning
                               : before == State::Review && review.rating == Rating::Again ? State::Relearning
                                                                                           : State::Review;
        review.outcome.step = before == State::New ? 1 : 0;
        CardState after = cards::advance(state, review, cards::fsrs6_weights);
        if (after.state == State::Review) {
            after.due_day = today;
            after.due_day.number += interval_of(after);
            const auto slot = static_cast<std::size_t>(after.due_day.number - first_day);
            if (slot < due_.size()) due_[slot].push_back(card);
        } else {
            after.due_day = today;
            after.due_at = {at + step_ms};
        }
        review.outcome.due_day = after.due_day;
        review.outcome.due_at = after.due_at;
        write(card, before, review);
        state = after;
        return after.state == State::Review;
    }

    Rating rating_of(const CardState& state, cards::StudyDay today) {
        if (state.state != State::Review) return Rating::Good;
        const cards::Days elapsed{static_cast<double>(today.number - state.last_day.number)};
        const double recall =
            cards::retrievability({cards::Days{state.stability}, state.difficulty}, elapsed, cards::fsrs6_weights);
        const double chance = cards::next_uniform(random_);
        if (chance >= recall) return Rating::Again;
        return chance < 0.12 ? Rating::Hard : chance < 0.20 ? Rating::Easy : Rating::Good;
    }

    int interval_of(const CardState& state) {
        const cards::Days ideal = cards::interval_for(cards::Days{state.stability}, 0.90, cards::fsrs6_weights);
        const cards::IntervalRange range = cards::fuzz_range(ideal, 1, 36'500);
        return range.lowest + static_cast<int>(cards::next_uniform(random_) * (1 + range.highest - range.lowest));
    }

    void write(std::uint32_t card, State before, const cards::Review& review) {
        add_.bind(1, ++made_);
        bind_id(add_, 2, ids_.next());
        add_.bind(3, static_cast<std::int64_t>(card) + 1);
        add_.bind(4, review.at.at.unix_ms);
        add_.bind(5, review.day.number);
        add_.bind(6, static_cast<int>(review.rating));
        add_.bind(7, review.took_ms);
        add_.bindNoCopy(8, review.rating == Rating::Again ? "Cipher" : "");
        add_.bind(9, static_cast<int>(before));
        add_.bind(10, static_cast<int>(review.outcome.state));
        add_.bind(11, review.outcome.due_day.number);
        add_.bind(12, review.outcome.due_at.unix_ms);
        add_.exec();
        add_.reset();
    }

    const LibraryPlan& plan_;
    std::uint64_t random_;
    AscendingIds ids_;
    SQLite::Statement add_;
    std::vector<CardState> states_;
    std::vector<std::vector<std::uint32_t>> due_;  // By days since the first.
    std::vector<std::uint32_t> order_;             // Of new cards.
    std::int64_t made_ = 0;
};

void add_states(SQLite::Database& db, const std::vector<CardState>& states) {
    SQLite::Statement add(db,
                          "INSERT INTO card_state VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"
                          " 0, 0, 0, 0, 0)");
    const auto cards = static_cast<std::int64_t>(states.size());
    for (std::int64_t card = 0; card < cards; ++card) {
        const CardState& s = states[static_cast<std::size_t>(card)];
        add.bind(1, card + 1);
        add.bind(2, card / cards_a_fact + 1);
        add.bind(3, card / cards_a_fact / facts_a_case + 1);
        add.bind(4, ordinal_of(card, cards));
        add.bind(5, static_cast<int>(s.state));
        add.bind(6, s.step);
        add.bind(7, s.stability);
        add.bind(8, s.difficulty);
        add.bind(9, s.last_review.unix_ms);
        add.bind(10, s.last_day.number);
        add.bind(11, s.due_day.number);
        add.bind(12, s.due_at.unix_ms);
        add.bind(13, s.reviews);
        add.bind(14, s.lapses);
        insert(add);
    }
}

// Indexes are made at the end, by sorting: what made them is given back.
std::vector<std::string> drop_indexes(SQLite::Database& db) {
    std::vector<std::string> names;
    std::vector<std::string> made_by;
    {
        SQLite::Statement index(db, "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
        while (index.executeStep()) {
            names.push_back(index.getColumn(0).getString());
            made_by.push_back(index.getColumn(1).getString());
        }
    }
    for (const std::string& name : names)
        db.exec("DROP INDEX " + name);
    return made_by;
}

}  // namespace

MadeLibrary make_library(const LibraryPlan& plan) {
    if (std::filesystem::exists(plan.path)) throw std::runtime_error(plan.path.string() + " is there already");
    std::uint64_t seed = plan.seed;
    const cards::IdSource new_id = [&] { return cards::named_id("made", std::to_string(seed++)); };
    { const auto made = cards::store::Library::open({plan.path, {{start_of_day(first_day)}, 0}, new_id}); }

    SQLite::Database db(plan.path.string(), SQLite::OPEN_READWRITE);
    db.exec(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = "
        "FILE;"
        "PRAGMA cache_size = -262144; PRAGMA foreign_keys = OFF");
    const std::vector<std::string> indexes = drop_indexes(db);
    db.exec("BEGIN");
    const std::int64_t facts = (plan.cards + cards_a_fact - 1) / cards_a_fact;
    add_cases(db, (facts + facts_a_case - 1) / facts_a_case, plan.seed + 1);
    add_facts(db, facts, plan.seed + 2);
    add_cards(db, plan.cards, plan.seed + 3);
    Study study(db, plan);
    const int last_day = study.run();
    add_states(db, study.states());
    for (const std::string& index : indexes)
        db.exec(index);
    db.exec("COMMIT");
    return {{{start_of_day(last_day + 1)}, 0}, plan.cards, study.reviews()};
}

}  // namespace bench
