#include "app/session.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/candidates.h"
#include "app/shipped.h"
#include "cards/schedule/replay.h"
#include "cards/store/error.h"

namespace app {
namespace {

constexpr int max_took_ms = 600'000;
constexpr std::size_t cases_kept = 64;  // In memory.

cards::store::OpenOptions open_options(const SessionOptions& options) {
    return {options.library, options.now, options.new_id};
}

}  // namespace

Session::Session(const SessionOptions& options)
    : library_(cards::store::Library::open(open_options(options))), new_id_(options.new_id) {
    take_over_shipped(library_, options);
    load_options();
    rebuild_queue(options.now);
}

Session::~Session() = default;

void Session::load_options() {
    options_ = options_from(library_.setting(scheduler_setting).value_or(""));
    case_settings_ = cases_from(library_.setting(cases_setting).value_or(""));
}

std::optional<Problem> Session::set_options(const cards::SchedulerOptions& options, cards::Moment now) {
    try {
        library_.together([&] {
            library_.set_setting(scheduler_setting, to_setting(options));
            if (options.weights != options_.weights) compute_states_anew(options.weights);
        });
        options_ = options;
        rebuild_queue(now);
    } catch (const cards::store::StoreError& error) {
        return Problem{error.what()};
    }
    return std::nullopt;
}

// -- study ------------------------------------------------------------------------

const cards::CaseFile* Session::casefile(const std::string& id) const {
    const auto known = casefiles_.find(id);
    if (known != casefiles_.end()) {
        known->second.used = ++uses_;
        return known->second.file.get();
    }
    auto read = library_.casefile(id);
    if (!read) return nullptr;
    if (casefiles_.size() >= cases_kept) {
        casefiles_.erase(std::min_element(casefiles_.begin(), casefiles_.end(),
                                          [](const auto& a, const auto& b) { return a.second.used < b.second.used; }));
    }
    const ReadCase kept{std::make_shared<const cards::CaseFile>(std::move(*read)), ++uses_};
    return casefiles_.emplace(id, kept).first->second.file.get();
}

void Session::forget_case(const std::string& id) {
    casefiles_.erase(id);
    lenders_.clear();
    lending_.clear();
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
        prompt_ = row_ ? ask(*row_) : std::nullopt;
        if (prompt_) break;
        queue_.remove(*key);  // Its case is gone: nothing to ask.
    }
    if (!candidate_) candidate_ = candidate_of(*row_, *queue_day_, options_.weights);
    reveal_.reset();
    asked_last_ = row_->fact;
    asked_at_ = now.at;
    return &*prompt_;
}

int Session::took_ms(cards::Moment now) const noexcept {
    return static_cast<int>(std::clamp<std::int64_t>(now.at.unix_ms - asked_at_.unix_ms, 0, max_took_ms));
}

void Session::add_intervals(Reveal& reveal, cards::Moment now) const {
    const cards::SchedulerOptions options = options_for(*row_, study_day(now, options_.rollover_hour));
    const auto choices = cards::choices(row_->state, now, options, cards::fuzz_seed(row_->id, row_->state.reviews));
    for (std::size_t i = 0; i < choices.size(); ++i)
        reveal.ratings[i].interval = cards::interval_text(choices[i].interval);
}

void Session::answer_option(std::size_t option, cards::Moment now) {
    if (!prompt_ || reveal_ || option >= prompt_->options.size()) return;
    reveal_ = judge_option(*row_, *prompt_, option, took_ms(now));
    add_intervals(*reveal_, now);
}

void Session::answer_typed(const std::string& text, cards::Moment now) {
    if (!prompt_ || reveal_) return;
    reveal_ = judge_typed(*row_, text, took_ms(now));
    add_intervals(*reveal_, now);
}

void Session::show_answer(cards::Moment now) {
    if (!prompt_ || reveal_) return;
    reveal_ = show(*row_);
    add_intervals(*reveal_, now);
}

std::optional<Problem> Session::rate(cards::Rating rating, cards::Moment now) {
    if (!prompt_ || !reveal_) return std::nullopt;
    const cards::CardState before = row_->state;
    const cards::StudyDay day = study_day(now, options_.rollover_hour);
    const cards::SchedulerOptions options = options_for(*row_, day);
    const auto choices = cards::choices(before, now, options, cards::fuzz_seed(row_->id, before.reviews));
    const cards::Choice& choice = choices.at(static_cast<std::size_t>(rating) - 1);

    cards::Review review;
    review.id = new_id_();
    review.at = now;
    review.day = day;
    review.rating = rating;
    review.took_ms = took_ms(now);
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
    done_.new_cards += before.state == cards::State::New ? 1 : 0;
    done_.reviews += before.state == cards::State::Review ? 1 : 0;
    done_.answers += 1;
    done_.took_ms += review.took_ms;
    today_.clock_warning.clear();
    prompt_.reset();
    reveal_.reset();
    refresh_case(row_->casefile, now);
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
    refresh_case(row_->casefile, now);
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
    refresh_case(row_->casefile, now);
    return std::nullopt;
}

}  // namespace app
