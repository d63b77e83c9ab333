// frame.h - the whole window: navigation, the current view, help and messages.
//
// A view is a struct with what it must remember between frames and a draw()
// function; it shows what the session has ready and computes nothing itself.
#pragma once

#include "app/session.h"
#include "app/views/add.h"
#include "app/views/study.h"
#include "app/views/today.h"
#include "app/widgets/ui.h"

namespace views {

enum class View { Today, Study, Add };

// "today", "study", "add": as commands and settings name them.
std::string_view to_text(View view) noexcept;
std::optional<View> view_from(std::string_view text) noexcept;

class Frame {
  public:
    View view = View::Today;
    bool show_help = false;

    // Draws one frame over the whole display.
    void draw(ui::Ui& ui, app::Session& session);

    TodayView today;
    StudyView study;
    AddView add;

  private:
    void go(View to);
    void contents(ui::Ui& ui, app::Session& session, ImVec2 display);
    void navigation(ui::Ui& ui, app::Session& session, float width, float height);
    void help(ui::Ui& ui);
    void toasts(ui::Ui& ui);
    void undo(ui::Ui& ui, app::Session& session);
};

}  // namespace views
