// theme.h - every colour and distance of the window, by name.
//
// Distances are in units of `em`, the body text's nominal size in pixels, so that
// one number scales the window. No widget or view names a colour or a pixel
// itself.
#pragma once

#include "third_party/imgui.h"

namespace ui {

// Red, green, blue as 0xRRGGBB.
struct Colour {
    unsigned rgb = 0;
    ImU32 u32(float alpha = 1.0F) const noexcept;
    ImVec4 vec4(float alpha = 1.0F) const noexcept;
};

// Contrast ratio of two colours, 1 to 21, as WCAG 2.1 defines it.
double contrast(Colour a, Colour b) noexcept;

struct Palette {
    Colour page;     // Behind everything.
    Colour rail;     // Behind the navigation.
    Colour surface;  // Panels and cards.
    Colour sunken;   // Fields, tracks of bars.
    Colour border;   // Lines between areas: decoration.
    Colour outline;  // Edges of fields and buttons: 3:1 against their surroundings.
    Colour text;
    Colour muted;        // Text of less weight.
    Colour accent;       // The main action, links, focus.
    Colour on_accent;    // Text on it.
    Colour accent_soft;  // Behind what is chosen.
    Colour good;
    Colour good_soft;
    Colour bad;
    Colour bad_soft;
    Colour warn;
    Colour warn_soft;
    Colour fresh;  // New cards.
    Colour learning;
    Colour due;
    Colour mark;  // Behind marked words.
    Colour on_mark;
};

const Palette& light_palette();
const Palette& dark_palette();

struct Theme {
    Palette palette;
    bool dark = false;
    float em = 15.0F;  // Pixels; the display's scale and the text setting are in it.

    float gap(float ems) const noexcept { return static_cast<float>(static_cast<int>(ems * em + 0.5F)); }
    float rounding() const noexcept { return gap(0.55F); }
    float hairline() const noexcept { return em < 22.0F ? 1.0F : 2.0F; }
};

// A theme for `scale` (1.0 = 96 dpi at 100 % text).
Theme make_theme(bool dark, float scale);

// Sets ImGui's own style from the theme, for the few parts it draws by itself.
void apply(const Theme& theme);

}  // namespace ui
