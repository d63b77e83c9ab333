// session.h - what a view or a command may do: ask, answer, rate, undo, add.
//
// Holds the library and today's queue. No ImGui and no SQL: views and commands are
// drawn from what stands here. Functions that save return a Problem when they
// could not; nothing that was typed or shown is lost then, and the same call can be
// made again. Time is handed in, never asked for.
// Start at Session(), then prompt() -> answer() -> rate().
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/draft.h"
#include "app/evidence.h"
#include "app/news.h"
#include "app/plan.h"
#include "app/settings.h"
#include "cards/answer/judge.h"
#include "cards/bank/check.h"
#include "cards/bank/options.h"
#include "cards/schedule/options.h"
#include "cards/schedule/queue.h"
#include "cards/schedule/scheduler.h"
#include "cards/store/library.h"

namespace app {

// What could not be done and what the student can do, ready to show.
struct Problem {
    std::string text;
};

struct CaseToday {
    std::string id;
    std::string title;
    cards::QueueCounts counts;
    int cards = 0;  // In the library.
    cards::store::CaseKey key = 0;
};

struct Today {
    cards::StudyDay day;
    cards::QueueCounts counts;
    int minutes = 0;                              // About how long the rest of today takes; 0 when nothing is left.
    int answered = 0;                             // Today so far.
    int minutes_spent = 0;                        // Today so far.
    int new_waiting = 0;                          // New cards in the library beyond today's limit, up to 1,000.
    std::vector<CaseToday> cases;                 // Those with cards today first, then the rest, by title.
    std::optional<cards::Instant> next_learning;  // When a card being learned comes due.
    std::optional<BacklogToday> backlog;          // After a break: new cards pause until it is gone.
    std::string clock_warning;                    // "" unless the computer's clock looks wrong; studying goes on.
};

// A question as it is asked.
struct Prompt {
    cards::store::CardKey card = 0;
    std::string card_id;  // "mallory.payment#1".
    std::string case_title;
    cards::State state = cards::State::New;
    cards::Form form = cards::Form::Typed;
    std::string question;
    std::string gap;                   // The claim with the answer left out; "" but for Form::Gap.
    std::vector<std::string> options;  // For Form::Options.
    std::size_t right_option = 0;
    cards::FactKind kind = cards::FactKind::Term;
};

struct RatingButton {
    cards::Rating rating = cards::Rating::Again;
    std::string interval;  // "10 min".
    bool proposed = false;
};

// What is shown after the answer.
struct Reveal {
    std::string given;                              // What was typed or chosen; "" after "show answer".
    std::string answer;                             // The right one.
    std::optional<cards::answer::Verdict> verdict;  // Nothing after "show answer".
    std::optional<std::size_t> chosen;              // Index of the option chosen.
    std::vector<cards::answer::Piece> difference;   // Typed answers only.
    Evidence evidence;
    std::array<RatingButton, 4> ratings;
    cards::Rating proposed = cards::Rating::Good;
};

// What was saved by the last rating or undo, for the views' feedback.
struct Saved {
    std::string card_id;
    cards::Rating rating = cards::Rating::Good;
    std::string interval;
    bool leech = false;  // The card has become a leech with this rating.
};

struct SessionOptions {
    std::filesystem::path library;
    cards::Moment now;
    cards::IdSource new_id;
    // The shipped case files: name and text. Taken over when new or changed.
    std::vector<std::pair<std::string, std::string>> shipped;
};

class Session {
  public:
    // Opens or makes the library and takes the shipped cases over. Throws
    // cards::store::StoreError, and std::runtime_error for a shipped case that is broken.
    explicit Session(const SessionOptions& options);
    ~Session();

    // -- today --------------------------------------------------------------------
    // Reads the clock's study day; builds the queue anew when a day has begun.
    const Today& today(cards::Moment now);
    const cards::SchedulerOptions& options() const noexcept { return options_; }
    // Other weights give every card another stability: all states are computed anew.
    std::optional<Problem> set_options(const cards::SchedulerOptions& options, cards::Moment now);

    // Lets `extra` more new cards into today.
    std::optional<Problem> more_today(int extra, cards::Moment now);

    // What newer question banks have changed that the student has not seen yet; none
    // on a first start. news_seen() forgets it.
    const News& news() const;
    std::optional<Problem> news_seen();
    // -- plan: session_plan.cpp -----------------------------------------------------
    // What is set for single cases, by their ids.
    const std::map<std::string, CaseSettings>& case_settings() const noexcept { return case_settings_; }
    std::optional<Problem> set_case(const std::string& id, const CaseSettings& settings, cards::Moment now);

    // The options in force for a card on a day: those of its case and of its exam.
    cards::SchedulerOptions options_for(const cards::store::CardRow& row, cards::StudyDay day) const;

    // What cards::workload() needs, as a copy: it can run on a worker. Retentions of
    // single cases and exams are left out of the reckoning.
    WorkloadJob workload_job(int days, cards::Moment now) const;
    std::vector<cards::WorkloadPoint> workload(std::span<const double> retentions, int days, cards::Moment now) const;

    // How the overdue cards are caught up with: within `days`, or `per_day` of them a day.
    cards::BacklogPlan backlog_within(int days, cards::Moment now) const;
    cards::BacklogPlan backlog_at(int per_day, cards::Moment now) const;

    // Cards forgotten so often that they need rewriting, the worst first.
    std::vector<LeechCard> leeches() const;

    // A card by its id, wherever it is in the schedule.
    std::optional<Problem> set_suspended(const std::string& card_id, bool suspended, cards::Moment now);

    // What cards::optimize() needs, as a copy: it can run on a worker.
    OptimizeJob optimize_job() const;
    // Keeps the weights it found, where they are better.
    std::optional<Problem> adopt(const cards::OptimizeReport& report, cards::Moment now);

    // -- study --------------------------------------------------------------------
    // The card being asked: stays the same until it is rated or put away. Nothing
    // when today is done (next_learning() may still be to come).
    const Prompt* prompt(cards::Moment now);
    const Reveal* reveal() const noexcept { return reveal_ ? &*reveal_ : nullptr; }

    // Judges an answer; nothing is saved yet. One of the three per prompt.
    void answer_option(std::size_t option, cards::Moment now);
    void answer_typed(const std::string& text, cards::Moment now);
    void show_answer(cards::Moment now);

    // Saves the rating of the revealed card; the next prompt() asks another.
    std::optional<Problem> rate(cards::Rating rating, cards::Moment now);

    // Takes the last rating back and asks that card again. False in `done` where
    // there is nothing to undo.
    struct Undo {
        bool done = false;
        Saved what;
        std::optional<Problem> problem;
    };
    Undo undo(cards::Moment now);

    std::optional<Problem> bury(cards::Moment now);
    std::optional<Problem> suspend(cards::Moment now);

    // How any card is asked, and what is shown after an answer: an option's number, a
    // typed text, or neither. Nothing is saved; for cram.h. Nothing where the card's
    // fact is gone.
    std::optional<Prompt> ask(const cards::store::CardRow& row) const;
    Reveal judge_option(const cards::store::CardRow& row, const Prompt& prompt, std::size_t option, int took_ms) const;
    Reveal judge_typed(const cards::store::CardRow& row, const std::string& text, int took_ms) const;
    Reveal show(const cards::store::CardRow& row) const;
    std::optional<cards::store::CardRow> card(cards::store::CardKey key) const { return library_.card(key); }
    // A case's cards, not retired; none where there is no such case.
    std::vector<cards::store::CardRow> cards_of(const std::string& case_id) const;

    const std::optional<Saved>& last_saved() const noexcept { return saved_; }
    int answered_in_session() const noexcept { return answered_in_session_; }
    int right_in_session() const noexcept { return right_in_session_; }

    // -- add ----------------------------------------------------------------------
    struct Added {
        std::string card_id;
        std::optional<Problem> problem;
    };
    // Saves a card of the student's own and puts it into today's queue.
    Added add(const Draft& draft, cards::Moment now);

    // Cases to choose from: id and title, by title.
    std::vector<std::pair<std::string, std::string>> case_choices() const;
    // A case with its facts. Stays where it is until some dozens of others were asked for.
    const cards::CaseFile* casefile(const std::string& id) const;

    // -- what else commands need ----------------------------------------------------
    cards::store::Library& library() noexcept { return library_; }

  private:
    void rebuild_queue(cards::Moment now);
    void refresh_today(cards::Moment now);
    void add_exam_looks(cards::StudyDay day, std::vector<cards::Candidate>& candidates) const;
    void refresh_counts(cards::Moment now);
    void refresh_case(cards::store::CaseKey key, cards::Moment now);
    BacklogToday backlog_today(const std::vector<cards::store::DueRow>& due, cards::StudyDay day) const;
    cards::BacklogPlan backlog_at(int per_day, cards::StudyDay day) const;
    std::string clock_warning(cards::Moment now) const;
    void compute_states_anew(const cards::Weights& weights);
    void load_options();
    void set_groups();                      // Finds facts of today that are easily taken for each other.
    std::int64_t group_asked_last() const;  // 0: none.
    Reveal make_reveal(const cards::store::CardRow& row, std::string given,
                       std::optional<cards::answer::Verdict> verdict, int took_ms) const;
    void add_intervals(Reveal& reveal, cards::Moment now) const;
    int took_ms(cards::Moment now) const noexcept;
    const cards::Fact* fact_of(const cards::store::CardRow& row) const;
    void forget_case(const std::string& id);
    const std::vector<cards::bank::Lender>& lenders(cards::FactKind kind) const;
    cards::bank::OptionSet options_of(const cards::Fact& fact, const cards::store::CardRow& row) const;

    cards::store::Library library_;
    cards::IdSource new_id_;
    cards::SchedulerOptions options_;
    std::map<std::string, CaseSettings> case_settings_;
    // Cases read lately, by id; and those that lend wrong answers, by kind of fact.
    struct ReadCase {
        std::shared_ptr<const cards::CaseFile> file;
        std::uint64_t used = 0;
    };
    mutable std::map<std::string, ReadCase> casefiles_;
    mutable std::uint64_t uses_ = 0;
    mutable std::vector<std::shared_ptr<const cards::CaseFile>> lending_;
    mutable std::map<cards::FactKind, std::vector<cards::bank::Lender>> lenders_;
    cards::Queue queue_;
    std::unordered_map<std::int64_t, std::int64_t> groups_;  // By fact; see Candidate::group.
    cards::store::FactKey asked_last_ = 0;
    std::optional<cards::StudyDay> queue_day_;
    cards::store::DayCounts done_;              // On that day; `facts` as they were when the queue was built.
    int due_in_morning_ = 0;                    // Cards in Review due that day, those answered since among them.
    std::vector<cards::store::CaseRow> cases_;  // As they were when the queue was built.
    int extra_new_ = 0;
    Today today_;
    mutable std::optional<News> news_;             // Read when first asked for.
    std::optional<cards::store::CardKey> forced_;  // Asked next: just undone.
    std::optional<cards::Candidate> candidate_;
    std::optional<cards::store::CardRow> row_;
    std::optional<Prompt> prompt_;
    std::optional<Reveal> reveal_;
    cards::Instant asked_at_;
    std::optional<Saved> saved_;
    int answered_in_session_ = 0;
    int right_in_session_ = 0;
};

}  // namespace app
