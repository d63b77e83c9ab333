#include "screen.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

#include "third_party/catch2.h"

namespace e2e {
namespace {

// What the server writes once it is ready: the number of its display.
std::string display_number(int end) {
    std::string number;
    pollfd ready{end, POLLIN, 0};
    while (number.find('\n') == std::string::npos) {
        const int waited = ::poll(&ready, 1, static_cast<int>(std::chrono::milliseconds(support::patience).count()));
        char c = 0;
        if (waited <= 0 || ::read(end, &c, 1) != 1) return {};
        number += c;
    }
    number.pop_back();
    return number;
}

}  // namespace

std::optional<std::string> Screen::missing() {
    for (const char* program : {"Xvfb", "xdotool", "setxkbmap"}) {
        if (!support::is_installed(program)) return std::string(program) + " is not installed.";
    }
    return std::nullopt;
}

Screen::Screen() : environment_{{"PATH", std::getenv("PATH")}} {
    std::array<int, 2> ends{};
    REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
    server_.emplace(support::Command{"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0", "1280x900x24",
                                     "-nolisten", "tcp", "-noreset"},
                    environment_, ends[1]);
    ::close(ends[1]);
    const std::string number = display_number(ends[0]);
    ::close(ends[0]);
    INFO("Xvfb: " << server_->err());
    REQUIRE_FALSE(number.empty());
    display_ = ":" + number;
    environment_["DISPLAY"] = display_;
    REQUIRE(support::run({"setxkbmap", "-layout", "us,ru"}, environment_).status == 0);
}

std::string Screen::xdotool(const support::Command& arguments) const {
    support::Command command = {"xdotool"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const support::Run run = support::run(command, environment_);
    INFO("xdotool " << arguments.front() << ": " << run.err);
    REQUIRE(run.status == 0);
    return run.out;
}

void Screen::picture(const std::filesystem::path& file) const {
    if (support::is_installed("import")) support::run({"import", "-window", "root", file}, environment_);
}

}  // namespace e2e
