// commands.h - every command of the command line, one file each. A command returns
// its exit status; failures of the store reach main as exceptions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/commands/program.h"
#include "app/draft.h"
#include "cards/memory/weights.h"

namespace commands {

// casebook today: how many cards wait, by case, and once what a newer bank changed.
// JSON leaves that as not seen: a program has read it, not the student.
int today(Program& program, bool json);

// casebook study: the session in the terminal. Prints "saved" after each commit.
int study(Program& program);

// casebook add: a card from its parts.
int add(Program& program, const app::Draft& draft, bool json);

struct CheckOptions {
    std::vector<std::string> files;    // The shipped files where none is named.
    std::vector<std::string> against;  // An older edition of them, which students have; may be none.
    bool json = false;
};
// casebook bank check [FILE…] [--against OLD…]: the rules; and, against an older
// edition, that no fact or question of it has vanished.
int bank_check(Program& program, const CheckOptions& options);

// casebook bank report [FILE…]: what is in the bank.
int bank_report(Program& program, const std::vector<std::string>& files, bool json);

struct DrawOptions {
    std::vector<std::string> files;  // The shipped files where none is named.
    std::size_t count = 100;
    std::uint64_t seed = 1;
    bool answers = false;
    bool json = false;
};
// casebook bank draw [FILE…]: questions drawn by lot, to be read without the file.
int bank_draw(Program& program, const DrawOptions& options);

struct ExplainOptions {
    std::string card;  // A card's id, or …
    std::vector<int> ratings;
    std::vector<int> days;   // … ratings and the days between them.
    std::string weights;     // 21 numbers; empty = the student's own, or the defaults.
    double retention = 0.0;  // 0 = the student's own, or 0.90.
    bool json = false;
};
// casebook explain: why this date.
int explain(Program& program, const ExplainOptions& options);

struct OptimizeCommand {
    std::string revlog;  // A CSV file; empty = the library's own log.
    bool json = false;
};
// casebook optimize: weights fitted to a log. The library's own are replaced where
// the new ones predict better.
int optimize(Program& program, const OptimizeCommand& options);

struct SimulateCommand {
    int days = 90;
    std::vector<double> retentions = {0.80, 0.85, 0.90, 0.95};
    int cards = 0;  // Made-up new cards; 0 = the library's own cards.
    bool json = false;
};
// casebook simulate: the workload that each desired retention would bring.
int simulate(Program& program, const SimulateCommand& options);

struct BacklogCommand {
    int days = 0;     // To be done within, or …
    int per_day = 0;  // … at this pace; both 0 = the day's limit.
    bool json = false;
};
// casebook backlog: the way out after a break.
int backlog(Program& program, const BacklogCommand& options);

// casebook leeches: the cards that need rewriting.
int leeches(Program& program, bool json);

struct ExamCommand {
    std::string case_id;  // Empty: every exam is listed.
    std::string date;     // "2027-03-12"; empty: this case's exam is shown.
    bool clear = false;
};
// casebook exam CASE DATE: a day by which a case must be known.
int exam(Program& program, const ExamCommand& options);

// casebook cram CASE: all its cards in the terminal. Saves nothing.
int cram(Program& program, const std::string& case_id);

// casebook suspend CARD, casebook unsuspend CARD.
int suspend(Program& program, const std::string& card, bool suspended);

// casebook more N: a few more new cards today.
int more(Program& program, int extra);

// casebook check [--rebuild]: whether the library is whole.
int check(Program& program, bool rebuild, bool json);

struct CaptureOptions {
    std::string view;  // "today", "study", "study-right", "study-wrong", "study-typed", "add", "done", "keys".
    std::string out;
    int width = 1180;
    int height = 780;
    double scale = 1.0;
    bool dark = false;
};
// casebook capture VIEW OUT.png: a view with sample data, drawn without a display.
int capture(Program& program, const CaptureOptions& options);

// casebook --version: ours and those of what the program stands on.
std::string version_text();

}  // namespace commands
