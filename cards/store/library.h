// library.h - a student's library: one SQLite file that holds cases, facts, cards
// and every review.
//
// Whatever a function here has returned from is on disk: one call is one
// transaction. Reviews are only ever added; an undo is a row too. A card's state is
// a cache of its log, see check.h. No rating arithmetic happens here: callers bring
// the states to keep. Failures are StoreError (error.h).
// Start at Library::open().
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cards/card.h"
#include "cards/casefile.h"
#include "cards/id.h"
#include "cards/review.h"

namespace cards::store {

using CardKey = std::int64_t;  // Row numbers: quick handles, meaningless in another library.
using FactKey = std::int64_t;
using CaseKey = std::int64_t;

// When and on which device a row is made. The device is the library's own.
struct Stamp {
    Moment at;
    Id id;  // Of the row to be made, where it needs one; nil: a new one is made.
};

struct OpenOptions {
    std::filesystem::path path;  // Made with its folders (0700, file 0600) where it does not exist.
    Moment now;
    IdSource new_id;  // Where there is none, ids are random.
};

enum class Origin { Shipped = 0, Own = 1 };

// What taking a case file over changed.
struct TakeOver {
    bool changed = false;  // False: the library had this very text.
    int facts_added = 0;
    int cards_added = 0;
    std::vector<std::string> reworded;    // Fact ids whose wording was mended: schedule kept.
    std::vector<std::string> asked_anew;  // Fact ids whose answer changed: cards reset.
    std::vector<std::string> retired;     // Fact ids set aside.
};

// A fact's record as it was until `replaced`.
struct FactVersion {
    Fact fact;
    Moment replaced;
};

struct CaseRow {
    CaseKey key = 0;
    std::string text_id;
    std::string title;
    CaseKind kind = CaseKind::Case;
    Origin origin = Origin::Shipped;
    int cards = 0;  // Not retired.
};

// A card with what the queue needs.
struct CardRow {
    CardKey key = 0;
    Id id;
    FactKey fact = 0;
    CaseKey casefile = 0;
    std::string fact_id;  // The fact's text id.
    std::string case_id;
    std::string case_title;
    int position = 0;        // Of the question in its fact.
    std::int64_t order = 0;  // Among new cards.
    CardState state;
    bool suspended = false;
    bool retired = false;
    bool marked = false;
    StudyDay buried_until;  // Waits until this day has begun; day 0 = not buried.
};

// A card as the queue's builder sees it: small, for there may be many.
struct DueRow {
    CardKey key = 0;
    FactKey fact = 0;
    CaseKey casefile = 0;
    State state = State::New;
    Instant due_at;
    StudyDay last_day;
    double stability = 0.0;
    std::int64_t order = 0;
    double difficulty = 0.0;  // Of cards in Review; else 0.
    StudyDay due_day;         // The same.
};

// A card's whole state, for predictions over many cards.
struct StateRow {
    CardKey key = 0;
    CaseKey casefile = 0;
    CardState state;
};

// What the optimiser needs of a review.
struct LoggedRow {
    CardKey card = 0;
    Instant at;
    StudyDay day;
    Rating rating = Rating::Good;
};

// What of a fact can be taken for another's.
struct FactAnswer {
    FactKey key = 0;
    std::string id;
    FactKind kind = FactKind::Term;
    std::string answer;
};

struct DayCounts {
    int new_cards = 0;  // Cards reviewed for the first time on that day.
    int reviews = 0;    // Reviews of cards that were in Review.
    int answers = 0;    // All reviews, undone ones left out.
    std::int64_t took_ms = 0;
    std::vector<FactKey> facts;  // Facts reviewed on that day.
};

// One undone review.
struct Undone {
    CardKey card = 0;
    Review review;
};

class Library {
  public:
    // Opens or makes the library. Refuses: a newer version, another program's file,
    // a damaged file, a library another process has open.
    static Library open(const OpenOptions& options);

    Library(Library&&) noexcept;
    Library& operator=(Library&&) noexcept;
    ~Library();

    const std::filesystem::path& path() const noexcept;
    Id device() const noexcept;

    // -- cases and facts ------------------------------------------------------
    // Copies a case file in, or the changes of a newer version of it: a new wording
    // keeps the schedule, a changed answer resets the fact's cards (a reset is a
    // row; reviews stay), a fact that is retired or gone is set aside. The old
    // record of a changed fact is kept in its history. `toml` is the text of the
    // file, kept to notice changes quickly; new cards come after those there are,
    // those whose facts need another's later than it. What a student has added to
    // a case stays when a newer version of the case comes.
    TakeOver take_over(const CaseFile& casefile, Origin origin, std::string_view toml, Stamp stamp);

    // Adds one fact of a student's own to a case, making the case where it is not
    // there yet; sources and people the case has not yet are added to it, and a case
    // of the student's own takes the rest (title, brief …) from `case_with_sources`.
    // A fact that is there already is changed, as by take_over(). Returns the new
    // cards. `stamp.id` becomes the fact's id.
    std::vector<CardKey> add_fact(const CaseFile& case_with_sources, const Fact& fact, Stamp stamp);

    // What a fact said before, oldest first.
    std::vector<FactVersion> history(FactKey fact) const;

    // Of these facts, those there are, by key.
    std::vector<FactAnswer> answers(const std::vector<FactKey>& facts) const;
    // One fact without its case; nothing where there is no such row.
    std::optional<Fact> fact(FactKey key) const;

    std::vector<CaseRow> cases() const;
    // Whole, with facts. Those that its file has no longer come last, as retired.
    std::optional<CaseFile> casefile(std::string_view text_id) const;
    // Of it only the id, the people and the facts of one kind: what options are chosen from.
    CaseFile part_of_case(CaseKey key, std::string_view text_id, FactKind kind) const;
    bool has_text(std::string_view text_id, std::string_view toml) const;  // Taken over already?

    // -- cards ------------------------------------------------------------------
    std::optional<CardRow> card(CardKey key) const;
    std::optional<CardKey> find_card(std::string_view card_text_id) const;  // Or hexadecimal id.
    std::vector<DueRow> learning_cards(StudyDay today) const;               // Not suspended, buried or retired.
    std::vector<DueRow> due_reviews(StudyDay today) const;                  // The same, due today or before.
    int count_due(StudyDay from, StudyDay to) const;                        // In Review; not suspended or retired.
    std::vector<DueRow> new_cards(int limit, StudyDay today) const;         // In order; of each fact the first only.
    std::vector<CardRow> all_cards() const;
    std::vector<CardRow> cards_of(CaseKey casefile) const;  // Not retired, in order of facts.
    std::vector<CardRow> lapsed_cards(int lapses) const;    // Not retired; most lapses first.
    std::vector<StateRow> states() const;                   // Not suspended or retired.

    // Puts the cards never asked of these facts (text ids) in this order, after all
    // other new cards. Facts the library has not are passed over.
    void order_new_cards(const std::vector<std::string>& fact_ids);

    void suspend(CardKey key, bool suspended, Stamp stamp);
    void bury(CardKey key, StudyDay until, Stamp stamp);
    void mark(CardKey key, bool marked, Stamp stamp);

    // -- reviews --------------------------------------------------------------------
    // Keeps an answer and the card's state after it, and buries siblings until
    // `review.day` + 1 where `bury_siblings`. A review that is there already, by its
    // id, is not kept twice: after a failure the same call can be made again.
    void record(CardKey key, const Review& review, const CardState& after, bool bury_siblings);

    // Undoes the last review of this device that is not undone yet; the state
    // after it is computed by `replay` from what is left of the card's log.
    // Nothing when there is none.
    std::optional<Undone> undo_last(Stamp stamp, const std::function<CardState(const std::vector<Review>&)>& replay);

    // A card's log in order of time since its last reset, undone reviews left out.
    std::vector<Review> log(CardKey key) const;
    std::vector<LoggedRow> whole_log() const;  // The same of all cards, one after another.
    DayCounts done_on(StudyDay day) const;
    std::optional<Moment> last_review_at() const;

    // Does all of `work` in one transaction: everything is saved when it returns, or
    // nothing when it throws. For bulk work such as an import.
    void together(const std::function<void()>& work);

    // -- settings: short texts by name ------------------------------------------------
    std::optional<std::string> setting(std::string_view name) const;
    void set_setting(std::string_view name, std::string_view value);

    // -- for check.h and backup.h ---------------------------------------------------
    struct Connection;
    Connection& connection() const noexcept;

  private:
    explicit Library(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace cards::store
