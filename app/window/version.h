// version.h - which window libraries the program runs on.
#pragma once

namespace window {

const char* glfw_version() noexcept;   // "3.3.8 X11 …"
const char* imgui_version() noexcept;  // "1.86"

}  // namespace window
