#include "app/cli.h"

#include <CLI/CLI.hpp>
#include <sstream>

#include "app/commands/commands.h"

namespace cli {
namespace {

// What is filled in while the command line is read; callbacks run at its end.
struct Line {
    Line(commands::Program& its_program, const Hooks& its_hooks) : program(its_program), hooks(its_hooks) {}

    commands::Program& program;
    const Hooks& hooks;
    int status = commands::done;
    std::string library;
    bool json = false;
    WindowWish wish;
    std::string name;  // A card, case or file.
    int number = 0;
    std::vector<std::string> files;
    app::Draft draft;
    std::vector<std::string> accept;
    std::vector<std::string> wrong;
    std::string fact_status = "reported";
    std::string kind = "term";
    std::string tier = "press";
    commands::ExplainOptions explain;
    commands::OptimizeCommand optimize;
    commands::SimulateCommand simulate;
    commands::BacklogCommand backlog;
    commands::ExamCommand exam;
    commands::CaptureOptions picture;
    commands::CheckOptions rules;
    commands::DrawOptions lot;
    bool rebuild = false;

    // A command that does `work`, with --json where `prints_json`.
    CLI::App* add(CLI::App& cli, const char* command, const char* what, std::function<int()> work,
                  bool prints_json = false) {
        CLI::App* made = cli.add_subcommand(command, what);
        if (prints_json) made->add_flag("--json", json, "Print JSON");
        made->callback([this, work = std::move(work)] { status = work(); });
        return made;
    }
};

constexpr bool with_json = true;

// A draft's fields as options of `add`.
void draft_options(CLI::App& command, Line& line) {
    app::Draft& draft = line.draft;
    const auto words = [](const std::vector<std::string_view>& list) {
        return std::vector<std::string>(list.begin(), list.end());
    };
    command.add_option("-q,--question", draft.question, "The question")->required();
    command.add_option("-a,--answer", draft.answer, "The answer, at most six words")->required();
    command.add_option("--accept", line.accept, "Another accepted answer (repeat)");
    command.add_option("--wrong", line.wrong, "A wrong option (repeat)");
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
    command.add_option("--status", line.fact_status, "How surely it is known")
        ->check(CLI::IsMember(words(cards::fact_status_words())));
    command.add_option("--kind", line.kind, "The kind of answer")
        ->check(CLI::IsMember(words(cards::fact_kind_words())));
    command.add_option("--tier", line.tier, "The kind of source")
        ->check(CLI::IsMember(words(cards::source_tier_words())));
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : "; ") + part;
    return text;
}

void study_commands(CLI::App& cli, Line& line) {
    commands::Program& program = line.program;
    line.add(cli, "study", "Study in the terminal", [&] {
        line.hooks.catch_interrupts();
        return commands::study(program);
    });
    line.add(
        cli, "today", "Print what waits today, by case", [&] { return commands::today(program, line.json); },
        with_json);
    line.add(cli, "more", "Let more new cards in today", [&] { return commands::more(program, line.number); })
        ->add_option("N", line.number, "How many")
        ->required()
        ->check(CLI::Range(1, 9'999));
    line.add(cli, "cram", "Go through a case's cards; saves nothing",
             [&] {
                 line.hooks.catch_interrupts();
                 return commands::cram(program, line.name);
             })
        ->add_option("CASE", line.name, "A case's id, e.g. mallory")
        ->required();
    const auto card = [&](CLI::App* command) {
        command->add_option("CARD", line.name, "A card's id, e.g. mallory.payment#1")->required();
    };
    card(line.add(cli, "suspend", "Ask a card no more until it is brought back",
                  [&] { return commands::suspend(program, line.name, true); }));
    card(line.add(cli, "unsuspend", "Bring a suspended card back",
                  [&] { return commands::suspend(program, line.name, false); }));
}

void plan_commands(CLI::App& cli, Line& line) {
    commands::Program& program = line.program;
    CLI::App* optimize = line.add(
        cli, "optimize", "Fit the memory model to your reviews",
        [&] {
            line.optimize.json = line.json;
            return commands::optimize(program, line.optimize);
        },
        with_json);
    optimize->add_option("--revlog", line.optimize.revlog, "Fit to a CSV file instead; your library stays as it is");

    CLI::App* simulate = line.add(
        cli, "simulate", "Predict the workload of several desired retentions",
        [&] {
            line.simulate.json = line.json;
            return commands::simulate(program, line.simulate);
        },
        with_json);
    simulate->add_option("--days", line.simulate.days, "How many days (default 90)")->check(CLI::Range(1, 3'650));
    simulate->add_option("--retention", line.simulate.retentions, "0.70 to 0.97, several with commas")->delimiter(',');
    simulate->add_option("--cards", line.simulate.cards, "This many made-up new cards instead of your own")
        ->check(CLI::Range(1, 1'000'000));

    CLI::App* backlog = line.add(
        cli, "backlog", "Plan the way back after a break",
        [&] {
            line.backlog.json = line.json;
            return commands::backlog(program, line.backlog);
        },
        with_json);
    CLI::Option* days = backlog->add_option("--days", line.backlog.days, "Have it gone within so many days");
    days->check(CLI::Range(1, 365));
    backlog->add_option("--per-day", line.backlog.per_day, "Review so many cards a day")
        ->check(CLI::Range(1, 9'999))
        ->excludes(days);

    line.add(
        cli, "leeches", "List the cards that need rewriting", [&] { return commands::leeches(program, line.json); },
        with_json);
    CLI::App* exam = line.add(cli, "exam", "Set the day by which a case must be known",
                              [&] { return commands::exam(program, line.exam); });
    exam->add_option("CASE", line.exam.case_id, "A case's id; every exam is listed where none is named");
    exam->add_option("DATE", line.exam.date, "The day, e.g. 2027-03-12");
    exam->add_flag("--clear", line.exam.clear, "Take the case's exam away");

    CLI::App* explain = line.add(
        cli, "explain", "Why a card is due on its date",
        [&] {
            line.explain.json = line.json;
            return commands::explain(program, line.explain);
        },
        with_json);
    explain->add_option("CARD", line.explain.card, "A card's id, e.g. mallory.payment#1");
    explain->add_option("--ratings", line.explain.ratings, "Ratings 1 to 4, with commas")->delimiter(',');
    explain->add_option("--days", line.explain.days, "Days since the review before, with commas")->delimiter(',');
    explain->add_option("--weights", line.explain.weights, "21 numbers, with commas");
    explain->add_option("--retention", line.explain.retention, "Desired retention, 0.70 to 0.97");
}

void library_commands(CLI::App& cli, Line& line) {
    commands::Program& program = line.program;
    CLI::App* add = line.add(
        cli, "add", "Add a card of your own",
        [&] {
            line.draft.accept = joined(line.accept);
            line.draft.wrong = joined(line.wrong);
            line.draft.status = *cards::fact_status_from(line.fact_status);
            line.draft.kind = *cards::fact_kind_from(line.kind);
            line.draft.tier = *cards::source_tier_from(line.tier);
            return commands::add(program, line.draft, line.json);
        },
        with_json);
    draft_options(*add, line);

    CLI::App* bank = cli.add_subcommand("bank", "The question bank");
    bank->require_subcommand(1);
    const auto files = [&](CLI::App* command) {
        command->add_option("FILE", line.files, "Case files; those that ship where none is named");
    };
    CLI::App* bank_check = line.add(
        *bank, "check", "Check case files against the rules",
        [&] {
            line.rules.files = line.files;
            line.rules.json = line.json;
            return commands::bank_check(program, line.rules);
        },
        with_json);
    files(bank_check);
    bank_check
        ->add_option("--against", line.rules.against,
                     "After FILE: the files of an older edition; a fact of theirs that has vanished without\n"
                     "retired = true, and a question removed or moved, is an error")
        ->option_text("OLD_FILE ...");
    files(line.add(
        *bank, "report", "Count what is in the bank",
        [&] { return commands::bank_report(program, line.files, line.json); }, with_json));
    CLI::App* draw = line.add(
        *bank, "draw", "Draw questions by lot, to be read without the file",
        [&] {
            line.lot.files = line.files;
            line.lot.json = line.json;
            return commands::bank_draw(program, line.lot);
        },
        with_json);
    files(draw);
    draw->add_option("--count", line.lot.count, "How many questions (default: 100)");
    draw->add_option("--seed", line.lot.seed, "Another number draws other questions (default: 1)");
    draw->add_flag("--answers", line.lot.answers, "Print the answers too");

    CLI::App* check = line.add(
        cli, "check", "Check your library; compare its schedules with its reviews",
        [&] { return commands::check(program, line.rebuild, line.json); }, with_json);
    check->add_flag("--rebuild", line.rebuild, "Compute the schedules anew from the reviews");

    CLI::App* capture = line.add(cli, "capture", "Draw a view with sample data into a PNG file", [&] {
        line.picture.dark = line.wish.dark;
        return commands::capture(program, line.picture);
    });
    capture->add_option("VIEW", line.picture.view, "today, study, study-right, study-wrong, add …")->required();
    capture->add_option("OUT", line.picture.out, "The PNG file to write")->required();
    capture->add_option("--scale", line.picture.scale, "Scale of the display")->check(CLI::Range(0.5, 4.0));
    capture->add_option("--width", line.picture.width, "Pixels")->check(CLI::Range(320, 7680));
    capture->add_option("--height", line.picture.height, "Pixels")->check(CLI::Range(240, 4320));
}

}  // namespace

int run(int argc, char** argv, commands::Program& program, const Hooks& hooks) {
    CLI::App cli("Learn espionage cases by heart, with the evidence behind every card.", "casebook");
    cli.set_version_flag("--version", commands::version_text());
    cli.require_subcommand(0, 1);
    cli.fallthrough();
    Line line(program, hooks);
    cli.add_option("--library", line.library, "Your library's file (default: in the XDG data directory)");
    cli.add_flag("--dark", line.wish.dark, "Open the window in dark colours");
    cli.add_option("--text-size", line.wish.text_scale, "Size of text in the window, 0.8 to 2.0")
        ->check(CLI::Range(0.8, 2.0));
    cli.add_flag("--time-first-frame", line.wish.time_first_frame, "Print when the first frame is shown");
    study_commands(cli, line);
    plan_commands(cli, line);
    library_commands(cli, line);

    // Callbacks run while parsing; the library must be known before.
    cli.parse_complete_callback([&] {
        if (!line.library.empty()) program.library = line.library;
    });
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        std::ostringstream message;  // It may quote what was typed.
        const int code = cli.exit(error, program.out, message);
        program.err << commands::printable(message.str());
        return code == 0 ? commands::done : commands::wrong_command_line;
    }
    if (!cli.get_subcommands().empty()) return line.status;
    return hooks.open(line.wish);
}

}  // namespace cli
