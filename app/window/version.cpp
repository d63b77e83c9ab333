#include "app/window/version.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "third_party/imgui.h"

namespace window {

const char* glfw_version() noexcept { return glfwGetVersionString(); }
const char* imgui_version() noexcept { return ImGui::GetVersion(); }

}  // namespace window
