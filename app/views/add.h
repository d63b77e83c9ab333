// add.h - a card written by hand, with advice while it is typed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "app/widgets/ui.h"

namespace views {

struct AddView {
    void draw(ui::Ui& ui, app::Session& session);

    app::Draft draft;

  private:
    void form(ui::Ui& ui, app::Session& session, float width);
    void advice(ui::Ui& ui, app::Session& session, float width);
    void save(ui::Ui& ui, app::Session& session);

    bool tried_ = false;  // Saving was tried: show what is missing.
    bool focus_ = true;
    std::optional<std::string> problem_;
    app::Draft advised_;  // What advice_ was made for.
    std::vector<cards::bank::Finding> advice_;
};

}  // namespace views
