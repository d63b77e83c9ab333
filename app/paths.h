// paths.h - where the student's files are, by the XDG base directory rules.
#pragma once

#include <filesystem>

namespace app {

// $XDG_DATA_HOME/casebook/library.casebook, by default below ~/.local/share.
// Throws std::runtime_error where neither that variable nor HOME is set.
std::filesystem::path default_library();

// $XDG_STATE_HOME/casebook, by default below ~/.local/state: window geometry and
// the last view. Empty where there is no home.
std::filesystem::path state_folder();

}  // namespace app
