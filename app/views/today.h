// today.h - what is to be done today, and the way into it.
#pragma once

#include "app/session.h"
#include "app/views/news.h"
#include "app/widgets/ui.h"

namespace views {

struct TodayView {
    enum class Wish { None, Study, Add };
    // What the student asked for in this frame.
    Wish draw(ui::Ui& ui, app::Session& session);

    NewsPanel news;
};

}  // namespace views
