#include "app/widgets/controls.h"

#include <algorithm>
#include <cctype>

namespace ui {
namespace {

constexpr float button_height_ems = 2.5F;
constexpr float detailed_button_height_ems = 3.4F;

// A press area of our own drawing at the cursor.
struct Area {
    ImVec2 begin;
    ImVec2 end;
    bool pressed = false;
    bool hovered = false;
    bool held = false;
};

Area press_area(Ui& ui, std::string_view label, ImVec2 size, bool enabled) {
    Area area;
    area.begin = ImGui::GetCursorScreenPos();
    area.end = {area.begin.x + size.x, area.begin.y + size.y};
    ImGui::PushID(label.data(), label.data() + label.size());
    if (!enabled) ImGui::BeginDisabled();
    area.pressed = ImGui::InvisibleButton("press", size);
    area.hovered = ImGui::IsItemHovered();
    area.held = ImGui::IsItemActive();
    record(ui, label, enabled);
    if (!enabled) ImGui::EndDisabled();
    ImGui::PopID();
    if (area.hovered && enabled) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return area;
}

void ground(Ui& ui, const Area& area, Colour fill, Colour edge, float edge_width) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(area.begin, area.end, fill.u32(), ui.theme.rounding());
    if (edge_width > 0) list->AddRect(area.begin, area.end, edge.u32(), ui.theme.rounding(), 0, edge_width);
}

}  // namespace

void record(Ui& ui, std::string_view label, bool enabled) {
    if (ui.probe == nullptr) return;
    ProbeItem item;
    item.label = label;
    item.id = ImGui::GetItemID();
    item.begin = ImGui::GetItemRectMin();
    item.end = ImGui::GetItemRectMax();
    item.enabled = enabled;
    const ImRect rect(item.begin, item.end);
    ImRect clipped = rect;
    clipped.ClipWith(ImGui::GetCurrentWindow()->ClipRect);
    item.visible = clipped.GetWidth() > 0 && clipped.GetHeight() >= rect.GetHeight() * 0.5F;
    ui.probe->items.push_back(item);
}

ImVec2 key_cap_size(const Ui& ui, std::string_view key) {
    const ImVec2 text = measure(key, ui.fonts.small);
    const float height = ui.fonts.small.size + ui.gap(0.2F);
    return {std::max(height, text.x + ui.gap(0.6F)), height};
}

void key_cap(Ui& ui, ImVec2 place, std::string_view key, Colour ink) {
    const ImVec2 size = key_cap_size(ui, key);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRect(place, {place.x + size.x, place.y + size.y}, ink.u32(0.55F), ui.gap(0.25F), 0, ui.theme.hairline());
    const ImVec2 text = measure(key, ui.fonts.small);
    text_at(ui, {place.x + (size.x - text.x) / 2, place.y + (size.y - text.y) / 2}, key, ui.fonts.small, ink);
}

float button_width(const Ui& ui, std::string_view label, const ButtonOptions& options) {
    float width = measure(label, ui.fonts.strong).x + ui.gap(2.0F);
    if (!options.key.empty()) width += key_cap_size(ui, options.key).x + ui.gap(0.6F);
    return std::max(width, measure(options.detail, ui.fonts.small).x + ui.gap(2.0F));
}

bool button(Ui& ui, std::string_view label, const ButtonOptions& options) {
    const Palette& p = ui.palette();
    const bool two_lines = !options.detail.empty();
    const float width = options.width > 0 ? options.width : button_width(ui, label, options);
    const ImVec2 size{width, ui.gap(two_lines ? detailed_button_height_ems : button_height_ems)};
    const Area area = press_area(ui, label, size, options.enabled);

    const bool primary = options.kind == ButtonKind::Primary;
    const bool quiet = options.kind == ButtonKind::Quiet;
    Colour fill = primary ? p.accent : options.marked ? p.accent_soft : p.surface;
    const Colour ink = !options.enabled ? p.muted : primary ? p.on_accent : p.text;
    if (!options.enabled && primary) fill = p.sunken;
    if (area.hovered && options.enabled && !primary) fill = p.accent_soft;
    const float edge = quiet ? 0.0F : ui.theme.hairline() * (options.marked ? 2.0F : 1.0F);
    if (!quiet || area.hovered) {
        ground(ui, area, fill, options.marked || primary ? p.accent : p.outline, primary ? 0.0F : edge);
    }
    if (primary && area.hovered && options.enabled) {
        ImGui::GetWindowDrawList()->AddRect(area.begin, area.end, p.text.u32(0.4F), ui.theme.rounding(), 0,
                                            ui.theme.hairline() * 2);
    }

    const ImVec2 text = measure(label, ui.fonts.strong);
    const ImVec2 cap = options.key.empty() ? ImVec2(0, 0) : key_cap_size(ui, options.key);
    const float cap_gap = options.key.empty() ? 0.0F : ui.gap(0.6F);
    const float row = text.x + cap_gap + cap.x;
    const float x = area.begin.x + (size.x - row) / 2;
    const float middle = two_lines ? area.begin.y + size.y * 0.33F : area.begin.y + size.y / 2;
    text_at(ui, {x, middle - text.y / 2}, label, ui.fonts.strong, ink);
    if (!options.key.empty()) key_cap(ui, {x + text.x + cap_gap, middle - cap.y / 2}, options.key, ink);
    if (two_lines) {
        const ImVec2 detail = measure(options.detail, ui.fonts.small);
        text_at(ui, {area.begin.x + (size.x - detail.x) / 2, area.begin.y + size.y * 0.70F - detail.y / 2},
                options.detail, ui.fonts.small, primary ? p.on_accent : p.muted);
    }
    return area.pressed && options.enabled;
}

bool option_row(Ui& ui, int number, std::string_view text, OptionLook look, float width) {
    const Palette& p = ui.palette();
    const std::string key = std::to_string(number);
    const float pad = ui.gap(0.8F);
    const float left = pad + key_cap_size(ui, key).x + ui.gap(0.9F);
    const TextStyle style = body(ui);
    const float right = ui.gap(2.2F);
    const float text_height = paragraph_height(text, style, width - left - right);
    const float height = text_height + 2 * ui.gap(0.55F);

    const ImVec2 cursor = ImGui::GetCursorPos();
    const bool open = look == OptionLook::Open;
    const Area area = press_area(ui, text, {width, height}, open);
    Colour fill = p.surface;
    Colour edge = p.outline;
    Colour ink = p.text;
    const char* sign = nullptr;
    if (look == OptionLook::Right) {
        fill = p.good_soft;
        edge = p.good;
        sign = "\xE2\x9C\x93";
    } else if (look == OptionLook::WrongChosen) {
        fill = p.bad_soft;
        edge = p.bad;
        sign = "\xE2\x9C\x97";
    } else if (look == OptionLook::Other) {
        edge = p.border;
        ink = p.muted;
    } else if (area.hovered) {
        fill = p.accent_soft;
        edge = p.accent;
    }
    ground(ui, area, fill, edge, ui.theme.hairline() * (sign != nullptr ? 2.0F : 1.0F));
    const ImVec2 cap = key_cap_size(ui, key);
    const float first_line = area.begin.y + ui.gap(0.55F) + style.font.size * 0.5F;
    key_cap(ui, {area.begin.x + pad, first_line - cap.y / 2}, key, open ? p.muted : ink);
    if (sign != nullptr) {
        const ImVec2 size = measure(sign, ui.fonts.heading);
        text_at(ui, {area.end.x - pad - size.x, (area.begin.y + area.end.y - size.y) / 2}, sign, ui.fonts.heading,
                edge);
    }
    const ImVec2 after = ImGui::GetCursorPos();
    ImGui::SetCursorScreenPos({area.begin.x + left, area.begin.y + ui.gap(0.55F)});
    TextStyle coloured = style;
    coloured.colour = ink;
    paragraph(ui, text, coloured, width - left - right);
    ImGui::SetCursorPos(cursor);
    ImGui::Dummy({width, height});
    ImGui::SetCursorPos(after);
    return area.pressed;
}

bool field(Ui& ui, std::string_view label, std::string& text, const FieldOptions& options) {
    const Palette& p = ui.palette();
    const std::string id(label);
    ImGui::PushID(id.c_str());
    const FontScope font(options.large ? ui.fonts.heading : ui.fonts.body);
    const float width = options.width > 0 ? options.width : ImGui::GetContentRegionAvail().x;
    const ImVec2 begin = ImGui::GetCursorScreenPos();
    ImGui::PushStyleColor(ImGuiCol_Border, options.bad ? p.bad.vec4() : p.outline.vec4());
    if (options.focus) ImGui::SetKeyboardFocusHere();
    ImGui::GetIO().ConfigInputTextCursorBlink = !ui.caret_rests;
    bool entered = false;
    if (options.lines > 1) {
        const float height =
            ImGui::GetTextLineHeight() * static_cast<float>(options.lines) + ImGui::GetStyle().FramePadding.y * 2;
        ImGui::InputTextMultiline("##text", &text, {width, height});
    } else {
        ImGui::SetNextItemWidth(width);
        entered = ImGui::InputText("##text", &text, ImGuiInputTextFlags_EnterReturnsTrue);
    }
    record(ui, label);
    const bool active = ImGui::IsItemActive();
    const ImVec2 item_begin = ImGui::GetItemRectMin();
    const ImVec2 item_end = ImGui::GetItemRectMax();
    if (active) {
        ImGui::GetWindowDrawList()->AddRect(item_begin, item_end, p.accent.u32(), ImGui::GetStyle().FrameRounding, 0,
                                            ui.theme.hairline() * 2);
    }
    if (text.empty() && !options.hint.empty()) {
        const ImVec2 pad = ImGui::GetStyle().FramePadding;
        text_at(ui, {begin.x + pad.x, begin.y + pad.y}, options.hint, options.large ? ui.fonts.heading : ui.fonts.body,
                p.muted, width - 2 * pad.x);
    }
    if (ui.probe != nullptr) ui.probe->texts.push_back(text);
    ImGui::PopStyleColor();
    ImGui::PopID();
    return entered;
}

bool choice(Ui& ui, std::string_view label, const std::vector<std::string>& items, int& chosen, float width) {
    const std::string id = "##" + std::string(label);
    const FontScope font(ui.fonts.body);
    const bool known = chosen >= 0 && chosen < static_cast<int>(items.size());
    const std::string shown = known ? items[static_cast<std::size_t>(chosen)] : std::string();
    bool changed = false;
    ImGui::SetNextItemWidth(width);
    ImGui::PushStyleColor(ImGuiCol_Button, ui.palette().sunken.vec4());
    const bool opened = ImGui::BeginCombo(id.c_str(), shown.c_str(), ImGuiComboFlags_HeightLarge);
    ImGui::PopStyleColor();
    if (!opened) record(ui, label);
    if (ui.probe != nullptr) ui.probe->texts.push_back(shown);
    if (opened) {
        for (int i = 0; i < static_cast<int>(items.size()); ++i) {
            const std::string& item = items[static_cast<std::size_t>(i)];
            ImGui::PushID(i);
            if (ImGui::Selectable(item.c_str(), i == chosen)) {
                changed = i != chosen;
                chosen = i;
            }
            record(ui, item);
            ImGui::PopID();
        }
        ImGui::EndCombo();
    }
    return changed;
}

void chip(Ui& ui, std::string_view text, Colour fill, Colour ink) {
    const ImVec2 size = measure(text, ui.fonts.small);
    const ImVec2 begin = ImGui::GetCursorScreenPos();
    const ImVec2 end{begin.x + size.x + ui.gap(1.1F), begin.y + size.y + ui.gap(0.35F)};
    ImGui::GetWindowDrawList()->AddRectFilled(begin, end, fill.u32(), (end.y - begin.y) / 2);
    text_at(ui, {begin.x + ui.gap(0.55F), begin.y + ui.gap(0.175F)}, text, ui.fonts.small, ink);
    ImGui::Dummy({end.x - begin.x, end.y - begin.y});
}

void progress_bar(Ui& ui, float part, float width, Colour colour) {
    const ImVec2 begin = ImGui::GetCursorScreenPos();
    const float height = ui.gap(0.35F);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(begin, {begin.x + width, begin.y + height}, ui.palette().border.u32(), height / 2);
    const float filled = width * std::clamp(part, 0.0F, 1.0F);
    if (filled > height) list->AddRectFilled(begin, {begin.x + filled, begin.y + height}, colour.u32(), height / 2);
    ImGui::Dummy({width, height});
}

bool nav_item(Ui& ui, std::string_view label, std::string_view key, bool current, float width) {
    const Palette& p = ui.palette();
    const Area area = press_area(ui, label, {width, ui.gap(2.5F)}, true);
    if (current || area.hovered) {
        ImGui::GetWindowDrawList()->AddRectFilled(area.begin, area.end, (current ? p.surface : p.page).u32(),
                                                  ui.theme.rounding());
    }
    if (current) {
        ImGui::GetWindowDrawList()->AddRectFilled({area.begin.x, area.begin.y + ui.gap(0.6F)},
                                                  {area.begin.x + ui.gap(0.22F), area.end.y - ui.gap(0.6F)},
                                                  p.accent.u32(), ui.gap(0.1F));
    }
    const Font& font = current ? ui.fonts.strong : ui.fonts.body;
    const float middle = (area.begin.y + area.end.y) / 2;
    text_at(ui, {area.begin.x + ui.gap(0.9F), middle - font.size / 2}, label, font, p.text);
    const ImVec2 hint = measure(key, ui.fonts.small);
    text_at(ui, {area.end.x - ui.gap(0.7F) - hint.x, middle - hint.y / 2}, key, ui.fonts.small, p.muted);
    return area.pressed;
}

bool copy_link(Ui& ui, std::string_view address, float width) {
    const Palette& p = ui.palette();
    const float copy_width = measure("Copy", ui.fonts.small).x + ui.gap(0.8F);
    const Area area = press_area(ui, address, {width, ui.fonts.small.size * 1.35F}, true);
    const float y = area.begin.y + ui.fonts.small.size * 0.15F;
    text_at(ui, {area.begin.x, y}, address, ui.fonts.small, p.accent, width - copy_width - ui.gap(0.3F));
    const ImVec2 size = measure("Copy", ui.fonts.small);
    text_at(ui, {area.end.x - size.x, y}, "Copy", ui.fonts.small, area.hovered ? p.text : p.muted);
    if (area.pressed) {
        ui.copy(std::string(address));
        ui.toast("Address copied.");
    }
    return area.pressed;
}

AreaScope::AreaScope(Ui& ui, const char* id, ImVec2 size, float padding_ems, ImGuiWindowFlags flags) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.gap(padding_ems), ui.gap(padding_ems)));
    imgui_compat::begin_child(id, size, flags);
    ImGui::PopStyleVar();
}

AreaScope::~AreaScope() { ImGui::EndChild(); }

}  // namespace ui
