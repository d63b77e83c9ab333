// terminal.h - how a card is asked and shown in the terminal: for study and cram.
#pragma once

#include "app/commands/program.h"

namespace commands {

// What the student typed, without the line end; nothing at its end or after Ctrl+C.
std::optional<std::string> read_line(Program& program);

// `left` says what is still to come, e.g. "3 new, 1 due".
void print_prompt(Program& program, const app::Prompt& prompt, const std::string& left);
void print_reveal(Program& program, const app::Reveal& reveal);

// 1 to 9, for a text of that one character.
std::optional<int> digit(const std::string& text);

// What a student must know of today before the first card: the clock, a backlog.
std::string notices(const app::Today& today);

}  // namespace commands
