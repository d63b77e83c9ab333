#include "app/session.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/settings.h"
#include "app/shipped.h"
#include "cards/memory/memory.h"
#include "cards/schedule/replay.h"
#include "cards/store/error.h"

namespace app {
namespace {

constexpr int max_took_ms = 600'000;

// How long an answer is reckoned to take before the student's own pace is known.
constexpr int usual_answer_ms = 14'000;
// A new card is seen about three times on its first day.
constexpr int answers_per_new_card = 3;
constexpr int new_cards_looked_at = 1'000;

cards::store::OpenOptions open_options(const SessionOptions& options) {
    return {options.library, options.now, options.new_id};
}

cards::Candidate candidate_of(const cards::store::DueRow& row, cards::StudyDay today, const cards::Weights& weights) {
    cards::Candidate candidate;
    candidate.card = row.key;
    candidate.fact = row.fact;
    candidate.casefile = row.casefile;
    candidate.state = row.state;
    candidate.due_at = row.due_at;
    candidate.position = row.order;
    if (row.state == cards::State::Review) {
        const cards::Days elapsed{std::max(0.0, static_cast<double>(today.number - row.last_day.number))};
        candidate.recall = cards::retrievability({cards::Days{row.stability}, 5.0}, elapsed, weights);
    }
    return candidate;
}

cards::Candidate candidate_of(const cards::store::CardRow& row, cards::StudyDay today, const cards::Weights& weights) {
    cards::store::DueRow due;
    due.key = row.key;
    due.fact = row.fact;
    due.casefile = row.casefile;
    due.state = row.state.state;
    due.due_at = row.state.due_at;
    due.last_day = row.state.last_day;
    due.stability = row.state.stability;
    due.order = row.order;
    return candidate_of(due, today, weights);
}

}  // namespace

Session::Session(const SessionOptions& options)
    : library_(cards::store::Library::open(open_options(options))), new_id_(options.new_id) {
    take_over_shipped(library_, options);
    load_options();
    rebuild_queue(options.now);
}

Session::~Session() = default;

void Session::load_options() { options_ = options_from(library_.setting(scheduler_setting).value_or("")); }

std::optional<Problem> Session::set_options(const cards::SchedulerOptions& options, cards::Moment now) {
    try {
        library_.set_setting(scheduler_setting, to_setting(options));
    } catch (const cards::store::StoreError& error) {
        return Problem{error.what()};
    }
    options_ = options;
    rebuild_queue(now);
    return std::nullopt;
}

// -- today ------------------------------------------------------------------------

void Session::rebuild_queue(cards::Moment now) {
    const cards::StudyDay day = study_day(now, options_.rollover_hour);
    extra_new_ = extra_from(library_.setting(extra_setting).value_or(""), day);
    const cards::store::DayCounts done = library_.done_on(day);

    cards::SchedulerOptions limits = options_;
    limits.new_per_day += extra_new_;

    std::vector<cards::Candidate> candidates;
    for (const auto& row : library_.learning_cards(day)) {
        candidates.push_back(candidate_of(row, day, options_.weights));
    }
    for (const auto& row : library_.due_reviews(day)) {
        candidates.push_back(candidate_of(row, day, options_.weights));
    }
    const std::vector<cards::store::DueRow> fresh = library_.new_cards(new_cards_looked_at, day);
    for (const auto& row : fresh)
        candidates.push_back(candidate_of(row, day, options_.weights));

    queue_ = cards::Queue(candidates, {done.new_cards, done.reviews, done.facts}, limits);
    set_groups();
    queue_day_ = day;
    today_.new_waiting = std::max(0, static_cast<int>(fresh.size()) - queue_.counts().fresh);
    refresh_today(now);
}

void Session::refresh_today(cards::Moment now) {
    const cards::store::DayCounts done = library_.done_on(*queue_day_);
    today_.day = study_day(now, options_.rollover_hour);
    today_.counts = queue_.counts();
    today_.answered = done.answers;
    today_.minutes_spent = static_cast<int>((done.took_ms + cards::ms_per_minute / 2) / cards::ms_per_minute);
    today_.next_learning = queue_.next_learning();

    const std::int64_t pace = done.answers >= 5 ? done.took_ms / done.answers : usual_answer_ms;
    const std::int64_t answers = static_cast<std::int64_t>(today_.counts.fresh) * answers_per_new_card +
                                 today_.counts.learning + today_.counts.due;
    today_.minutes = answers == 0 ? 0
                                  : static_cast<int>(std::max<std::int64_t>(
                                        1, (answers * pace + cards::ms_per_minute / 2) / cards::ms_per_minute));

    today_.cases.clear();
    for (const cards::store::CaseRow& row : library_.cases()) {
        today_.cases.push_back({row.text_id, row.title, queue_.counts(row.key), row.cards});
    }
    const auto busy = [](const CaseToday& c) { return c.counts.fresh + c.counts.learning + c.counts.due > 0; };
    std::sort(today_.cases.begin(), today_.cases.end(),
              [&](const CaseToday& a, const CaseToday& b) { return busy(a) != busy(b) ? busy(a) : a.title < b.title; });
}

const Today& Session::today(cards::Moment now) {
    if (study_day(now, options_.rollover_hour) != *queue_day_) {
        prompt_.reset();
        reveal_.reset();
        rebuild_queue(now);
    }
    return today_;
}

void Session::more_today(int extra, cards::Moment now) {
    extra_new_ += extra;
    library_.set_setting(extra_setting, to_extra_setting(extra_new_, *queue_day_));
    rebuild_queue(now);
}

// -- study ------------------------------------------------------------------------

const cards::CaseFile* Session::casefile(const std::string& id) const {
    const auto known = casefiles_.find(id);
    if (known != casefiles_.end()) return known->second.get();
    auto read = library_.casefile(id);
    if (!read) return nullptr;
    return casefiles_.emplace(id, std::make_unique<cards::CaseFile>(std::move(*read))).first->second.get();
}

const cards::Fact* Session::fact_of(const cards::store::CardRow& row) const {
    const cards::CaseFile* file = casefile(row.case_id);
    return file == nullptr ? nullptr : file->find_fact(row.fact_id);
}

const Prompt* Session::prompt(cards::Moment now) {
    today(now);
    if (prompt_) return &*prompt_;

    while (true) {
        std::optional<cards::store::CardKey> key = forced_;
        candidate_.reset();
        if (!key) {
            candidate_ = queue_.next(now.at, group_asked_last());
            if (!candidate_) return nullptr;
            key = candidate_->card;
        }
        forced_.reset();
        row_ = library_.card(*key);
        if (row_ && fact_of(*row_) != nullptr) break;
        queue_.remove(*key);  // Its case is gone: nothing to ask.
    }
    if (!candidate_) candidate_ = candidate_of(*row_, *queue_day_, options_.weights);
    prompt_ = make_prompt(*row_);
    reveal_.reset();
    asked_last_ = row_->fact;
    asked_at_ = now.at;
    return &*prompt_;
}

void Session::make_reveal(std::string given, std::optional<cards::answer::Verdict> verdict, cards::Moment now) {
    const cards::Fact& fact = *fact_of(*row_);
    const int took = static_cast<int>(std::clamp<std::int64_t>(now.at.unix_ms - asked_at_.unix_ms, 0, max_took_ms));

    Reveal reveal;
    reveal.given = std::move(given);
    reveal.answer = fact.answer;
    reveal.verdict = verdict;
    reveal.evidence = evidence_of(*casefile(row_->case_id), fact);
    reveal.proposed = verdict ? cards::answer::proposed_rating(*verdict, took) : cards::Rating::Good;
    const auto choices = cards::choices(row_->state, now, options_, cards::fuzz_seed(row_->id, row_->state.reviews));
    for (std::size_t i = 0; i < choices.size(); ++i) {
        reveal.ratings[i] = {choices[i].rating, cards::interval_text(choices[i].interval),
                             choices[i].rating == reveal.proposed};
    }
    reveal_ = std::move(reveal);
}

void Session::answer_option(std::size_t option, cards::Moment now) {
    if (!prompt_ || reveal_ || option >= prompt_->options.size()) return;
    const bool right = option == prompt_->right_option;
    make_reveal(prompt_->options[option], right ? cards::answer::Verdict::Right : cards::answer::Verdict::Wrong, now);
    reveal_->chosen = option;
}

void Session::answer_typed(const std::string& text, cards::Moment now) {
    if (!prompt_ || reveal_) return;
    std::vector<std::string> names;
    for (const cards::Person& person : casefile(row_->case_id)->people) names.push_back(person.name);
    const cards::answer::Judgement judgement = cards::answer::judge(*fact_of(*row_), text, names);
    make_reveal(text, judgement.verdict, now);
    const std::string& right = judgement.matched.empty() ? reveal_->answer : judgement.matched;
    if (judgement.verdict != cards::answer::Verdict::Empty) {
        reveal_->difference = cards::answer::difference(text, right);
    }
}

void Session::show_answer(cards::Moment now) {
    if (!prompt_ || reveal_) return;
    make_reveal("", std::nullopt, now);
}

std::optional<Problem> Session::rate(cards::Rating rating, cards::Moment now) {
    if (!prompt_ || !reveal_) return std::nullopt;
    const cards::CardState before = row_->state;
    const auto choices = cards::choices(before, now, options_, cards::fuzz_seed(row_->id, before.reviews));
    const cards::Choice& choice = choices.at(static_cast<std::size_t>(rating) - 1);

    cards::Review review;
    review.id = new_id_();
    review.at = now;
    review.day = study_day(now, options_.rollover_hour);
    review.rating = rating;
    review.took_ms = static_cast<int>(std::clamp<std::int64_t>(now.at.unix_ms - asked_at_.unix_ms, 0, max_took_ms));
    review.form = prompt_->form;
    review.answer = reveal_->given;
    review.outcome = cards::outcome_of(choice.after);
    const cards::CardState after = cards::advance(before, review, options_.weights);
    try {
        library_.record(row_->key, review, after, options_.bury_siblings);
    } catch (const cards::store::StoreError& error) {
        return Problem{error.what()};
    }

    saved_ = Saved{prompt_->card_id, rating, cards::interval_text(choice.interval),
                   after.lapses > before.lapses && cards::becomes_leech(after.lapses, options_)};
    answered_in_session_ += 1;
    right_in_session_ += rating == cards::Rating::Again ? 0 : 1;
    cards::Candidate asked = *candidate_;
    asked.state = after.state;
    asked.due_at = after.due_at;
    queue_.answered(asked, after, *queue_day_);
    prompt_.reset();
    reveal_.reset();
    refresh_today(now);
    return std::nullopt;
}

Session::Undo Session::undo(cards::Moment now) {
    Undo result;
    try {
        const auto undone = library_.undo_last({now, new_id_()}, [this](const std::vector<cards::Review>& log) {
            return cards::replay(log, options_.weights);
        });
        if (!undone) return result;
        result.done = true;
        prompt_.reset();
        reveal_.reset();
        rebuild_queue(now);
        forced_ = undone->card;
        queue_.remove(undone->card);
        if (const auto row = library_.card(undone->card)) {
            result.what.card_id = cards::card_text_id(row->fact_id, row->position);
            queue_.put(candidate_of(*row, *queue_day_, options_.weights));
        }
        result.what.rating = undone->review.rating;
        answered_in_session_ = std::max(0, answered_in_session_ - 1);
        if (undone->review.rating != cards::Rating::Again) right_in_session_ = std::max(0, right_in_session_ - 1);
        refresh_today(now);
    } catch (const cards::store::StoreError& error) {
        result.problem = Problem{error.what()};
    }
    return result;
}

std::optional<Problem> Session::bury(cards::Moment now) {
    if (!prompt_) return std::nullopt;
    try {
        library_.bury(row_->key, cards::StudyDay{queue_day_->number + 1}, {now, new_id_()});
    } catch (const cards::store::StoreError& error) {
        return Problem{error.what()};
    }
    queue_.remove(row_->key);
    prompt_.reset();
    reveal_.reset();
    refresh_today(now);
    return std::nullopt;
}

std::optional<Problem> Session::suspend(cards::Moment now) {
    if (!prompt_) return std::nullopt;
    try {
        library_.suspend(row_->key, true, {now, new_id_()});
    } catch (const cards::store::StoreError& error) {
        return Problem{error.what()};
    }
    queue_.remove(row_->key);
    prompt_.reset();
    reveal_.reset();
    refresh_today(now);
    return std::nullopt;
}

}  // namespace app
