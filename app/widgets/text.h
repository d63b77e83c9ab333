// text.h - text on the screen: lines, wrapped paragraphs, marked words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/widgets/ui.h"

namespace ui {

// Bytes begin to end of a text, drawn on a coloured ground.
struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct TextStyle {
    Font font;
    Colour colour;
    float leading = 1.25F;  // Distance of lines in units of the font's size.
};

TextStyle body(const Ui& ui);
TextStyle muted(const Ui& ui);
TextStyle small(const Ui& ui);  // Muted caption.
TextStyle strong(const Ui& ui);
TextStyle heading(const Ui& ui);
TextStyle title(const Ui& ui);
TextStyle reading(const Ui& ui);

// One line at the cursor; moves the cursor below it.
void line(Ui& ui, std::string_view text, const TextStyle& style);

// Wraps at `width` pixels (0 = what is left of the area), with its marks.
void paragraph(Ui& ui, std::string_view text, const TextStyle& style, float width = 0.0F,
               const std::vector<Mark>& marks = {});

// The height a paragraph of that width would take.
float paragraph_height(std::string_view text, const TextStyle& style, float width);

ImVec2 measure(std::string_view text, const Font& font);

// Draws into the window's list at a place, not moving the cursor; cut with an
// ellipsis where it is wider than `max_width` (0 = never).
void text_at(Ui& ui, ImVec2 place, std::string_view text, const Font& font, Colour colour, float max_width = 0.0F);

// Vertical space of `ems`.
void space(const Ui& ui, float ems);

}  // namespace ui
