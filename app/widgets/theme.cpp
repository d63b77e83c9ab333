#include "app/widgets/theme.h"

#include <cmath>

namespace ui {
namespace {

double linear(unsigned channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
    return 0.2126 * linear((c.rgb >> 16U) & 255U) + 0.7152 * linear((c.rgb >> 8U) & 255U) +
           0.0722 * linear(c.rgb & 255U);
}

}  // namespace

ImVec4 Colour::vec4(float alpha) const noexcept {
    return {static_cast<float>((rgb >> 16U) & 255U) / 255.0F, static_cast<float>((rgb >> 8U) & 255U) / 255.0F,
            static_cast<float>(rgb & 255U) / 255.0F, alpha};
}

ImU32 Colour::u32(float alpha) const noexcept { return ImGui::ColorConvertFloat4ToU32(vec4(alpha)); }

double contrast(Colour a, Colour b) noexcept {
    const double la = luminance(a) + 0.05;
    const double lb = luminance(b) + 0.05;
    return la > lb ? la / lb : lb / la;
}

const Palette& light_palette() {
    static const Palette palette = {
        .page = {0xF6F4EF},
        .rail = {0xECE8DF},
        .surface = {0xFFFFFF},
        .sunken = {0xF1EEE7},
        .border = {0xDDD7CA},
        .outline = {0x857E70},
        .text = {0x1E1C18},
        .muted = {0x5F594D},
        .accent = {0x1F5A8C},
        .on_accent = {0xFFFFFF},
        .accent_soft = {0xDDE9F4},
        .good = {0x1E6B3C},
        .good_soft = {0xDFF1E4},
        .bad = {0xA32A20},
        .bad_soft = {0xFBE5E1},
        .warn = {0x7A4F00},
        .warn_soft = {0xFBEFD2},
        .fresh = {0x1F5A8C},
        .learning = {0x9A4A0B},
        .due = {0x1E6B3C},
        .mark = {0xFFE28A},
        .on_mark = {0x1E1C18},
    };
    return palette;
}

const Palette& dark_palette() {
    static const Palette palette = {
        .page = {0x16181C},
        .rail = {0x101216},
        .surface = {0x1F2228},
        .sunken = {0x15171B},
        .border = {0x343942},
        .outline = {0x79808C},
        .text = {0xECEAE4},
        .muted = {0xA9ABB0},
        .accent = {0x7FB6E6},
        .on_accent = {0x0C1620},
        .accent_soft = {0x22384C},
        .good = {0x7ACB94},
        .good_soft = {0x1B3626},
        .bad = {0xF0938A},
        .bad_soft = {0x44211E},
        .warn = {0xE9BE6A},
        .warn_soft = {0x3B2F17},
        .fresh = {0x7FB6E6},
        .learning = {0xEBA46A},
        .due = {0x7ACB94},
        .mark = {0x6B5513},
        .on_mark = {0xFFF6DA},
    };
    return palette;
}

Theme make_theme(bool dark, float scale) {
    Theme theme;
    theme.palette = dark ? dark_palette() : light_palette();
    theme.dark = dark;
    theme.em = 15.0F * scale;
    return theme;
}

void apply(const Theme& theme) {
    const Palette& p = theme.palette;
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.ChildRounding = theme.rounding();
    style.FrameRounding = theme.gap(0.4F);
    style.FramePadding = {theme.gap(0.65F), theme.gap(0.5F)};
    style.FrameBorderSize = theme.hairline();
    style.ItemSpacing = {theme.gap(0.6F), theme.gap(0.5F)};
    style.PopupRounding = theme.rounding();
    style.PopupBorderSize = theme.hairline();
    style.ScrollbarSize = theme.gap(0.75F);
    style.ScrollbarRounding = theme.gap(0.4F);
    style.GrabRounding = theme.gap(0.4F);

    ImVec4* colours = style.Colors;
    const ImVec4 none(0, 0, 0, 0);
    for (int i = 0; i < ImGuiCol_COUNT; ++i)
        colours[i] = p.surface.vec4();
    colours[ImGuiCol_Text] = p.text.vec4();
    colours[ImGuiCol_TextDisabled] = p.muted.vec4();
    colours[ImGuiCol_WindowBg] = p.page.vec4();
    colours[ImGuiCol_ChildBg] = none;
    colours[ImGuiCol_PopupBg] = p.surface.vec4();
    colours[ImGuiCol_Border] = p.outline.vec4();
    colours[ImGuiCol_BorderShadow] = none;
    colours[ImGuiCol_FrameBg] = p.surface.vec4();
    colours[ImGuiCol_FrameBgHovered] = p.surface.vec4();
    colours[ImGuiCol_FrameBgActive] = p.surface.vec4();
    colours[ImGuiCol_ScrollbarBg] = none;
    colours[ImGuiCol_ScrollbarGrab] = p.border.vec4();
    colours[ImGuiCol_ScrollbarGrabHovered] = p.outline.vec4();
    colours[ImGuiCol_ScrollbarGrabActive] = p.muted.vec4();
    colours[ImGuiCol_Button] = p.surface.vec4();
    colours[ImGuiCol_ButtonHovered] = p.accent_soft.vec4();
    colours[ImGuiCol_ButtonActive] = p.accent_soft.vec4();
    colours[ImGuiCol_Header] = p.accent_soft.vec4();
    colours[ImGuiCol_HeaderHovered] = p.accent_soft.vec4();
    colours[ImGuiCol_HeaderActive] = p.accent_soft.vec4();
    colours[ImGuiCol_TextSelectedBg] = p.accent.vec4(0.35F);
    colours[ImGuiCol_NavHighlight] = p.accent.vec4();
    colours[ImGuiCol_ModalWindowDimBg] = ImVec4(0, 0, 0, 0.4F);
}

}  // namespace ui
