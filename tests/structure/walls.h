// walls.h - which room of the house may use what, and what crosses a wall.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace structure {

inline constexpr int long_file_lines = 400;

// Every place in a C++ file that crosses a wall, as "file:line: what, and why not".
// `file` is its path from the top of the project, e.g. "cards/memory/fit.cpp".
std::vector<std::string> crossings(const std::string& file, const std::string& text);

// Every place where a text names a folder of the machine it was written on: `top`,
// the project's own folder there, or somebody's home.
std::vector<std::string> machine_paths(const std::string& file, const std::string& text,
                                       const std::filesystem::path& top);

// "file: N lines …" where a file is so long that a second noun may be in it, or "".
std::string too_long(const std::string& file, const std::string& text);

}  // namespace structure
