// shell.h - the real window: GLFW, OpenGL, the loop that draws only when something
// happens.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "app/widgets/ui.h"

namespace window {

struct ShellOptions {
    std::string title = "Casebook";
    std::filesystem::path state_file;  // Where size and theme are kept; empty = nowhere.
    std::optional<bool> dark;          // Nothing: as it was the last time, light at first.
    float text_scale = 1.0F;           // The student's setting, on top of the display's scale.
    cards::Clock clock;
};

// Whether a window can be opened here at all.
bool has_display();

// Opens the window and draws `content` until it is closed or Ctrl+Q is pressed.
// `wake_at` says when a frame is wanted even if nothing happens. Throws
// std::runtime_error where no window can be opened, saying why.
// `first_frame` is called once, after the first frame is on the screen.
void run(const ShellOptions& options, const std::function<void(ui::Ui&)>& content,
         const std::function<std::optional<cards::Instant>()>& wake_at, const std::function<void()>& first_frame = {});

}  // namespace window
