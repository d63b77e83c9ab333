// probe.h - what a frame put on the screen, for tests.
//
// Null in production. Every widget that takes input records itself, every text
// drawn is kept, so that a test can click "Good" by its name and read the screen.
#pragma once

#include <string>
#include <vector>

#include "third_party/imgui.h"

namespace ui {

struct ProbeItem {
    std::string label;
    ImGuiID id = 0;
    ImVec2 begin;  // Rectangle on the screen, in pixels.
    ImVec2 end;
    bool enabled = true;
    bool visible = true;  // Not clipped away, at least for the greater part.
};

struct Probe {
    std::vector<ProbeItem> items;
    std::vector<std::string> texts;

    void start_frame() {
        items.clear();
        texts.clear();
    }
};

}  // namespace ui
