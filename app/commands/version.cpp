#include <fmt/format.h>

#include "app/commands/commands.h"
#include "app/window/version.h"
#include "cards/store/version.h"
#include "casebook_version.h"

namespace commands {

std::string version_text() {
    return fmt::format("casebook {}\nSQLite {}\nDear ImGui {}\nGLFW {}", casebook_version,
                       cards::store::sqlite_version(), window::imgui_version(), window::glfw_version());
}

}  // namespace commands
