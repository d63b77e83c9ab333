// imgui.h - Dear ImGui, whichever version from 1.86 on the system has.
//
// Everything that differs between versions stands here, so that no other file asks
// for a version. Key codes are ours (Key below): 1.86 indexes an array with them,
// newer versions are told of events.
#pragma once

#include <imgui.h>
#include <imgui_freetype.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

namespace imgui_compat {

// The keys this program reacts to. Letters and digits lie together.
enum class Key {
    None,
    Tab,
    Left,
    Right,
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
    Insert,
    Delete,
    Backspace,
    Space,
    Enter,
    Escape,
    KeypadEnter,
    Slash,
    Minus,
    Equal,
    Comma,
    F1,
    F5,
    D0,
    D1,
    D2,
    D3,
    D4,
    D5,
    D6,
    D7,
    D8,
    D9,
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K,
    L,
    M,
    N,
    O,
    P,
    Q,
    R,
    S,
    T,
    U,
    V,
    W,
    X,
    Y,
    Z,
    Count
};

struct Modifiers {
    bool ctrl = false;
    bool shift = false;
    bool alt = false;
    bool super = false;
};

#if IMGUI_VERSION_NUM >= 18700

inline ImGuiKey native(Key key) {
    switch (key) {
        case Key::Tab: return ImGuiKey_Tab;
        case Key::Left: return ImGuiKey_LeftArrow;
        case Key::Right: return ImGuiKey_RightArrow;
        case Key::Up: return ImGuiKey_UpArrow;
        case Key::Down: return ImGuiKey_DownArrow;
        case Key::PageUp: return ImGuiKey_PageUp;
        case Key::PageDown: return ImGuiKey_PageDown;
        case Key::Home: return ImGuiKey_Home;
        case Key::End: return ImGuiKey_End;
        case Key::Insert: return ImGuiKey_Insert;
        case Key::Delete: return ImGuiKey_Delete;
        case Key::Backspace: return ImGuiKey_Backspace;
        case Key::Space: return ImGuiKey_Space;
        case Key::Enter: return ImGuiKey_Enter;
        case Key::Escape: return ImGuiKey_Escape;
        case Key::KeypadEnter: return ImGuiKey_KeypadEnter;
        default: break;
    }
    if (key >= Key::A && key <= Key::Z)
        return static_cast<ImGuiKey>(ImGuiKey_A + (static_cast<int>(key) - static_cast<int>(Key::A)));
    return ImGuiKey_None;
}

inline void set_up_keys(ImGuiIO&) {}

inline void feed_key(ImGuiIO& io, Key key, bool down, Modifiers mods) {
    io.AddKeyEvent(ImGuiMod_Ctrl, mods.ctrl);
    io.AddKeyEvent(ImGuiMod_Shift, mods.shift);
    io.AddKeyEvent(ImGuiMod_Alt, mods.alt);
    io.AddKeyEvent(ImGuiMod_Super, mods.super);
    if (native(key) != ImGuiKey_None) io.AddKeyEvent(native(key), down);
}

inline void feed_mouse(ImGuiIO& io, ImVec2 position) { io.AddMousePosEvent(position.x, position.y); }
inline void feed_button(ImGuiIO& io, int button, bool down) { io.AddMouseButtonEvent(button, down); }
inline void feed_wheel(ImGuiIO& io, float x, float y) { io.AddMouseWheelEvent(x, y); }

#else

inline void set_up_keys(ImGuiIO& io) {
    const auto map = [&](ImGuiKey_ native, Key key) { io.KeyMap[native] = static_cast<int>(key); };
    map(ImGuiKey_Tab, Key::Tab);
    map(ImGuiKey_LeftArrow, Key::Left);
    map(ImGuiKey_RightArrow, Key::Right);
    map(ImGuiKey_UpArrow, Key::Up);
    map(ImGuiKey_DownArrow, Key::Down);
    map(ImGuiKey_PageUp, Key::PageUp);
    map(ImGuiKey_PageDown, Key::PageDown);
    map(ImGuiKey_Home, Key::Home);
    map(ImGuiKey_End, Key::End);
    map(ImGuiKey_Insert, Key::Insert);
    map(ImGuiKey_Delete, Key::Delete);
    map(ImGuiKey_Backspace, Key::Backspace);
    map(ImGuiKey_Space, Key::Space);
    map(ImGuiKey_Enter, Key::Enter);
    map(ImGuiKey_Escape, Key::Escape);
    map(ImGuiKey_KeyPadEnter, Key::KeypadEnter);
    map(ImGuiKey_A, Key::A);
    map(ImGuiKey_C, Key::C);
    map(ImGuiKey_V, Key::V);
    map(ImGuiKey_X, Key::X);
    map(ImGuiKey_Y, Key::Y);
    map(ImGuiKey_Z, Key::Z);
}

inline void feed_key(ImGuiIO& io, Key key, bool down, Modifiers mods) {
    io.KeysDown[static_cast<int>(key)] = down;
    io.KeyCtrl = mods.ctrl;
    io.KeyShift = mods.shift;
    io.KeyAlt = mods.alt;
    io.KeySuper = mods.super;
}

inline void feed_mouse(ImGuiIO& io, ImVec2 position) { io.MousePos = position; }
inline void feed_button(ImGuiIO& io, int button, bool down) { io.MouseDown[button] = down; }
inline void feed_wheel(ImGuiIO& io, float x, float y) {
    io.MouseWheelH += x;
    io.MouseWheel += y;
}

#endif

inline void use_freetype(ImFontAtlas& atlas) {
#if IMGUI_VERSION_NUM >= 19200
    atlas.SetFontLoader(ImGuiFreeType::GetFontLoader());
    atlas.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
#else
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
#endif
}

// `size` in pixels, as the font was added with.
inline void push_font(ImFont* font, float size) {
#if IMGUI_VERSION_NUM >= 19200
    ImGui::PushFont(font, size);
#else
    (void)size;
    ImGui::PushFont(font);
#endif
}

inline const char* wrap_position(const ImFont* font, float size, const char* text, const char* end, float width) {
#if IMGUI_VERSION_NUM >= 19200
    return const_cast<ImFont*>(font)->CalcWordWrapPosition(size, text, end, width);
#else
    return font->CalcWordWrapPositionA(size / font->FontSize, text, end, width);
#endif
}

using ClipboardSetter = void (*)(const char* text);
inline void set_clipboard_functions(ClipboardSetter set, const char* (*get)()) {
    static ClipboardSetter setter = nullptr;
    static const char* (*getter)() = nullptr;
    setter = set;
    getter = get;
#if IMGUI_VERSION_NUM >= 19110
    ImGui::GetPlatformIO().Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) { setter(text); };
    ImGui::GetPlatformIO().Platform_GetClipboardTextFn = [](ImGuiContext*) { return getter(); };
#else
    ImGui::GetIO().SetClipboardTextFn = [](void*, const char* text) { setter(text); };
    ImGui::GetIO().GetClipboardTextFn = [](void*) { return getter(); };
#endif
}

// A child area with `padding` inside, scrolling where its content is longer.
inline bool begin_child(const char* id, ImVec2 size, ImGuiWindowFlags flags = 0) {
#if IMGUI_VERSION_NUM >= 19000
    return ImGui::BeginChild(id, size, ImGuiChildFlags_AlwaysUseWindowPadding, flags);
#else
    return ImGui::BeginChild(id, size, false, flags | ImGuiWindowFlags_AlwaysUseWindowPadding);
#endif
}

}  // namespace imgui_compat
