#include "app/window/shell.h"

#define GLFW_INCLUDE_NONE
#include <GL/gl.h>
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "app/window/fonts.h"

namespace window {
namespace {

using ui::Key;

// Frames drawn after an event: ImGui needs a second to react and a third to settle.
constexpr int frames_after_event = 3;
constexpr double longest_sleep_seconds = 60.0;
constexpr double caret_blinks_for_seconds = 5.0;
constexpr double caret_period_seconds = 0.4;
constexpr int default_width = 1180;
constexpr int default_height = 780;
constexpr int least_width = 640;
constexpr int least_height = 480;

Key key_from(int glfw) {
    if (glfw >= GLFW_KEY_A && glfw <= GLFW_KEY_Z) return static_cast<Key>(static_cast<int>(Key::A) + glfw - GLFW_KEY_A);
    if (glfw >= GLFW_KEY_0 && glfw <= GLFW_KEY_9)
        return static_cast<Key>(static_cast<int>(Key::D0) + glfw - GLFW_KEY_0);
    if (glfw >= GLFW_KEY_KP_0 && glfw <= GLFW_KEY_KP_9) {
        return static_cast<Key>(static_cast<int>(Key::D0) + glfw - GLFW_KEY_KP_0);
    }
    switch (glfw) {
        case GLFW_KEY_TAB: return Key::Tab;
        case GLFW_KEY_LEFT: return Key::Left;
        case GLFW_KEY_RIGHT: return Key::Right;
        case GLFW_KEY_UP: return Key::Up;
        case GLFW_KEY_DOWN: return Key::Down;
        case GLFW_KEY_PAGE_UP: return Key::PageUp;
        case GLFW_KEY_PAGE_DOWN: return Key::PageDown;
        case GLFW_KEY_HOME: return Key::Home;
        case GLFW_KEY_END: return Key::End;
        case GLFW_KEY_INSERT: return Key::Insert;
        case GLFW_KEY_DELETE: return Key::Delete;
        case GLFW_KEY_BACKSPACE: return Key::Backspace;
        case GLFW_KEY_SPACE: return Key::Space;
        case GLFW_KEY_ENTER: return Key::Enter;
        case GLFW_KEY_KP_ENTER: return Key::KeypadEnter;
        case GLFW_KEY_ESCAPE: return Key::Escape;
        case GLFW_KEY_SLASH: return Key::Slash;
        case GLFW_KEY_MINUS:
        case GLFW_KEY_KP_SUBTRACT: return Key::Minus;
        case GLFW_KEY_EQUAL: return Key::Equal;
        case GLFW_KEY_COMMA: return Key::Comma;
        case GLFW_KEY_F1: return Key::F1;
        case GLFW_KEY_F5: return Key::F5;
        default: return Key::None;
    }
}

ui::Modifiers modifiers(int mods) {
    return {(mods & GLFW_MOD_CONTROL) != 0, (mods & GLFW_MOD_SHIFT) != 0, (mods & GLFW_MOD_ALT) != 0,
            (mods & GLFW_MOD_SUPER) != 0};
}

// What the callbacks reach through GLFW's user pointer.
struct Shell {
    ui::Ui ui;
    int frames_due = frames_after_event;

    void happened() { frames_due = frames_after_event; }
};

Shell& shell_of(GLFWwindow* window) { return *static_cast<Shell*>(glfwGetWindowUserPointer(window)); }

// GLFW tells keys by their place on a US keyboard; letters go by their label.
int by_label(int code, int scancode) {
    const char* name = glfwGetKeyName(code, scancode);
    if (name == nullptr || name[0] < 'a' || name[0] > 'z' || name[1] != '\0') return code;
    return GLFW_KEY_A + (name[0] - 'a');
}

void on_key(GLFWwindow* window, int code, int scancode, int action, int mods) {
    Shell& shell = shell_of(window);
    shell.happened();
    const Key key = key_from(by_label(code, scancode));
    if (key == Key::None) return;
    const bool repeat = action == GLFW_REPEAT;
    // A held key repeats where text is edited, as a release and a press.
    if (repeat && !ImGui::GetIO().WantTextInput) return;
    if (repeat) shell.ui.input.push(ui::KeyEvent{key, false, modifiers(mods)});
    shell.ui.input.push(ui::KeyEvent{key, action != GLFW_RELEASE, modifiers(mods)});
}

void on_text(GLFWwindow* window, unsigned codepoint) {
    shell_of(window).happened();
    shell_of(window).ui.input.push(ui::TextEvent{codepoint});
}

// The cursor's place in pixels of the framebuffer, which is what we draw in.
void on_move(GLFWwindow* window, double x, double y) {
    int window_width = 1;
    int window_height = 1;
    int pixels_wide = 1;
    int pixels_high = 1;
    glfwGetWindowSize(window, &window_width, &window_height);
    glfwGetFramebufferSize(window, &pixels_wide, &pixels_high);
    shell_of(window).happened();
    shell_of(window).ui.input.push(ui::MouseMove{{static_cast<float>(x * pixels_wide / std::max(1, window_width)),
                                                  static_cast<float>(y * pixels_high / std::max(1, window_height))}});
}

void on_button(GLFWwindow* window, int button, int action, int mods) {
    shell_of(window).happened();
    if (button < 3) shell_of(window).ui.input.push(ui::MouseButton{button, action == GLFW_PRESS, modifiers(mods)});
}

void on_wheel(GLFWwindow* window, double x, double y) {
    shell_of(window).happened();
    shell_of(window).ui.input.push(ui::MouseWheel{static_cast<float>(x), static_cast<float>(y)});
}

void on_change(GLFWwindow* window) { shell_of(window).happened(); }

// What is kept of the window from one start to the next: a line "width height
// light|dark".
struct WindowState {
    int width = default_width;
    int height = default_height;
    bool dark = false;
};

WindowState read_state(const std::filesystem::path& file) {
    WindowState state;
    std::ifstream in(file);
    int width = 0;
    int height = 0;
    std::string theme;
    constexpr int widest = 16'384;
    if (in >> width >> height && width >= least_width && height >= least_height && width < widest && height < widest) {
        state.width = width;
        state.height = height;
    }
    if (in >> theme) state.dark = theme == "dark";
    return state;
}

void write_state(GLFWwindow* window, bool dark, const std::filesystem::path& file) {
    if (file.empty()) return;
    int width = default_width;
    int height = default_height;
    glfwGetWindowSize(window, &width, &height);
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    std::ofstream(file) << width << ' ' << height << ' ' << (dark ? "dark" : "light") << '\n';
}

// GLFW and its one window, closed in the right order.
class GlfwWindow {
  public:
    GlfwWindow(const ShellOptions& options, const WindowState& state, Shell& shell) {
        glfwSetErrorCallback([](int, const char*) {});
        if (glfwInit() == GLFW_FALSE) throw no_window();
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
        glfwWindowHintString(GLFW_X11_CLASS_NAME, "casebook");
        glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "casebook");
        window_ = glfwCreateWindow(state.width, state.height, options.title.c_str(), nullptr, nullptr);
        if (window_ == nullptr) {
            glfwTerminate();
            throw no_window();
        }
        glfwSetWindowSizeLimits(window_, least_width, least_height, GLFW_DONT_CARE, GLFW_DONT_CARE);
        glfwMakeContextCurrent(window_);
        glfwSwapInterval(1);
        glfwSetWindowUserPointer(window_, &shell);
        glfwSetKeyCallback(window_, on_key);
        glfwSetCharCallback(window_, on_text);
        glfwSetCursorPosCallback(window_, on_move);
        glfwSetMouseButtonCallback(window_, on_button);
        glfwSetScrollCallback(window_, on_wheel);
        glfwSetWindowRefreshCallback(window_, on_change);
        glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) { on_change(w); });
        glfwSetWindowFocusCallback(window_, [](GLFWwindow* w, int) { on_change(w); });
    }
    ~GlfwWindow() {
        glfwDestroyWindow(window_);
        glfwTerminate();
    }
    GlfwWindow(const GlfwWindow&) = delete;
    GlfwWindow& operator=(const GlfwWindow&) = delete;

    GLFWwindow* get() const noexcept { return window_; }

  private:
    static std::runtime_error no_window() {
        const char* reason = nullptr;
        glfwGetError(&reason);
        return std::runtime_error(std::string("Could not open a window: ") +
                                  (reason != nullptr ? reason : "no display answers") +
                                  ".\n    Study in the terminal instead: casebook study");
    }
    GLFWwindow* window_ = nullptr;
};

// The ImGui context and its renderer.
class Imgui {
  public:
    Imgui() {
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        imgui_compat::set_up_keys(io);
        ImGui_ImplOpenGL3_Init("#version 150");
    }
    ~Imgui() {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext();
    }
    Imgui(const Imgui&) = delete;
    Imgui& operator=(const Imgui&) = delete;
};

void set_cursor_shape(GLFWwindow* window) {
    static GLFWcursor* const hand = glfwCreateStandardCursor(GLFW_HAND_CURSOR);
    static GLFWcursor* const beam = glfwCreateStandardCursor(GLFW_IBEAM_CURSOR);
    switch (ImGui::GetMouseCursor()) {
        case ImGuiMouseCursor_Hand: glfwSetCursor(window, hand); break;
        case ImGuiMouseCursor_TextInput: glfwSetCursor(window, beam); break;
        default: glfwSetCursor(window, nullptr); break;
    }
}

}  // namespace

bool has_display() {
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    return set("DISPLAY") || set("WAYLAND_DISPLAY");
}

void run(const ShellOptions& options, const std::function<void(ui::Ui&)>& content,
         const std::function<std::optional<cards::Instant>()>& wake_at, const std::function<void()>& first_frame) {
    Shell shell;
    const WindowState state = read_state(options.state_file);
    shell.ui.wants_dark = options.dark.value_or(state.dark);
    const GlfwWindow glfw(options, state, shell);
    GLFWwindow* const window = glfw.get();
    const Imgui imgui;
    ImGuiIO& io = ImGui::GetIO();
    static GLFWwindow* clipboard_owner = nullptr;
    clipboard_owner = window;
    imgui_compat::set_clipboard_functions([](const char* text) { glfwSetClipboardString(clipboard_owner, text); },
                                          []() { return glfwGetClipboardString(clipboard_owner); });
    io.KeyRepeatDelay = FLT_MAX;  // Held keys repeat as the system says: see on_key().
    shell.ui.copy = [window](const std::string& text) { glfwSetClipboardString(window, text.c_str()); };

    float scale = 0.0F;
    bool first = true;
    double last_event = glfwGetTime();
    double last_frame = glfwGetTime();
    while (glfwWindowShouldClose(window) == GLFW_FALSE && !shell.ui.wants_quit) {
        shell.ui.now = options.clock();
        bool for_the_caret = false;
        const double now = glfwGetTime();
        if (shell.frames_due <= 0 && shell.ui.input.empty()) {
            double sleep = longest_sleep_seconds;
            const auto until = [&](cards::Instant at) {
                const double seconds = static_cast<double>(at.unix_ms - shell.ui.now.at.unix_ms) / 1000.0;
                sleep = std::clamp(seconds, 0.01, sleep);
            };
            if (const auto wake = wake_at(); wake && *wake > shell.ui.now.at) until(*wake);
            for (const ui::Toast& toast : shell.ui.toasts)
                until(toast.until);
            const bool caret = io.WantTextInput && now - last_event < caret_blinks_for_seconds;
            if (caret) sleep = std::min(sleep, caret_period_seconds);
            glfwWaitEventsTimeout(sleep);
            if (shell.frames_due > 0) last_event = glfwGetTime();
            for_the_caret = caret && shell.frames_due <= 0;
            shell.frames_due = std::max(shell.frames_due, 1);
            shell.ui.now = options.clock();
        } else {
            glfwPollEvents();
        }
        shell.frames_due -= 1;
        shell.ui.caret_rests = glfwGetTime() - last_event >= caret_blinks_for_seconds;

        float scale_x = 1.0F;
        float scale_y = 1.0F;
        glfwGetWindowContentScale(window, &scale_x, &scale_y);
        const float wanted = std::clamp(scale_x * options.text_scale, 0.5F, 4.0F);
        const bool other_scale = wanted != scale;
        if (other_scale || shell.ui.wants_dark != shell.ui.theme.dark) {
            scale = wanted;
            shell.ui.theme = ui::make_theme(shell.ui.wants_dark, scale);
            ui::apply(shell.ui.theme);
        }
        if (other_scale) {
            shell.ui.fonts = load_fonts(*io.Fonts, shell.ui.theme.em);
            ImGui_ImplOpenGL3_DestroyFontsTexture();
        }

        int width = 0;
        int height = 0;
        glfwGetFramebufferSize(window, &width, &height);
        if (width == 0 || height == 0) continue;  // Minimised.
        io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
        const double drawn = glfwGetTime();
        // After a sleep the time since the last frame says nothing about speed.
        io.DeltaTime = static_cast<float>(std::clamp(drawn - last_frame, 0.001, 0.05));
        if (for_the_caret) io.DeltaTime = static_cast<float>(caret_period_seconds);
        last_frame = drawn;

        ImGui_ImplOpenGL3_NewFrame();
        shell.ui.input.feed_frame(io);
        ImGui::NewFrame();
        content(shell.ui);
        ImGui::Render();
        set_cursor_shape(window);
        const ImVec4 page = shell.ui.palette().page.vec4();
        glViewport(0, 0, width, height);
        glClearColor(page.x, page.y, page.z, 1.0F);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        glfwSwapBuffers(window);
        if (first && first_frame) {
            glFinish();
            first_frame();
        }
        first = false;
    }
    write_state(window, shell.ui.wants_dark, options.state_file);
}

}  // namespace window
