// input.h - keyboard and mouse events, handed on to frames one at a time.
//
// ImGui 1.86 loses a key that is pressed and released between two frames, so events
// wait here, and each frame takes at most one change per key and button. The frame
// loop keeps drawing while anything waits. The window's callbacks and the tests'
// rig feed the same queue.
#pragma once

#include <deque>
#include <string>
#include <variant>
#include <vector>

#include "third_party/imgui.h"

namespace ui {

using imgui_compat::Key;
using imgui_compat::Modifiers;

struct KeyEvent {
    Key key = Key::None;
    bool down = false;
    Modifiers mods;
};
struct TextEvent {
    unsigned codepoint = 0;
};
struct MouseMove {
    ImVec2 position;
};
struct MouseButton {
    int button = 0;  // 0 left, 1 right, 2 middle.
    bool down = false;
    Modifiers mods;
};
struct MouseWheel {
    float x = 0;
    float y = 0;
};
using InputEvent = std::variant<KeyEvent, TextEvent, MouseMove, MouseButton, MouseWheel>;

class Input {
  public:
    void push(const InputEvent& event) { waiting_.push_back(event); }
    bool empty() const noexcept { return waiting_.empty(); }

    // Before NewFrame: hands the next events on to ImGui and notes pressed keys.
    void feed_frame(ImGuiIO& io);

    // Whether the key went down in this frame with exactly these modifiers. `use`
    // takes it away, so that one press does one thing.
    bool pressed(Key key, Modifiers mods = {}) const noexcept;
    bool use(Key key, Modifiers mods = {}) noexcept;

    // Takes every key and character of this frame away.
    void forget() {
        pressed_.clear();
        characters_.clear();
    }

    // A character typed in this frame that no text field took, e.g. '?' or '@'.
    bool use_character(unsigned codepoint) noexcept;

  private:
    std::deque<InputEvent> waiting_;
    int frames_to_hold_ = 0;  // After Tab: the field it leads to takes some frames to take text.
    std::vector<KeyEvent> pressed_;
    std::vector<unsigned> characters_;
};

inline constexpr Modifiers ctrl{true, false, false, false};
inline constexpr Modifiers shift{false, true, false, false};

}  // namespace ui
