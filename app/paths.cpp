#include "app/paths.h"

#include <cstdlib>
#include <stdexcept>

namespace app {
namespace {

// The folder a variable names (absolute ones only, as XDG says), or one below HOME.
std::filesystem::path folder(const char* variable, const char* below_home) {
    const char* set = std::getenv(variable);
    if (set != nullptr && std::filesystem::path(set).is_absolute()) return set;
    const char* home = std::getenv("HOME");
    if (home != nullptr && std::filesystem::path(home).is_absolute()) return std::filesystem::path(home) / below_home;
    return {};
}

}  // namespace

std::filesystem::path default_library() {
    const std::filesystem::path data = folder("XDG_DATA_HOME", ".local/share");
    if (data.empty()) {
        throw std::runtime_error(
            "Could not find a place for your library: HOME is not set.\n    Name one: casebook --library FILE");
    }
    return data / "casebook" / "library.casebook";
}

std::filesystem::path state_folder() {
    const std::filesystem::path state = folder("XDG_STATE_HOME", ".local/state");
    return state.empty() ? state : state / "casebook";
}

}  // namespace app
