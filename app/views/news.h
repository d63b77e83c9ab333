// news.h - what changed in the question bank: a panel of Today, until it is seen.
#pragma once

#include "app/session.h"
#include "app/widgets/ui.h"

namespace views {

struct NewsPanel {
    bool all = false;  // Every line is shown, not only the first ones.

    // Draws nothing where there is no news.
    void draw(ui::Ui& ui, app::Session& session, float width);
};

}  // namespace views
