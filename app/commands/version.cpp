#include <GLFW/glfw3.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "app/commands/commands.h"
#include "casebook_version.h"
#include "third_party/imgui.h"

namespace commands {

std::string version_text() {
    return fmt::format("casebook {}\nSQLite {}\nDear ImGui {}\nGLFW {}", casebook_version, sqlite3_libversion(),
                       ImGui::GetVersion(), glfwGetVersionString());
}

}  // namespace commands
