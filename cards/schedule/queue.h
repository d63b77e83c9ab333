// queue.h - which card is asked next.
//
// A queue holds one study day's cards: those being learned, those due for
// review, and new ones, cut to the day's limits. It is built once a day from what
// the store finds due, then kept up to date as answers come in; it never looks at
// a clock or a database.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "cards/card.h"
#include "cards/schedule/options.h"

namespace cards {

// A card that could be asked today. Keys are the store's row numbers.
struct Candidate {
    std::int64_t card = 0;
    std::int64_t fact = 0;      // Cards of one fact are siblings.
    std::int64_t casefile = 0;  // Its case.
    State state = State::New;
    Instant due_at;             // In the learning states.
    double recall = 0.0;        // Retrievability today, in Review.
    std::int64_t position = 0;  // Order among new cards, lowest first.
    double loss = 0.0;          // After a break (backlog.h): reviews with the highest come first.
    std::int64_t group = 0;     // Cards of one group are easily taken for each other; 0 = of none.
};

// What has been done today already, before the queue was built.
struct DoneToday {
    int new_cards = 0;
    int reviews = 0;
    std::vector<std::int64_t> facts;  // Facts reviewed today: their siblings wait.
};

struct QueueCounts {
    int fresh = 0;     // New cards still to come today.
    int learning = 0;  // Learning and relearning, due today.
    int due = 0;       // Reviews still to come today.
};

class Queue {
  public:
    Queue() = default;

    // Takes every candidate and keeps what the limits and sibling burying allow:
    // all learning cards, reviews by highest loss, then lowest recall, new cards by position.
    Queue(const std::vector<Candidate>& candidates, const DoneToday& done, const SchedulerOptions& options);

    // The card to ask at `now`: learning cards that are due, then reviews and new
    // cards mixed evenly, then learning cards due within `learn_ahead` (20
    // minutes), soonest first. A card of the group `apart` (that of the card asked
    // last; 0 = none) only when no other can be asked. Nothing when the day is done.
    std::optional<Candidate> next(Instant now, std::int64_t apart = 0) const;

    // When the next learning card comes due; nothing when none is waiting.
    std::optional<Instant> next_learning() const;

    // The card was answered or put away: takes it out, and its siblings until
    // tomorrow. `after` is its new state; a card still in the learning states and
    // due today is put back.
    void answered(const Candidate& card, const CardState& after, StudyDay today);

    // Puts cards into groups by their fact; facts not named are in none. Cards put in
    // later find their group too.
    void set_groups(std::unordered_map<std::int64_t, std::int64_t> group_of_fact);

    // Takes a card out (suspended, buried, deleted).
    void remove(std::int64_t card);

    // Puts a card in at its place (just added, undone, unburied), whatever the limits.
    void put(const Candidate& card);

    QueueCounts counts() const;
    QueueCounts counts(std::int64_t casefile) const;
    std::map<std::int64_t, QueueCounts> counts_by_case() const;  // Of the cases with cards today.
    std::vector<Candidate> all() const;                          // In no particular order.

    static constexpr std::int64_t learn_ahead_ms = 20 * ms_per_minute;

  private:
    bool fresh_is_next() const noexcept;
    const Candidate* find_next(Instant now, std::int64_t apart) const;
    std::int64_t group_of(const Candidate& card) const;

    std::vector<Candidate> learning_;                        // Soonest due first.
    std::vector<Candidate> reviews_;                         // Next one last, so that it pops.
    std::vector<Candidate> fresh_;                           // Lowest position last.
    std::unordered_map<std::int64_t, std::int64_t> groups_;  // By fact.
    // Asked or still to come: the proportion in which both are mixed.
    int reviews_at_start_ = 0;
    int fresh_at_start_ = 0;
    bool bury_ = true;
};

}  // namespace cards
