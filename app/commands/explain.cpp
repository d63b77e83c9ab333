#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/commands/commands.h"
#include "cards/schedule/explain.h"

namespace commands {
namespace {

using nlohmann::ordered_json;

ordered_json to_json(const std::vector<cards::ExplainedStep>& steps) {
    ordered_json list = ordered_json::array();
    for (const cards::ExplainedStep& step : steps) {
        list.push_back({{"rating", static_cast<int>(step.rating)},
                        {"elapsed_days", step.elapsed_days},
                        {"retrievability", step.recall_before},
                        {"stability", step.stability.value},
                        {"difficulty", step.difficulty},
                        {"interval_days", step.interval_days}});
    }
    return list;
}

void print(std::ostream& out, const std::vector<cards::ExplainedStep>& steps) {
    out << fmt::format("{:>3}  {:<6} {:>8} {:>8} {:>11} {:>11} {:>9}\n", "#", "rating", "days", "recall", "stability",
                       "difficulty", "interval");
    int number = 0;
    for (const cards::ExplainedStep& step : steps) {
        out << fmt::format("{:>3}  {:<6} {:>8} {:>7.1f}% {:>11.4f} {:>11.4f} {:>9}\n", ++number, to_text(step.rating),
                           step.elapsed_days, step.recall_before * 100, step.stability.value, step.difficulty,
                           step.interval_days);
    }
}

int explain_ratings(Program& program, const ExplainOptions& options, const cards::Weights& weights) {
    std::vector<cards::Rating> ratings;
    for (const int number : options.ratings) {
        const auto rating = cards::rating_from(number);
        if (!rating) {
            program.err << "casebook explain: a rating is 1 (Again), 2 (Hard), 3 (Good) or 4 (Easy).\n";
            return wrong_command_line;
        }
        ratings.push_back(*rating);
    }
    if (options.days.size() != ratings.size()) {
        program.err << fmt::format(
            "casebook explain: {} ratings but {} days.\n    Give --days one number per rating, 0 first.\n",
            ratings.size(), options.days.size());
        return wrong_command_line;
    }
    const double retention = options.retention > 0 ? options.retention : 0.90;
    const auto steps = cards::explain(ratings, options.days, weights, retention);
    if (options.json) {
        program.out << ordered_json{{"desired_retention", retention}, {"steps", to_json(steps)}}.dump(2) << '\n';
    } else {
        print(program.out, steps);
    }
    return done;
}

int explain_card(Program& program, const ExplainOptions& options) {
    app::Session session(program.session_options());
    const auto key = session.library().find_card(options.card);
    const auto row = key ? session.library().card(*key) : std::nullopt;
    if (!row) {
        program.err << fmt::format(
            "casebook explain: There is no card \"{}\".\n    A card's id looks like mallory.payment#1.\n",
            printable(options.card));
        return failed;
    }
    const cards::StudyDay today = study_day(program.clock(), session.options().rollover_hour);
    cards::SchedulerOptions scheduler = session.options_for(*row, today);
    if (options.retention > 0) scheduler.desired_retention = options.retention;
    if (!options.weights.empty()) scheduler.weights = *cards::parse_weights(options.weights).weights;
    const std::vector<cards::Review> log = session.library().log(*key);
    const cards::Explanation why = cards::explain(row->id, log, scheduler, today);
    if (options.json) {
        ordered_json curve = ordered_json::array();
        for (const cards::CurvePoint& point : why.curve)
            curve.push_back({point.day, point.recall});
        ordered_json report = {{"card", cards::card_text_id(row->fact_id, row->position)},
                               {"state", to_text(why.state.state)},
                               {"due", why.state.state == cards::State::New ? "" : to_iso(why.state.due_day)},
                               {"sentence", why.sentence},
                               {"recall_today", why.recall_today},
                               {"steps", to_json(why.steps)},
                               {"curve", curve}};
        program.out << report.dump(2) << '\n';
        return done;
    }
    program.out << why.sentence << "\n";
    if (!why.steps.empty()) {
        program.out << '\n';
        print(program.out, why.steps);
    }
    return done;
}

}  // namespace

int explain(Program& program, const ExplainOptions& options) {
    cards::Weights weights = cards::fsrs6_weights;
    if (!options.weights.empty()) {
        const cards::ParsedWeights parsed = cards::parse_weights(options.weights);
        if (!parsed.weights) {
            program.err << "casebook explain: " << printable(parsed.error) << '\n';
            return wrong_command_line;
        }
        weights = *parsed.weights;
    }
    if (options.retention != 0 && (options.retention < 0.70 || options.retention > 0.97)) {
        program.err << "casebook explain: --retention is 0.70 to 0.97.\n";
        return wrong_command_line;
    }
    if (options.card.empty() == options.ratings.empty()) {
        program.err << "casebook explain: name a card, or give --ratings and --days.\n";
        return wrong_command_line;
    }
    return options.card.empty() ? explain_ratings(program, options, weights) : explain_card(program, options);
}

}  // namespace commands
