#include "app/window/offscreen.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <backends/imgui_impl_opengl3.h>

#include <stdexcept>

#include "app/window/fonts.h"

namespace window {
namespace {

std::runtime_error no_drawing(const char* step) {
    return std::runtime_error(std::string("Could not draw without a display: ") + step +
                              " failed.\n    Install Mesa's drivers: apt-get install libegl1 libgl1-mesa-dri.");
}

}  // namespace

struct Offscreen::Surface {
    int width = 0;
    int height = 0;
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    GLuint framebuffer = 0;
    GLuint colour = 0;
    ImGuiContext* imgui = nullptr;
    ui::Ui ui;

    void open_egl() {
        const auto get_display =
            reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
        if (get_display != nullptr) display = get_display(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
        if (display == EGL_NO_DISPLAY) throw no_drawing("finding a surfaceless display");
        if (eglInitialize(display, nullptr, nullptr) == EGL_FALSE) throw no_drawing("starting EGL");
        if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) throw no_drawing("choosing OpenGL");
        const EGLint config_wish[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
        EGLConfig config = nullptr;
        EGLint found = 0;
        eglChooseConfig(display, config_wish, &config, 1, &found);
        const EGLint context_wish[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 2, EGL_NONE};
        context = eglCreateContext(display, found > 0 ? config : nullptr, EGL_NO_CONTEXT, context_wish);
        if (context == EGL_NO_CONTEXT) throw no_drawing("making an OpenGL 3.2 context");
        if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_FALSE) {
            throw no_drawing("using the context");
        }
    }

    void open_framebuffer() {
        glGenFramebuffers(1, &framebuffer);
        glGenRenderbuffers(1, &colour);
        glBindRenderbuffer(GL_RENDERBUFFER, colour);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour);
        if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
            throw no_drawing("making a framebuffer");
    }

    ~Surface() {
        if (imgui != nullptr) {
            ImGui_ImplOpenGL3_Shutdown();
            ImGui::DestroyContext(imgui);
        }
        if (context != EGL_NO_CONTEXT) {
            glDeleteFramebuffers(1, &framebuffer);
            glDeleteRenderbuffers(1, &colour);
            eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
            eglDestroyContext(display, context);
        }
        if (display != EGL_NO_DISPLAY) eglTerminate(display);
    }
};

Offscreen::Offscreen(int width, int height, const ui::Theme& theme) : surface_(std::make_unique<Surface>()) {
    surface_->width = width;
    surface_->height = height;
    surface_->open_egl();
    surface_->open_framebuffer();
    surface_->imgui = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.ConfigInputTextCursorBlink = false;  // The same picture every time.
    imgui_compat::set_up_keys(io);
    ImGui_ImplOpenGL3_Init("#version 150");
    surface_->ui.theme = theme;
    surface_->ui.caret_rests = true;
    surface_->ui.wants_dark = theme.dark;
    surface_->ui.fonts = load_fonts(*io.Fonts, theme.em);
    ui::apply(theme);
}

Offscreen::~Offscreen() = default;

ui::Ui& Offscreen::ui() noexcept { return surface_->ui; }

void Offscreen::frame(const std::function<void(ui::Ui&)>& content) {
    ImGuiIO& io = ImGui::GetIO();
    io.DeltaTime = 1.0F / 60.0F;
    ImGui_ImplOpenGL3_NewFrame();
    surface_->ui.input.feed_frame(io);
    ImGui::NewFrame();
    content(surface_->ui);
    ImGui::Render();
    glBindFramebuffer(GL_FRAMEBUFFER, surface_->framebuffer);
    glViewport(0, 0, surface_->width, surface_->height);
    const ImVec4 page = surface_->ui.palette().page.vec4();
    glClearColor(page.x, page.y, page.z, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

Picture Offscreen::picture() const {
    Picture picture{surface_->width, surface_->height, {}};
    const std::size_t row = static_cast<std::size_t>(picture.width) * 3;
    std::vector<std::uint8_t> upside_down(row * static_cast<std::size_t>(picture.height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, picture.width, picture.height, GL_RGB, GL_UNSIGNED_BYTE, upside_down.data());
    picture.rgb.resize(upside_down.size());
    for (int y = 0; y < picture.height; ++y) {
        const auto from = upside_down.begin() + static_cast<std::ptrdiff_t>(row) * (picture.height - 1 - y);
        std::copy(from, from + static_cast<std::ptrdiff_t>(row),
                  picture.rgb.begin() + static_cast<std::ptrdiff_t>(row) * y);
    }
    return picture;
}

}  // namespace window
