#include "cards/schedule/backlog.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/commands/commands.h"

namespace commands {

int backlog(Program& program, const BacklogCommand& options) {
    app::Session session(program.session_options());
    const cards::Moment now = program.clock();
    const int per_day = options.per_day > 0 ? options.per_day : std::max(1, session.options().reviews_per_day);
    const cards::BacklogPlan plan =
        options.days > 0 ? session.backlog_within(options.days, now) : session.backlog_at(per_day, now);
    const bool paused = session.today(now).backlog.has_value();
    if (options.json) {
        nlohmann::ordered_json days = nlohmann::ordered_json::array();
        for (const cards::BacklogDay& day : plan.days)
            days.push_back({{"reviews", day.reviews}, {"left", day.left}, {"minutes", day.minutes}});
        program.out << nlohmann::ordered_json{{"overdue", plan.overdue},
                                              {"per_day", plan.per_day},
                                              {"days", plan.days.size()},
                                              {"gone", plan.gone},
                                              {"minutes_a_day", plan.minutes_a_day},
                                              {"forgotten", plan.forgotten},
                                              {"new_cards_pause", paused},
                                              {"by_day", days}}
                           .dump(2)
                    << '\n';
        return done;
    }
    if (plan.overdue == 0) {
        program.out << "There is no backlog: no card was due before today.\n";
        return done;
    }
    program.out << fmt::format("{} card{} due before today.\n", plan.overdue, plan.overdue == 1 ? " was" : "s were");
    if (plan.gone) {
        program.out << fmt::format("At {} reviews a day the backlog is gone in {} day{}, about {:.0f} minutes a day.\n",
                                   plan.per_day, plan.days.size(), plan.days.size() == 1 ? "" : "s",
                                   plan.minutes_a_day);
    } else {
        program.out << fmt::format(
            "At {} reviews a day it is not gone within a year.\n    Choose more with --per-day, or a time with "
            "--days.\n",
            plan.per_day);
    }
    program.out << fmt::format("About {:.0f} of these cards will have been forgotten when they are asked.\n",
                               plan.forgotten);
    if (paused) program.out << "Until it is gone, new cards pause and those that would be lost most come first.\n";
    return done;
}

}  // namespace commands
