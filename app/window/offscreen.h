// offscreen.h - frames drawn without any display, by EGL into memory.
#pragma once

#include <functional>
#include <memory>

#include "app/widgets/ui.h"
#include "app/window/picture.h"

namespace window {

// A drawing surface of a fixed size with its own ImGui context.
class Offscreen {
  public:
    // Throws std::runtime_error where EGL or OpenGL is missing, saying what to install.
    Offscreen(int width, int height, const ui::Theme& theme);
    ~Offscreen();
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

    ui::Ui& ui() noexcept;

    // Runs a frame: feeds waiting input, draws `content`.
    void frame(const std::function<void(ui::Ui&)>& content);

    // What the last frame looks like.
    Picture picture() const;

  private:
    struct Surface;
    std::unique_ptr<Surface> surface_;
};

}  // namespace window
