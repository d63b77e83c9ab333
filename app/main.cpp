// main.cpp - opens the window or runs a command; makes the clock and random ids;
// catches what nobody caught.
#include <fmt/format.h>
#include <unistd.h>
#include <uuid/uuid.h>

#include <chrono>
#include <csignal>
#include <ctime>
#include <iostream>
#include <sstream>

#include "app/cli.h"
#include "app/commands/commands.h"
#include "app/embedded/embedded.h"
#include "app/paths.h"
#include "app/views/frame.h"
#include "app/window/shell.h"
#include "cards/store/error.h"

namespace {

volatile std::sig_atomic_t interrupt_signal = 0;

void on_interrupt(int) { interrupt_signal = 1; }

// Ctrl+C ends a read of the terminal, so that a command can end cleanly.
void catch_interrupts() {
    struct sigaction action = {};
    action.sa_handler = on_interrupt;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

cards::Moment now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    const std::int64_t ms = std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
    const std::time_t seconds = ms / 1000;
    std::tm local = {};
    localtime_r(&seconds, &local);
    return {{ms}, static_cast<std::int32_t>(local.tm_gmtoff / 60)};
}

cards::Id random_id() {
    uuid_t uuid;
    uuid_generate_random(uuid);
    cards::Id id;
    std::copy(std::begin(uuid), std::end(uuid), id.bytes.begin());
    return id;
}

// The shipped case files in the order in which a student meets them.
std::vector<std::pair<std::string, std::string>> shipped_cases() {
    std::vector<std::pair<std::string, std::string>> cases;
    std::istringstream order{std::string(app::embedded("cases/order.txt"))};
    for (std::string id; std::getline(order, id);) {
        const std::string file = id + ".toml";
        const std::string_view text = app::embedded("cases/" + file);
        if (!text.empty()) cases.emplace_back(file, text);
    }
    return cases;
}

int open_window(const commands::Program& program, const cli::WindowWish& wish,
                std::chrono::steady_clock::time_point start) {
    app::Session session(program.session_options());
    views::Frame frame;
    window::ShellOptions options;
    const std::filesystem::path state = app::state_folder();
    if (!state.empty()) options.state_file = state / "window";
    if (wish.dark) options.dark = true;
    options.text_scale = static_cast<float>(wish.text_scale);
    options.clock = program.clock;
    const auto first_frame = [&] {
        if (!wish.time_first_frame) return;
        const auto took = std::chrono::steady_clock::now() - start;
        std::cerr << fmt::format("first frame after {} ms\n",
                                 std::chrono::duration_cast<std::chrono::milliseconds>(took).count());
    };
    window::run(
        options, [&](ui::Ui& ui) { frame.draw(ui, session); },
        [&] { return session.today(program.clock()).next_learning; }, first_frame);
    return commands::done;
}

// No command was given: the window, else the terminal, else today's plan.
int open(commands::Program& program, const cli::WindowWish& wish, std::chrono::steady_clock::time_point start) {
    if (window::has_display()) {
        try {
            return open_window(program, wish, start);
        } catch (const cards::store::StoreError&) {
            throw;
        } catch (const std::runtime_error& error) {
            std::cerr << error.what() << '\n';
        }
    } else {
        std::cerr << "There is no display here: studying in the terminal.\n";
    }
    catch_interrupts();
    const bool someone_types = isatty(STDIN_FILENO) != 0 || std::cin.peek() != std::char_traits<char>::eof();
    return someone_types ? commands::study(program) : commands::today(program, false);
}

}  // namespace

int main(int argc, char** argv) {
    const auto start = std::chrono::steady_clock::now();
    try {
        commands::Program program{now,      random_id, std::nullopt, shipped_cases(),
                                  std::cin, std::cout, std::cerr,    [] { return interrupt_signal != 0; }};
        const auto window = [&](const cli::WindowWish& wish) { return open(program, wish, start); };
        return cli::run(argc, argv, program, {window, catch_interrupts});
    } catch (const std::exception& error) {
        std::cerr << commands::printable(error.what()) << '\n';
        return commands::failed;
    }
}
