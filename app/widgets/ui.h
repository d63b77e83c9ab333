// ui.h - what every widget and view is handed for a frame.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/widgets/input.h"
#include "app/widgets/probe.h"
#include "app/widgets/theme.h"
#include "cards/time.h"

namespace ui {

// A font and the size it was built with, in pixels as ImGui counts them.
struct Font {
    ImFont* font = nullptr;
    float size = 0.0F;
};

struct Fonts {
    Font small;  // Captions, chips.
    Font body;
    Font strong;   // Body, semibold.
    Font heading;  // Titles of panels.
    Font title;    // Titles of views, questions.
    Font number;   // Large figures.
    Font reading;  // Passages and briefs, with serifs.
    Font reading_strong;
};

struct Toast {
    std::string text;
    bool is_error = false;
    cards::Instant until;
};

// One frame's surroundings.
struct Ui {
    Theme theme;
    Fonts fonts;
    Input input;
    Probe* probe = nullptr;  // Null in production.
    cards::Moment now;
    std::vector<Toast> toasts;
    std::function<void(const std::string&)> copy = [](const std::string&) {};
    bool wants_dark = false;   // The student's choice; the window follows it after the frame.
    bool wants_quit = false;   // The window closes after the frame.
    bool caret_rests = false;  // Nothing has happened for a while: the caret stops blinking.

    const Palette& palette() const noexcept { return theme.palette; }
    float gap(float ems) const noexcept { return theme.gap(ems); }

    // A key for an action: not while a text field wants the letters.
    bool key(Key key, Modifiers mods = {}) {
        const bool plain =
            !mods.ctrl && !mods.alt && key != Key::Enter && key != Key::KeypadEnter && key != Key::Escape;
        if (plain && ImGui::GetIO().WantTextInput) return false;
        return input.use(key, mods);
    }
    bool character(unsigned codepoint) { return !ImGui::GetIO().WantTextInput && input.use_character(codepoint); }

    void toast(const std::string& text, bool is_error = false) {
        const std::int64_t shown_ms = is_error ? 12'000 : 4'000;
        toasts.push_back({text, is_error, {now.at.unix_ms + shown_ms}});
    }
};

// Pushes a font for as long as it lives.
class FontScope {
  public:
    explicit FontScope(const Font& font) { imgui_compat::push_font(font.font, font.size); }
    ~FontScope() { ImGui::PopFont(); }
    FontScope(const FontScope&) = delete;
    FontScope& operator=(const FontScope&) = delete;
};

}  // namespace ui
