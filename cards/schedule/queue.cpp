#include "cards/schedule/queue.h"

#include <algorithm>
#include <set>
#include <utility>

namespace cards {
namespace {

bool learns(State state) noexcept { return state == State::Learning || state == State::Relearning; }

// The order in which each kind is asked; the card's key settles ties, so that
// the same candidates always give the same queue.
bool due_before(const Candidate& a, const Candidate& b) noexcept {
    return a.due_at != b.due_at ? a.due_at < b.due_at : a.card < b.card;
}
bool weaker(const Candidate& a, const Candidate& b) noexcept {
    if (a.loss != b.loss) return a.loss > b.loss;
    return a.recall != b.recall ? a.recall < b.recall : a.card < b.card;
}
bool earlier(const Candidate& a, const Candidate& b) noexcept {
    return a.position != b.position ? a.position < b.position : a.card < b.card;
}

// Both lists hold what is asked next at their end.
template <class Before>
void insert_reversed(std::vector<Candidate>& list, const Candidate& card, Before before) {
    const auto place = std::upper_bound(list.begin(), list.end(), card,
                                        [&](const Candidate& a, const Candidate& b) { return before(b, a); });
    list.insert(place, card);
}

void take(std::vector<Candidate>& list, int limit, bool bury, std::set<std::int64_t>& facts) {
    std::vector<Candidate> kept;
    for (const Candidate& candidate : list) {
        if (static_cast<int>(kept.size()) >= limit) break;
        if (bury && !facts.insert(candidate.fact).second) continue;
        kept.push_back(candidate);
    }
    std::reverse(kept.begin(), kept.end());
    list = std::move(kept);
}

int count_case(const std::vector<Candidate>& list, std::int64_t casefile) {
    return static_cast<int>(
        std::count_if(list.begin(), list.end(), [&](const Candidate& c) { return c.casefile == casefile; }));
}

int size_of(const std::vector<Candidate>& list) noexcept { return static_cast<int>(list.size()); }

}  // namespace

Queue::Queue(const std::vector<Candidate>& candidates, const DoneToday& done, const SchedulerOptions& options)
    : bury_(options.bury_siblings) {
    std::set<std::int64_t> facts(done.facts.begin(), done.facts.end());
    for (const Candidate& candidate : candidates) {
        if (learns(candidate.state)) {
            learning_.push_back(candidate);
            facts.insert(candidate.fact);
        } else if (candidate.state == State::Review) {
            reviews_.push_back(candidate);
        } else {
            fresh_.push_back(candidate);
        }
    }
    std::sort(learning_.begin(), learning_.end(), due_before);
    std::sort(reviews_.begin(), reviews_.end(), weaker);
    std::sort(fresh_.begin(), fresh_.end(), earlier);
    take(reviews_, std::max(0, options.reviews_per_day - done.reviews), bury_, facts);
    take(fresh_, std::max(0, options.new_per_day - done.new_cards), bury_, facts);
    reviews_at_start_ = size_of(reviews_);
    fresh_at_start_ = size_of(fresh_);
}

std::optional<Candidate> Queue::next(Instant now, std::int64_t apart) const {
    const Candidate* card = find_next(now, apart);
    if (card == nullptr && apart != 0) card = find_next(now, 0);
    return card == nullptr ? std::nullopt : std::optional(*card);
}

const Candidate* Queue::find_next(Instant now, std::int64_t apart) const {
    const auto fits = [&](const Candidate& c) { return apart == 0 || c.group != apart; };
    const auto soonest = std::find_if(learning_.begin(), learning_.end(), fits);
    if (soonest != learning_.end() && soonest->due_at <= now) return &*soonest;

    const auto last_of = [&](const std::vector<Candidate>& list) {
        const auto found = std::find_if(list.rbegin(), list.rend(), fits);
        return found == list.rend() ? nullptr : &*found;
    };
    const bool fresh_first = fresh_is_next();
    if (const Candidate* card = last_of(fresh_first ? fresh_ : reviews_)) return card;
    if (const Candidate* card = last_of(fresh_first ? reviews_ : fresh_)) return card;
    if (soonest != learning_.end() && soonest->due_at.unix_ms - now.unix_ms <= learn_ahead_ms) return &*soonest;
    return nullptr;
}

bool Queue::fresh_is_next() const noexcept {
    if (fresh_.empty() || reviews_.empty()) return reviews_.empty();
    // A new card when the reviews so far have earned one more than were asked.
    const std::int64_t asked_reviews = reviews_at_start_ - size_of(reviews_);
    const std::int64_t asked_fresh = fresh_at_start_ - size_of(fresh_);
    return asked_reviews * fresh_at_start_ >= (asked_fresh + 1) * reviews_at_start_;
}

std::optional<Instant> Queue::next_learning() const {
    if (learning_.empty()) return std::nullopt;
    return learning_.front().due_at;
}

void Queue::answered(const Candidate& card, const CardState& after, StudyDay today) {
    const auto same = [&](const Candidate& c) { return c.card == card.card; };
    // Not remove(): an answered card still counts as asked in the mixing.
    std::erase_if(learning_, same);
    std::erase_if(reviews_, same);
    std::erase_if(fresh_, same);
    if (bury_) {
        const auto sibling = [&](const Candidate& c) { return c.fact == card.fact; };
        reviews_at_start_ -= static_cast<int>(std::erase_if(reviews_, sibling));
        fresh_at_start_ -= static_cast<int>(std::erase_if(fresh_, sibling));
    }
    if (!learns(after.state) || after.due_day > today) return;
    Candidate again = card;
    again.group = group_of(card);
    again.state = after.state;
    again.due_at = after.due_at;
    learning_.insert(std::upper_bound(learning_.begin(), learning_.end(), again, due_before), again);
}

void Queue::remove(std::int64_t card) {
    const auto same = [&](const Candidate& c) { return c.card == card; };
    std::erase_if(learning_, same);
    reviews_at_start_ -= static_cast<int>(std::erase_if(reviews_, same));
    fresh_at_start_ -= static_cast<int>(std::erase_if(fresh_, same));
}

void Queue::set_groups(std::unordered_map<std::int64_t, std::int64_t> group_of_fact) {
    groups_ = std::move(group_of_fact);
    for (auto* list : {&learning_, &reviews_, &fresh_}) {
        for (Candidate& card : *list) {
            card.group = 0;
            card.group = group_of(card);
        }
    }
}

std::int64_t Queue::group_of(const Candidate& card) const {
    const auto found = groups_.find(card.fact);
    return card.group != 0 || found == groups_.end() ? card.group : found->second;
}

void Queue::put(const Candidate& candidate) {
    Candidate card = candidate;
    card.group = group_of(candidate);
    remove(card.card);
    if (learns(card.state)) {
        learning_.insert(std::upper_bound(learning_.begin(), learning_.end(), card, due_before), card);
    } else if (card.state == State::Review) {
        insert_reversed(reviews_, card, weaker);
        reviews_at_start_ = std::max(reviews_at_start_, size_of(reviews_));
    } else {
        insert_reversed(fresh_, card, earlier);
        fresh_at_start_ = std::max(fresh_at_start_, size_of(fresh_));
    }
}

QueueCounts Queue::counts() const { return {size_of(fresh_), size_of(learning_), size_of(reviews_)}; }

QueueCounts Queue::counts(std::int64_t casefile) const {
    return {count_case(fresh_, casefile), count_case(learning_, casefile), count_case(reviews_, casefile)};
}

std::map<std::int64_t, QueueCounts> Queue::counts_by_case() const {
    std::map<std::int64_t, QueueCounts> counts;
    for (const Candidate& card : fresh_)
        counts[card.casefile].fresh += 1;
    for (const Candidate& card : learning_)
        counts[card.casefile].learning += 1;
    for (const Candidate& card : reviews_)
        counts[card.casefile].due += 1;
    return counts;
}

std::vector<Candidate> Queue::all() const {
    std::vector<Candidate> cards = learning_;
    cards.insert(cards.end(), reviews_.rbegin(), reviews_.rend());
    cards.insert(cards.end(), fresh_.rbegin(), fresh_.rend());
    return cards;
}

}  // namespace cards
