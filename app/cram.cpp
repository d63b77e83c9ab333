#include "app/cram.h"

#include <algorithm>

namespace app {
namespace {

constexpr std::int64_t max_took_ms = 600'000;

std::vector<std::int64_t> order_of(const Session& session, const std::string& case_id, cards::Moment now) {
    std::vector<cards::CramCard> cards;
    for (const cards::store::CardRow& row : session.cards_of(case_id)) {
        if (!row.suspended) cards.push_back({row.key, row.fact, row.state});
    }
    return cards::cram_order(cards, study_day(now, session.options().rollover_hour), session.options().weights);
}

}  // namespace

Cram::Cram(const Session& session, const std::string& case_id, cards::Moment now)
    : session_(session), order_(order_of(session, case_id, now)) {}

const Prompt* Cram::prompt(cards::Moment now) {
    while (!prompt_) {
        const auto key = order_.next();
        if (!key) return nullptr;
        row_ = session_.card(*key);
        prompt_ = row_ ? session_.ask(*row_) : std::nullopt;
        if (!prompt_) order_.answered(cards::Rating::Easy);  // Gone meanwhile.
        asked_at_ = now.at;
    }
    return &*prompt_;
}

int Cram::took_ms(cards::Moment now) const noexcept {
    return static_cast<int>(std::clamp<std::int64_t>(now.at.unix_ms - asked_at_.unix_ms, 0, max_took_ms));
}

void Cram::answer_option(std::size_t option, cards::Moment now) {
    if (!prompt_ || reveal_ || option >= prompt_->options.size()) return;
    reveal_ = session_.judge_option(*row_, *prompt_, option, took_ms(now));
}

void Cram::answer_typed(const std::string& text, cards::Moment now) {
    if (prompt_ && !reveal_) reveal_ = session_.judge_typed(*row_, text, took_ms(now));
}

void Cram::show_answer() {
    if (prompt_ && !reveal_) reveal_ = session_.show(*row_);
}

void Cram::rate(cards::Rating rating) {
    if (!prompt_ || !reveal_) return;
    order_.answered(rating);
    answered_ += 1;
    prompt_.reset();
    reveal_.reset();
}

}  // namespace app
