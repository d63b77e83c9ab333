#include "window.h"

#include <cmath>
#include <exception>
#include <fstream>
#include <iostream>
#include <sstream>

#include "third_party/catch2.h"

namespace e2e {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

support::Environment on(const Screen& screen, const support::Home& home) {
    support::Environment environment = home.environment;
    environment["DISPLAY"] = screen.display();
    environment["LIBGL_ALWAYS_SOFTWARE"] = "1";
    return environment;
}

// The number after "NAME=" in xdotool's words.
int number_after(const std::string& text, const std::string& name) {
    const std::size_t at = text.find(name + "=");
    REQUIRE(at != std::string::npos);
    return std::stoi(text.substr(at + name.size() + 1));
}

}  // namespace

Window::Window(const Screen& screen, const support::Home& home)
    : screen_(screen),
      home_(home),
      process_(home.command({"--time-first-frame"}), on(screen, home)),
      exceptions_before_(std::uncaught_exceptions()) {
    const std::string said = "first frame after ";
    const bool drawn = process_.wait_for_err(said) && process_.wait_for_err(" ms\n");
    INFO(process_.out() << process_.err());
    REQUIRE(drawn);
    first_frame_ms_ = std::stoi(process_.err().substr(process_.err().find(said) + said.size()));
    id_ = std::stol(screen_.xdotool({"search", "--sync", "--onlyvisible", "--class", "^casebook$"}));
    screen_.xdotool({"windowfocus", "--sync", std::to_string(id_)});
}

Window::~Window() {
    if (std::uncaught_exceptions() == exceptions_before_) return;
    const auto file = std::filesystem::absolute("e2e-failed.png");
    screen_.picture(file);
    std::cout << "The screen when a check failed: " << file << '\n' << process_.err();
}

void Window::key(const std::string& name) const { screen_.xdotool({"key", name}); }

void Window::type(const std::string& text) const { screen_.xdotool({"type", "--delay", "60", text}); }

void Window::keys(const support::Command& names) const {
    support::Command command = {"key", "--delay", "1"};
    command.insert(command.end(), names.begin(), names.end());
    screen_.xdotool(command);
}

void Window::type_fast(const std::string& text) const { screen_.xdotool({"type", "--delay", "1", text}); }

void Window::fill(const std::vector<std::string>& fields) {
    constexpr milliseconds from_key_to_key(150);
    rest(from_key_to_key);  // The first field is about to take the keyboard.
    for (const std::string& text : fields) {
        if (!text.empty()) type(text);
        rest(from_key_to_key);
        key("Tab");
        rest(from_key_to_key);
    }
}

void Window::click(Place place) const {
    const std::string window = std::to_string(id_);
    const std::string geometry = screen_.xdotool({"getwindowgeometry", "--shell", window});
    const long x = std::lround(place.x * number_after(geometry, "WIDTH"));
    const long y = std::lround(place.y * number_after(geometry, "HEIGHT"));
    screen_.xdotool({"mousemove", "--window", window, std::to_string(x), std::to_string(y), "click", "1"});
}

bool Window::click_until_saved(Place from, Place to) {
    constexpr int clicks = 24;  // Closer than a button is wide.
    const auto before = saved_at();
    for (int i = 0; i <= clicks; ++i) {
        const double part = static_cast<double>(i) / clicks;
        click({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
        const Clock::time_point until = Clock::now() + milliseconds(300);
        while (saved_at() == before && Clock::now() < until)
            rest(milliseconds(5));
        if (saved_at() != before) return true;
    }
    return false;
}

std::filesystem::file_time_type Window::saved_at() const { return std::filesystem::last_write_time(home_.library()); }

void Window::wait_for_save(std::filesystem::file_time_type before) {
    const Clock::time_point until = Clock::now() + std::chrono::seconds(15);
    while (saved_at() == before) {
        INFO("Nothing was saved.\n" << process_.err());
        REQUIRE(process_.running());
        REQUIRE(Clock::now() < until);
        rest(milliseconds(5));
    }
}

long Window::ticks() const {
    std::ifstream in("/proc/" + std::to_string(process_.id()) + "/stat");
    std::string text;
    std::getline(in, text);
    std::istringstream fields(text.substr(text.rfind(')') + 2));  // The name may hold anything.
    std::string skipped;
    for (int field = 3; field < 14; ++field)
        fields >> skipped;
    long user = 0;
    long system = 0;
    fields >> user >> system;
    REQUIRE(fields);
    return user + system;
}

void Window::settle(milliseconds time) {
    const Clock::time_point until = Clock::now() + std::chrono::seconds(30);
    long before = ticks();
    Clock::time_point quiet_since = Clock::now();
    while (Clock::now() - quiet_since < time) {
        INFO("The window never rests: " << before << " ticks");
        REQUIRE(Clock::now() < until);
        rest(milliseconds(50));
        if (const long now = ticks(); now != before) {
            before = now;
            quiet_since = Clock::now();
        }
    }
}

void Window::rest(milliseconds time) { process_.talk_for(time); }

int Window::quit() {
    key("ctrl+q");
    return wait_for_end();
}

int Window::wait_for_end() { return process_.wait(); }

}  // namespace e2e
