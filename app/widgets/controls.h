// controls.h - what can be pressed and typed into.
//
// Every control here records itself in the probe by its label. A control returns
// true in the frame in which it was used.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/widgets/text.h"

namespace ui {

enum class ButtonKind { Plain, Primary, Quiet };

struct ButtonOptions {
    ButtonKind kind = ButtonKind::Plain;
    std::string_view key = {};     // Shown on the button: "Enter", "1".
    std::string_view detail = {};  // A second line: "10 min".
    float width = 0.0F;            // Pixels; 0 = as wide as its text.
    bool enabled = true;
    bool marked = false;  // Outlined in the accent: the proposed one.
};

bool button(Ui& ui, std::string_view label, const ButtonOptions& options = {});

// The width button() takes for a label with these options.
float button_width(const Ui& ui, std::string_view label, const ButtonOptions& options);

enum class OptionLook { Open, Right, WrongChosen, Other };

// One answer of several, over the whole width: a numbered row whose text wraps.
bool option_row(Ui& ui, int number, std::string_view text, OptionLook look, float width);

// A one-line text field. `focus` puts the caret in. True when Enter was pressed.
struct FieldOptions {
    std::string_view hint = {};  // Shown while empty.
    float width = 0.0F;          // 0 = what is left.
    bool focus = false;
    bool bad = false;  // Outlined as wrong.
    bool large = false;
    int lines = 1;  // More: a text area.
};
bool field(Ui& ui, std::string_view label, std::string& text, const FieldOptions& options = {});

// One of a list, opening downwards. True when another was chosen.
bool choice(Ui& ui, std::string_view label, const std::vector<std::string>& items, int& chosen, float width);

// A small rounded label.
void chip(Ui& ui, std::string_view text, Colour ground, Colour ink);

// A key as drawn on a keyboard.
void key_cap(Ui& ui, ImVec2 place, std::string_view key, Colour ink);
ImVec2 key_cap_size(const Ui& ui, std::string_view key);

// A bar filled to `part` (0 to 1).
void progress_bar(Ui& ui, float part, float width, Colour colour);

// A row of the navigation.
bool nav_item(Ui& ui, std::string_view label, std::string_view key, bool current, float width);

// A link's text with "Copy" beside it; the address goes to the clipboard.
bool copy_link(Ui& ui, std::string_view address, float width);

// Records a widget in the probe: the last item ImGui placed.
void record(Ui& ui, std::string_view label, bool enabled = true);

// A panel: its own ground, border and padding, as high as its content. Its
// contents are drawn by `content`, which is given the inner width. Panels do not nest.
template <typename Content>
void panel(Ui& ui, float width, Colour ground, const Content& content);

// A scrolling area with padding.
class AreaScope {
  public:
    AreaScope(Ui& ui, const char* id, ImVec2 size, float padding_ems, ImGuiWindowFlags flags = 0);
    ~AreaScope();
    AreaScope(const AreaScope&) = delete;
    AreaScope& operator=(const AreaScope&) = delete;
};

template <typename Content>
void panel(Ui& ui, float width, Colour ground, const Content& content) {
    const float pad = ui.gap(1.0F);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 begin = ImGui::GetCursorScreenPos();
    ImDrawListSplitter layers;
    layers.Split(list, 2);
    layers.SetCurrentChannel(list, 1);
    ImGui::SetCursorScreenPos({begin.x + pad, begin.y + pad});
    ImGui::BeginGroup();
    content(width - 2 * pad);
    ImGui::EndGroup();
    const float height = ImGui::GetItemRectSize().y + 2 * pad;
    layers.SetCurrentChannel(list, 0);
    const ImVec2 end{begin.x + width, begin.y + height};
    list->AddRectFilled(begin, end, ground.u32(), ui.theme.rounding());
    list->AddRect(begin, end, ui.palette().border.u32(), ui.theme.rounding(), 0, ui.theme.hairline());
    layers.Merge(list);
    ImGui::SetCursorScreenPos(begin);
    ImGui::Dummy({width, height});
}

}  // namespace ui
