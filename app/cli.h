// cli.h - the command line: which command with which options. CLI11 is known here alone.
#pragma once

#include <functional>

#include "app/commands/program.h"

namespace cli {

struct WindowWish {
    bool dark = false;
    double text_scale = 1.0;
    bool time_first_frame = false;
};

struct Hooks {
    std::function<int(const WindowWish&)> open;  // No command was named.
    std::function<void()> catch_interrupts;      // Before a command that reads the terminal.
};

// Reads the command line and does what it says; the exit status.
int run(int argc, char** argv, commands::Program& program, const Hooks& hooks);

}  // namespace cli
