// cram.h - going through a case's cards outside their schedule.
//
// Nothing is saved: no review, no state, no due date is touched. Start at the
// constructor, then prompt() -> answer_…() or show_answer() -> rate(), as with a
// Session, until prompt() has nothing left. The session must outlive it.
#pragma once

#include "app/session.h"
#include "cards/schedule/cram.h"

namespace app {

class Cram {
  public:
    // All cards of a case that are not suspended, the least sure first. A case that
    // is not there gives an empty session.
    Cram(const Session& session, const std::string& case_id, cards::Moment now);

    // The card being asked: stays the same until it is rated.
    const Prompt* prompt(cards::Moment now);
    const Reveal* reveal() const noexcept { return reveal_ ? &*reveal_ : nullptr; }  // Without intervals.

    void answer_option(std::size_t option, cards::Moment now);
    void answer_typed(const std::string& text, cards::Moment now);
    void show_answer();

    // Good and Easy: done with it. Again and Hard: it comes back in this session.
    void rate(cards::Rating rating);

    int left() const noexcept { return order_.left(); }
    int answered() const noexcept { return answered_; }

  private:
    int took_ms(cards::Moment now) const noexcept;

    const Session& session_;
    cards::CramSession order_;
    std::optional<cards::store::CardRow> row_;
    std::optional<Prompt> prompt_;
    std::optional<Reveal> reveal_;
    cards::Instant asked_at_;
    int answered_ = 0;
};

}  // namespace app
