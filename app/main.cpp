// main.cpp - picks the window or a command; makes the clock and random ids; catches
// what nobody caught.
#include <fmt/format.h>
#include <unistd.h>
#include <uuid/uuid.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <ctime>
#include <iostream>
#include <sstream>

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

struct WindowWish {
    bool dark = false;
    double text_scale = 1.0;
    bool time_first_frame = false;
};

int open_window(const commands::Program& program, const WindowWish& wish, std::chrono::steady_clock::time_point start) {
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
int open(commands::Program& program, const WindowWish& wish, std::chrono::steady_clock::time_point start) {
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
    const bool someone_types = isatty(STDIN_FILENO) != 0 || std::cin.peek() != std::char_traits<char>::eof();
    return someone_types ? commands::study(program) : commands::today(program, false);
}

// A draft's fields as options of `add`.
void draft_options(CLI::App& command, app::Draft& draft, std::vector<std::string>& accept,
                   std::vector<std::string>& wrong, std::string& status, std::string& kind, std::string& tier) {
    const auto words = [](const std::vector<std::string_view>& list) {
        return std::vector<std::string>(list.begin(), list.end());
    };
    command.add_option("-q,--question", draft.question, "The question")->required();
    command.add_option("-a,--answer", draft.answer, "The answer, at most six words")->required();
    command.add_option("--accept", accept, "Another accepted answer (repeat)");
    command.add_option("--wrong", wrong, "A wrong option (repeat)");
    command.add_option("--case", draft.case_id, "The id of an existing case");
    command.add_option("--new-case", draft.new_case_title, "The title of a new case");
    command.add_option("--publisher", draft.publisher, "Who published the source")->required();
    command.add_option("--title", draft.title, "The source's title");
    command.add_option("--address", draft.address, "The source's address");
    command.add_option("--source-date", draft.source_date, "The source's date");
    command.add_option("--as-of", draft.as_of, "The date as of which it holds: 2017, 2017-06 or 2017-06-22")
        ->required();
    command.add_option("--statement", draft.statement, "The fact as one sentence");
    command.add_option("--passage", draft.passage, "The words of the source that say it");
    command.add_option("--note", draft.note, "A note shown after the answer");
    command.add_option("--status", status, "How surely it is known")
        ->check(CLI::IsMember(words(cards::fact_status_words())));
    command.add_option("--kind", kind, "The kind of answer")->check(CLI::IsMember(words(cards::fact_kind_words())));
    command.add_option("--tier", tier, "The kind of source")->check(CLI::IsMember(words(cards::source_tier_words())));
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : "; ") + part;
    return text;
}

int run(int argc, char** argv, std::chrono::steady_clock::time_point start) {
    CLI::App cli("Learn espionage cases by heart, with the evidence behind every card.", "casebook");
    cli.set_version_flag("--version", commands::version_text());
    cli.require_subcommand(0, 1);
    cli.fallthrough();
    std::string library;
    bool json = false;
    WindowWish wish;
    cli.add_option("--library", library, "Your library's file (default: in the XDG data directory)");
    cli.add_flag("--dark", wish.dark, "Open the window in dark colours");
    cli.add_option("--text-size", wish.text_scale, "Size of text in the window, 0.8 to 2.0")
        ->check(CLI::Range(0.8, 2.0));
    cli.add_flag("--time-first-frame", wish.time_first_frame, "Print when the first frame is shown");

    commands::Program program{now,      random_id, std::nullopt, shipped_cases(),
                              std::cin, std::cout, std::cerr,    [] { return interrupt_signal != 0; }};
    int status = commands::done;

    const auto json_flag = [&](CLI::App* command) { command->add_flag("--json", json, "Print JSON"); };
    CLI::App* study = cli.add_subcommand("study", "Study in the terminal");
    study->callback([&] {
        catch_interrupts();
        status = commands::study(program);
    });
    CLI::App* today = cli.add_subcommand("today", "Print what waits today, by case");
    json_flag(today);
    today->callback([&] { status = commands::today(program, json); });

    CLI::App* add = cli.add_subcommand("add", "Add a card of your own");
    app::Draft draft;
    std::vector<std::string> accept;
    std::vector<std::string> wrong;
    std::string fact_status = "reported";
    std::string kind = "term";
    std::string tier = "press";
    draft_options(*add, draft, accept, wrong, fact_status, kind, tier);
    json_flag(add);
    add->callback([&] {
        draft.accept = joined(accept);
        draft.wrong = joined(wrong);
        draft.status = *cards::fact_status_from(fact_status);
        draft.kind = *cards::fact_kind_from(kind);
        draft.tier = *cards::source_tier_from(tier);
        status = commands::add(program, draft, json);
    });

    CLI::App* bank = cli.add_subcommand("bank", "The question bank");
    bank->require_subcommand(1);
    std::vector<std::string> files;
    CLI::App* bank_check = bank->add_subcommand("check", "Check case files against the rules");
    commands::CheckOptions rules;
    bank_check->add_option("FILE", rules.files, "Case files; those that ship where none is named");
    bank_check
        ->add_option("--against", rules.against,
                     "After FILE: the files of an older edition; a fact of theirs that has vanished without\n"
                     "retired = true, and a question removed or moved, is an error")
        ->option_text("OLD_FILE ...");
    json_flag(bank_check);
    bank_check->callback([&] {
        rules.json = json;
        status = commands::bank_check(program, rules);
    });
    CLI::App* bank_report = bank->add_subcommand("report", "Count what is in the bank");
    bank_report->add_option("FILE", files, "Case files; those that ship where none is named");
    json_flag(bank_report);
    bank_report->callback([&] { status = commands::bank_report(program, files, json); });

    CLI::App* bank_draw = bank->add_subcommand("draw", "Draw questions by lot, to be read without the file");
    commands::DrawOptions lot;
    bank_draw->add_option("FILE", lot.files, "Case files; those that ship where none is named");
    bank_draw->add_option("--count", lot.count, "How many questions (default: 100)");
    bank_draw->add_option("--seed", lot.seed, "Another number draws other questions (default: 1)");
    bank_draw->add_flag("--answers", lot.answers, "Print the answers too");
    json_flag(bank_draw);
    bank_draw->callback([&] {
        lot.json = json;
        status = commands::bank_draw(program, lot);
    });

    CLI::App* explain = cli.add_subcommand("explain", "Why a card is due on its date");
    commands::ExplainOptions why;
    explain->add_option("CARD", why.card, "A card's id, e.g. mallory.payment#1");
    explain->add_option("--ratings", why.ratings, "Ratings 1 to 4, with commas")->delimiter(',');
    explain->add_option("--days", why.days, "Days since the review before, with commas")->delimiter(',');
    explain->add_option("--weights", why.weights, "21 numbers, with commas");
    explain->add_option("--retention", why.retention, "Desired retention, 0.70 to 0.97");
    json_flag(explain);
    explain->callback([&] {
        why.json = json;
        status = commands::explain(program, why);
    });

    CLI::App* check = cli.add_subcommand("check", "Check your library; compare its schedules with its reviews");
    bool rebuild = false;
    check->add_flag("--rebuild", rebuild, "Compute the schedules anew from the reviews");
    json_flag(check);
    check->callback([&] { status = commands::check(program, rebuild, json); });

    CLI::App* capture = cli.add_subcommand("capture", "Draw a view with sample data into a PNG file");
    commands::CaptureOptions picture;
    capture->add_option("VIEW", picture.view, "today, study, study-right, study-wrong, add …")->required();
    capture->add_option("OUT", picture.out, "The PNG file to write")->required();
    capture->add_option("--scale", picture.scale, "Scale of the display")->check(CLI::Range(0.5, 4.0));
    capture->add_option("--width", picture.width, "Pixels")->check(CLI::Range(320, 7680));
    capture->add_option("--height", picture.height, "Pixels")->check(CLI::Range(240, 4320));
    capture->callback([&] {
        picture.dark = wish.dark;
        status = commands::capture(program, picture);
    });

    // Callbacks run while parsing; the library must be known before.
    cli.parse_complete_callback([&] {
        if (!library.empty()) program.library = library;
    });
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = cli.exit(error);
        return code == 0 ? commands::done : commands::wrong_command_line;
    }
    if (cli.get_subcommands().empty()) {
        catch_interrupts();
        status = open(program, wish, start);
    }
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    const auto start = std::chrono::steady_clock::now();
    try {
        return run(argc, argv, start);
    } catch (const std::exception& error) {
        std::cerr << commands::printable(error.what()) << '\n';
        return commands::failed;
    }
}
