#include "cards/memory/optimize.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/commands/commands.h"
#include "cards/memory/revlog_csv.h"

namespace commands {
namespace {

constexpr std::size_t most_csv_bytes = 1U << 30U;

cards::OptimizeReport run(const Program& program, app::OptimizeJob job) {
    job.options.threads = 2;
    job.options.seconds_now = [&] { return static_cast<double>(program.clock().at.unix_ms) / 1000.0; };
    return cards::optimize(job.log, job.options);
}

// The numbers are those of the weights that are printed, on reviews they have not seen.
void print(Program& program, const cards::OptimizeReport& report, bool json, bool own) {
    const cards::Metrics& of_weights = report.changed ? report.after : report.before;
    if (json) {
        program.out << nlohmann::ordered_json{{"weights", report.weights},
                                              {"reviews", report.reviews},
                                              {"log_loss", of_weights.log_loss},
                                              {"rmse_bins", of_weights.rmse_bins},
                                              {"auc", of_weights.auc},
                                              {"default_log_loss", report.default_log_loss},
                                              {"seconds", report.seconds},
                                              {"changed", report.changed},
                                              {"why", report.why},
                                              {"unseen_reviews", report.unseen_reviews},
                                              {"old_log_loss", report.before.log_loss}}
                           .dump(2)
                    << '\n';
        return;
    }
    program.out << wrapped(report.why, 78);
    program.out << fmt::format("\n{} reviews used, {:.2f} s.\n", report.reviews, report.seconds);
    if (report.unseen_reviews > 0) {
        const auto row = [&](const char* name, const cards::Metrics& m) {
            program.out << fmt::format("  {:<16} log-loss {:.4f}   RMSE(bins) {:.4f}   AUC {:.3f}\n", name, m.log_loss,
                                       m.rmse_bins, m.auc);
        };
        program.out << fmt::format("On the last {} reviews, which the fit had not seen:\n", report.unseen_reviews);
        row("old weights", report.before);
        row("fitted weights", report.after);
        program.out << fmt::format("  {:<16} log-loss {:.4f}\n", "default weights", report.default_log_loss);
    }
    if (report.changed || !own) program.out << "\nWeights: " << cards::to_text(report.weights) << '\n';
    if (report.changed && own) program.out << "They are in use now: every card's stability was computed anew.\n";
}

int optimize_file(Program& program, const OptimizeCommand& options) {
    const auto text = read_file(options.revlog, most_csv_bytes);
    if (!text) {
        program.err << fmt::format(
            "casebook optimize: {} can't be read.\n    Check its name and that you may read it; it may have up to 1 "
            "GiB.\n",
            printable(options.revlog));
        return failed;
    }
    cards::RevlogOptions csv;
    csv.file = options.revlog;
    csv.utc_offset_minutes = program.clock().utc_offset_minutes;
    cards::Revlog revlog = cards::read_revlog_csv(*text, csv);
    for (const cards::Diagnostic& diagnostic : revlog.diagnostics)
        program.err << printable(to_text(diagnostic)) << '\n';
    if (has_errors(revlog.diagnostics)) {
        program.err << "casebook optimize: nothing was read; mend these rows and try again.\n";
        return failed;
    }
    app::OptimizeJob job;
    job.log = std::move(revlog.reviews);
    print(program, run(program, std::move(job)), options.json, false);
    return done;
}

int optimize_library(Program& program, const OptimizeCommand& options) {
    app::Session session(program.session_options());
    const cards::OptimizeReport report = run(program, session.optimize_job());
    if (const auto problem = session.adopt(report, program.clock())) {
        program.err << printable(problem->text) << '\n';
        return failed;
    }
    print(program, report, options.json, true);
    return done;
}

}  // namespace

int optimize(Program& program, const OptimizeCommand& options) {
    return options.revlog.empty() ? optimize_library(program, options) : optimize_file(program, options);
}

}  // namespace commands
