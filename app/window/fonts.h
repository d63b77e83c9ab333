// fonts.h - the window's fonts, from those embedded in the program.
#pragma once

#include "app/widgets/ui.h"

namespace window {

// Fills the atlas of the current ImGui context with every font a view uses, drawn
// by FreeType for `em` pixels to the em. Latin, Greek, Cyrillic and punctuation.
ui::Fonts load_fonts(ImFontAtlas& atlas, float em);

}  // namespace window
