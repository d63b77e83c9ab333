#include "cards/schedule/simulate.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/commands/commands.h"

namespace commands {
namespace {

app::WorkloadJob made_up(const Program& program, const SimulateCommand& options) {
    const cards::SchedulerOptions defaults;
    app::WorkloadJob job;
    job.options.days = options.days;
    job.options.new_cards = options.cards;
    job.options.today = study_day(program.clock(), defaults.rollover_hour);
    return job;
}

}  // namespace

int simulate(Program& program, const SimulateCommand& options) {
    const auto possible = [](double retention) { return retention >= 0.70 && retention <= 0.97; };
    if (!std::all_of(options.retentions.begin(), options.retentions.end(), possible)) {
        program.err << "casebook simulate: a desired retention is 0.70 to 0.97.\n";
        return wrong_command_line;
    }
    const app::WorkloadJob job =
        options.cards > 0 ? made_up(program, options)
                          : app::Session(program.session_options()).workload_job(options.days, program.clock());
    const std::vector<cards::WorkloadPoint> points = cards::workload(job.cards, job.options, options.retentions);
    const auto learned = static_cast<int>(std::count_if(
        job.cards.begin(), job.cards.end(), [](const auto& card) { return card.state != cards::State::New; }));
    if (options.json) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (const cards::WorkloadPoint& point : points) {
            list.push_back({{"desired_retention", point.desired_retention},
                            {"reviews_a_day", point.reviews_a_day},
                            {"minutes_a_day", point.minutes_a_day},
                            {"known", point.known}});
        }
        program.out << nlohmann::ordered_json{{"days", options.days},
                                              {"new_cards", job.options.new_cards},
                                              {"learned_cards", learned},
                                              {"workload", list}}
                           .dump(2)
                    << '\n';
        return done;
    }
    program.out << fmt::format("The next {} days with {} new cards ({} a day) and {} learned ones:\n\n", options.days,
                               job.options.new_cards, job.options.scheduler.new_per_day, learned);
    program.out << fmt::format("  {:>9} {:>14} {:>14} {:>12}\n", "retention", "reviews a day", "minutes a day",
                               "known then");
    for (const cards::WorkloadPoint& point : points) {
        program.out << fmt::format("  {:>8.0f}% {:>14.1f} {:>14.1f} {:>12.0f}\n", point.desired_retention * 100,
                                   point.reviews_a_day, point.minutes_a_day, point.known);
    }
    return done;
}

}  // namespace commands
