// cards.cpp - small commands that change which cards are asked.
#include <fmt/format.h>

#include <ostream>

#include "app/commands/commands.h"

namespace commands {

int suspend(Program& program, const std::string& card, bool suspended) {
    app::Session session(program.session_options());
    if (const auto problem = session.set_suspended(card, suspended, program.clock())) {
        program.err << printable(problem->text) << '\n';
        return failed;
    }
    program.out << fmt::format(
        "{} {}\n", printable(card),
        suspended ? "is suspended: it is not asked until it is brought back." : "is asked again.");
    return done;
}

int more(Program& program, int extra) {
    app::Session session(program.session_options());
    const int before = session.today(program.clock()).counts.fresh;
    if (const auto problem = session.more_today(extra, program.clock())) {
        program.err << printable(problem->text) << '\n';
        return failed;
    }
    const app::Today& plan = session.today(program.clock());
    const int let_in = plan.counts.fresh - before;
    program.out << fmt::format("{} more new card{} today: {} now wait.\n", let_in, let_in == 1 ? "" : "s",
                               plan.counts.fresh);
    if (let_in < extra) program.out << "There are no others that can be asked today.\n";
    return done;
}

}  // namespace commands
