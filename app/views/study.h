// study.h - asks, judges, shows the evidence, takes the rating.
#pragma once

#include <optional>
#include <string>

#include "app/session.h"
#include "app/widgets/ui.h"

namespace views {

struct StudyView {
    enum class Wish { None, Today };
    Wish draw(ui::Ui& ui, app::Session& session);

    // Puts the caret into the answer's field again, where there is one.
    void take_focus() noexcept { focus_ = true; }
    bool nothing_typed() const noexcept { return typed_.empty(); }

  private:
    void ask(ui::Ui& ui, app::Session& session, const app::Prompt& prompt, float width);
    void result(ui::Ui& ui, const app::Prompt& prompt, const app::Reveal& reveal, float width);
    void answer_bar(ui::Ui& ui, app::Session& session, const app::Prompt& prompt, float width);
    void rate(ui::Ui& ui, app::Session& session, cards::Rating rating);
    Wish done(ui::Ui& ui, app::Session& session);

    std::string typed_;
    std::string card_;  // The card typed_ belongs to.
    bool focus_ = true;
    std::optional<std::string> problem_;  // A rating that could not be saved.
};

// Draws the evidence of an answer: used by the study view and previews.
void draw_evidence(ui::Ui& ui, const app::Evidence& evidence, float width);

}  // namespace views
