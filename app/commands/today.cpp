#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/commands/commands.h"
#include "app/commands/terminal.h"

namespace commands {
namespace {

int print_news(Program& program, app::Session& session) {
    if (session.news().empty()) return done;
    program.out << "\nWhat changed in the question bank\n";
    for (const app::NewsEntry& each : session.news()) {
        program.out << fmt::format("\n  {} ({})\n", meaning(each), printable(each.case_title));
        if (!each.claim.empty()) program.out << wrapped(printable(each.claim), 76, 4);
    }
    if (const auto problem = session.news_seen()) {
        program.err << printable(problem->text) << '\n';
        return failed;
    }
    return done;
}

}  // namespace

int today(Program& program, bool json) {
    app::Session session(program.session_options());
    const app::Today& plan = session.today(program.clock());
    if (json) {
        nlohmann::ordered_json cases = nlohmann::ordered_json::array();
        for (const app::CaseToday& each : plan.cases) {
            cases.push_back({{"id", each.id},
                             {"title", each.title},
                             {"new", each.counts.fresh},
                             {"learning", each.counts.learning},
                             {"due", each.counts.due},
                             {"cards", each.cards}});
        }
        nlohmann::ordered_json changed = nlohmann::ordered_json::array();
        for (const app::NewsEntry& each : session.news()) {
            changed.push_back({{"kind", to_text(each.kind)},
                               {"case", each.case_title},
                               {"fact", each.fact_id},
                               {"claim", each.claim},
                               {"cards", each.cards}});
        }
        nlohmann::ordered_json report = {
            {"day", to_iso(plan.day)}, {"new", plan.counts.fresh}, {"learning", plan.counts.learning},
            {"due", plan.counts.due},  {"minutes", plan.minutes},  {"answered", plan.answered},
            {"cases", cases},          {"changed", changed}};
        if (plan.backlog) {
            report["backlog"] = {{"due", plan.backlog->due},
                                 {"overdue", plan.backlog->overdue},
                                 {"per_day", plan.backlog->per_day},
                                 {"days", plan.backlog->days},
                                 {"minutes_a_day", plan.backlog->minutes_a_day},
                                 {"forgotten", plan.backlog->forgotten}};
        }
        if (!plan.clock_warning.empty()) report["clock_warning"] = plan.clock_warning;
        program.out << report.dump(2) << '\n';
        return done;
    }
    program.out << fmt::format("Today, {}\n\n", to_text(plan.day));
    program.out << notices(plan);
    program.out << fmt::format("  {:>4} new\n  {:>4} learning\n  {:>4} due\n\n", plan.counts.fresh,
                               plan.counts.learning, plan.counts.due);
    if (plan.minutes > 0) program.out << fmt::format("About {} min.\n\n", plan.minutes);
    if (plan.minutes == 0) program.out << "Nothing is left for today.\n\n";
    program.out << fmt::format("  {:<34} {:>5} {:>9} {:>5}\n", "case", "new", "learning", "due");
    for (const app::CaseToday& each : plan.cases) {
        if (each.counts.fresh + each.counts.learning + each.counts.due == 0) continue;
        program.out << fmt::format("  {:<34} {:>5} {:>9} {:>5}\n", printable(each.title), each.counts.fresh,
                                   each.counts.learning, each.counts.due);
    }
    return print_news(program, session);
}

}  // namespace commands
