// screen.h - a screen of the tests' own, which nobody sees (Xvfb).
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "tests/support/process.h"

namespace e2e {

class Screen {
  public:
    // Why there can be no screen on this machine; nothing where there can.
    static std::optional<std::string> missing();

    // Starts one on a free display, with a keyboard of two layouts.
    Screen();

    const std::string& display() const noexcept { return display_; }

    // Runs xdotool; fails the test where it fails. Returns what it printed.
    std::string xdotool(const support::Command& arguments) const;

    // Writes a picture of the whole screen where the system can.
    void picture(const std::filesystem::path& file) const;

  private:
    support::Environment environment_;
    std::string display_;
    std::optional<support::Process> server_;
};

}  // namespace e2e

// Ends a test case where there can be no screen, saying why.
#define NEEDS_A_SCREEN()                                       \
    if (const auto missing = e2e::Screen::missing()) {         \
        WARN("Skipped, for there is no window: " << *missing); \
        return;                                                \
    }
