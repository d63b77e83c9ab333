#include "app/widgets/input.h"

#include <algorithm>
#include <set>

namespace ui {
namespace {

bool same(Modifiers a, Modifiers b) {
    return a.ctrl == b.ctrl && a.shift == b.shift && a.alt == b.alt && a.super == b.super;
}

}  // namespace

void Input::feed_frame(ImGuiIO& io) {
    pressed_.clear();
    characters_.clear();
    if (frames_to_hold_ > 0) {
        --frames_to_hold_;
        return;
    }
    std::set<int> changed_keys;
    std::set<int> changed_buttons;
    bool button_changed = false;
    while (!waiting_.empty()) {
        const InputEvent& event = waiting_.front();
        if (const auto* key = std::get_if<KeyEvent>(&event)) {
            if (button_changed || !changed_keys.insert(static_cast<int>(key->key)).second) return;
            imgui_compat::feed_key(io, key->key, key->down, key->mods);
            if (key->down) pressed_.push_back(*key);
            if (key->key == Key::Tab && key->down) {
                constexpr int frames_to_focus = 3;
                frames_to_hold_ = frames_to_focus;
                waiting_.pop_front();
                return;
            }
        } else if (const auto* text = std::get_if<TextEvent>(&event)) {
            io.AddInputCharacter(text->codepoint);
            characters_.push_back(text->codepoint);
        } else if (const auto* move = std::get_if<MouseMove>(&event)) {
            if (button_changed) return;  // A click belongs where it was made.
            imgui_compat::feed_mouse(io, move->position);
        } else if (const auto* button = std::get_if<MouseButton>(&event)) {
            if (!changed_buttons.insert(button->button).second) return;
            imgui_compat::feed_button(io, button->button, button->down);
            button_changed = true;
        } else if (const auto* wheel = std::get_if<MouseWheel>(&event)) {
            imgui_compat::feed_wheel(io, wheel->x, wheel->y);
        }
        waiting_.pop_front();
    }
}

bool Input::pressed(Key key, Modifiers mods) const noexcept {
    return std::any_of(pressed_.begin(), pressed_.end(),
                       [&](const KeyEvent& e) { return e.key == key && same(e.mods, mods); });
}

bool Input::use(Key key, Modifiers mods) noexcept {
    const auto found = std::find_if(pressed_.begin(), pressed_.end(),
                                    [&](const KeyEvent& e) { return e.key == key && same(e.mods, mods); });
    if (found == pressed_.end()) return false;
    pressed_.erase(found);
    return true;
}

bool Input::use_character(unsigned codepoint) noexcept {
    const auto found = std::find(characters_.begin(), characters_.end(), codepoint);
    if (found == characters_.end()) return false;
    characters_.erase(found);
    return true;
}

}  // namespace ui
