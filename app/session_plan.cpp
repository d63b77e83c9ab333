// session_plan.cpp - single cases' settings, the days to come, cards that need
// rewriting, and weights fitted to the student's own log.
#include <fmt/format.h>

#include <algorithm>

#include "app/session.h"
#include "cards/answer/judge.h"
#include "cards/schedule/exam.h"
#include "cards/schedule/replay.h"
#include "cards/store/check.h"
#include "cards/store/error.h"

namespace app {
namespace {

std::vector<cards::CardState> states_of(const cards::store::Library& library) {
    std::vector<cards::CardState> states;
    for (const cards::store::StateRow& row : library.states())
        states.push_back(row.state);
    return states;
}

// The wrong answers among a card's reviews.
std::vector<Confusion> confusions_of(const cards::Fact& fact, const std::vector<cards::Review>& log) {
    std::vector<Confusion> confusions;
    for (const cards::Review& review : log) {
        if (cards::answer::judge(fact, review.answer).verdict != cards::answer::Verdict::Wrong) continue;
        const auto known = std::find_if(confusions.begin(), confusions.end(),
                                        [&](const Confusion& c) { return c.answer == review.answer; });
        if (known == confusions.end()) {
            confusions.push_back({review.answer, 1});
        } else {
            known->times += 1;
        }
    }
    std::stable_sort(confusions.begin(), confusions.end(),
                     [](const Confusion& a, const Confusion& b) { return a.times > b.times; });
    return confusions;
}

}  // namespace

// -- single cases -------------------------------------------------------------------

std::optional<Problem> Session::set_case(const std::string& id, const CaseSettings& settings, cards::Moment now) {
    std::map<std::string, CaseSettings> changed = case_settings_;
    changed[id] = settings;
    if (settings == CaseSettings{}) changed.erase(id);
    try {
        library_.set_setting(cases_setting, to_cases_setting(changed));
        case_settings_ = std::move(changed);
        rebuild_queue(now);
    } catch (const cards::store::StoreError& error) {
        return Problem{error.what()};
    }
    return std::nullopt;
}

std::vector<cards::store::CardRow> Session::cards_of(const std::string& case_id) const {
    const auto found =
        std::find_if(cases_.begin(), cases_.end(), [&](const auto& row) { return row.text_id == case_id; });
    if (found == cases_.end()) return {};
    return library_.cards_of(found->key);
}

cards::SchedulerOptions Session::options_for(const cards::store::CardRow& row, cards::StudyDay day) const {
    cards::SchedulerOptions options = options_;
    const auto found = case_settings_.find(row.case_id);
    if (found == case_settings_.end()) return options;
    const CaseSettings& set = found->second;
    if (set.desired_retention) options.desired_retention = *set.desired_retention;
    if (set.exam) options = cards::options_before(*set.exam, day, options, cards::fuzz_seed(row.id, 0));
    return options;
}

// Cards that would come back only after their exam have a last look before it. An
// exam does not wait: they come before all other reviews.
void Session::add_exam_looks(cards::StudyDay day, std::vector<cards::Candidate>& candidates) const {
    constexpr double before_all_others = 1e6;
    for (const auto& [id, set] : case_settings_) {
        if (!set.exam || *set.exam <= day) continue;
        for (const cards::store::CardRow& row : cards_of(id)) {
            if (row.state.state != cards::State::Review || row.state.due_day <= day || row.suspended ||
                row.buried_until > day ||
                cards::due_before(*set.exam, day, row.state, cards::fuzz_seed(row.id, 0)) > day)
                continue;
            cards::Candidate look;
            look.card = row.key;
            look.fact = row.fact;
            look.casefile = row.casefile;
            look.state = row.state.state;
            look.recall = cards::recall_on(row.state, day, options_.weights);
            look.loss = before_all_others;
            candidates.push_back(look);
        }
    }
}

// -- the days to come -----------------------------------------------------------------

WorkloadJob Session::workload_job(int days, cards::Moment now) const {
    WorkloadJob job;
    job.cards = states_of(library_);
    job.options.scheduler = options_;
    job.options.days = days;
    job.options.today = study_day(now, options_.rollover_hour);
    job.options.new_cards =
        static_cast<int>(std::count_if(job.cards.begin(), job.cards.end(),
                                       [](const cards::CardState& card) { return card.state == cards::State::New; }));
    return job;
}

std::vector<cards::WorkloadPoint> Session::workload(std::span<const double> retentions, int days,
                                                    cards::Moment now) const {
    const WorkloadJob job = workload_job(days, now);
    return cards::workload(job.cards, job.options, retentions);
}

cards::BacklogPlan Session::backlog_within(int days, cards::Moment now) const {
    return cards::plan_backlog(states_of(library_), study_day(now, options_.rollover_hour), days, options_);
}

cards::BacklogPlan Session::backlog_at(int per_day, cards::Moment now) const {
    return backlog_at(per_day, study_day(now, options_.rollover_hour));
}

cards::BacklogPlan Session::backlog_at(int per_day, cards::StudyDay day) const {
    return cards::plan_backlog_at(states_of(library_), day, per_day, options_);
}

// -- leeches ----------------------------------------------------------------------------

std::vector<LeechCard> Session::leeches() const {
    std::vector<LeechCard> leeches;
    for (const cards::store::CardRow& row : library_.lapsed_cards(options_.leech_lapses)) {
        const cards::CaseFile* file = casefile(row.case_id);
        const cards::Fact* fact = fact_of(row);
        if (file == nullptr || fact == nullptr) continue;
        LeechCard leech;
        leech.card_id = cards::card_text_id(row.fact_id, row.position);
        leech.case_id = file->id;
        leech.case_title = file->title;
        leech.fact_id = fact->id;
        leech.claim = fact->claim;
        const auto position = static_cast<std::size_t>(row.position);
        leech.question = position < fact->questions.size() ? fact->questions[position].text : fact->claim;
        leech.answer = fact->answer;
        leech.lapses = row.state.lapses;
        leech.suspended = row.suspended;
        leech.confusions = confusions_of(*fact, library_.log(row.key));
        leech.sources = evidence_of(*file, *fact).sources;
        leeches.push_back(std::move(leech));
    }
    return leeches;
}

std::optional<Problem> Session::set_suspended(const std::string& card_id, bool suspended, cards::Moment now) {
    try {
        const auto key = library_.find_card(card_id);
        if (!key) {
            return Problem{
                fmt::format("There is no card \"{}\".\n    A card's id looks like mallory.payment#1.", card_id)};
        }
        library_.suspend(*key, suspended, {now, new_id_()});
        if (prompt_ && prompt_->card == *key) {
            prompt_.reset();
            reveal_.reset();
        }
        rebuild_queue(now);
    } catch (const cards::store::StoreError& error) {
        return Problem{error.what()};
    }
    return std::nullopt;
}

// -- weights ----------------------------------------------------------------------------

OptimizeJob Session::optimize_job() const {
    OptimizeJob job;
    for (const cards::store::LoggedRow& row : library_.whole_log())
        job.log.push_back({row.card, row.at, row.day, row.rating});
    job.options.old_weights = options_.weights;
    job.options.relearning_steps = static_cast<int>(options_.relearning_steps_minutes.size());
    return job;
}

std::optional<Problem> Session::adopt(const cards::OptimizeReport& report, cards::Moment now) {
    if (!report.changed) return std::nullopt;
    cards::SchedulerOptions options = options_;
    options.weights = report.weights;
    return set_options(options, now);
}

void Session::compute_states_anew(const cards::Weights& weights) {
    cards::store::rebuild(library_, [&](const std::vector<cards::Review>& log) { return cards::replay(log, weights); });
}

}  // namespace app
