// rig.h - drives views without a window: a display size, fonts, fed input, frames.
//
// click("Good") fails loudly where the widget is missing, there twice, clipped or
// disabled. The screen's text is read with shows().
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/session.h"
#include "app/widgets/ui.h"

namespace rig {

// A folder of its own under the system's temporary one, removed with it.
class TempFolder {
  public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    std::filesystem::path path;
};

// A clock that tests move: starts on 23 November 2026, 10:00 UTC.
struct TestClock {
    cards::Moment now{{20780 * cards::ms_per_day + 10 * cards::ms_per_hour}, 0};
    void pass_ms(std::int64_t ms) { now.at.unix_ms += ms; }
    void pass_days(int days) { now.at.unix_ms += days * cards::ms_per_day; }
};

// While it lives no file of this process can grow, as on a full disk.
class NoRoomToWrite {
  public:
    NoRoomToWrite();
    ~NoRoomToWrite();
    NoRoomToWrite(const NoRoomToWrite&) = delete;
    NoRoomToWrite& operator=(const NoRoomToWrite&) = delete;
};

// Ids that count up over the whole test program.
cards::IdSource counting_ids();

// A case of `facts` facts on different answers, as TOML. Every fact has three
// distractors and one question.
std::string sample_case(const std::string& id, int facts);

// A session on a library in `folder` with one shipped sample case of eight facts.
std::unique_ptr<app::Session> open_session(const TempFolder& folder, const TestClock& clock, int facts = 8);

class Rig {
  public:
    using Content = std::function<void(ui::Ui&)>;
    Rig(Content content, int width = 1180, int height = 780, float scale = 1.0F);
    ~Rig();
    Rig(const Rig&) = delete;
    Rig& operator=(const Rig&) = delete;

    ui::Ui ui;
    ui::Probe probe;
    std::string clipboard;  // What was copied last.

    // Draws until waiting input is used up, and two frames more.
    void frames();
    void press(ui::Key key, ui::Modifiers mods = {});
    void type(const std::string& ascii);
    void click(const std::string& label);

    // Whether a text with these words was drawn in the last frame.
    bool shows(const std::string& words) const;
    bool has(const std::string& label) const;

  private:
    void frame();
    const ui::ProbeItem& item(const std::string& label) const;
    Content content_;
    ImGuiContext* context_ = nullptr;
};

}  // namespace rig
