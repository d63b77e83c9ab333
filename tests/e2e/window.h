// window.h - the program's real window, driven as a student drives it.
//
// A test types and clicks; whether an answer was saved shows in the library's file,
// and what was saved in what the commands say once the window is closed.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "screen.h"
#include "tests/support/home.h"

namespace e2e {

// Where to click, as parts of the window's width and height.
struct Place {
    double x;
    double y;
};

class Window {
  public:
    // Opens the window and waits until it has drawn itself and hears the keyboard.
    Window(const Screen& screen, const support::Home& home);
    // Where a check has failed, leaves a picture of the screen.
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    int first_frame_ms() const noexcept { return first_frame_ms_; }
    long id() const noexcept { return id_; }
    pid_t process() const noexcept { return process_.id(); }

    // Keys as xdotool calls them: "1", "Return", "ctrl+z".
    void key(const std::string& name) const;
    void keys(const support::Command& names) const;  // One after the other, as fast as X takes them.
    void type(const std::string& text) const;
    void type_fast(const std::string& text) const;  // "\t" goes to the next field.
    // Types a text into each field from the one that has the keyboard on, as fast as
    // fingers do; "" leaves one empty.
    void fill(const std::vector<std::string>& fields);
    void click(Place place) const;

    // Clicks here and there on the way from one place to another until something is
    // saved; false where nothing was. For buttons whose place a theme may change.
    bool click_until_saved(Place from, Place to);

    // What `act` does must be saved within some seconds.
    template <typename Act>
    void saves(const Act& act) {
        const auto before = saved_at();
        act();
        wait_for_save(before);
    }

    // Processor time used since its start, in ticks of the system's clock (1/100 s).
    long ticks() const;
    // Waits until no processor time has been used for `time`.
    void settle(std::chrono::milliseconds time);
    // Lets time pass.
    void rest(std::chrono::milliseconds time);

    // Presses Ctrl+Q and waits for the end: its exit status.
    int quit();
    int wait_for_end();

  private:
    std::filesystem::file_time_type saved_at() const;
    void wait_for_save(std::filesystem::file_time_type before);

    const Screen& screen_;
    const support::Home& home_;
    support::Process process_;
    int exceptions_before_;
    int first_frame_ms_ = 0;
    long id_ = 0;
};

// Asks a window to close, as the button in its title bar does.
void ask_to_close(const std::string& display, long window);

}  // namespace e2e
