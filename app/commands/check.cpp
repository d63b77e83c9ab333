#include "cards/store/check.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/commands/commands.h"
#include "cards/schedule/replay.h"

namespace commands {

int check(Program& program, bool rebuild, bool json) {
    app::Session session(program.session_options());
    const cards::Weights weights = session.options().weights;
    const cards::store::Replay replay = [&](const std::vector<cards::Review>& log) {
        return cards::replay(log, weights);
    };
    const cards::store::CheckReport report =
        rebuild ? cards::store::rebuild(session.library(), replay) : cards::store::check(session.library(), replay);
    const bool well = report.problems.empty();
    if (json) {
        program.out << nlohmann::ordered_json{{"cards", report.cards},
                                              {"reviews", report.reviews},
                                              {"problems", report.problems},
                                              {"wrong_caches", report.wrong_caches.size()},
                                              {"mended", report.mended}}
                           .dump(2)
                    << '\n';
        return well ? done : failed;
    }
    for (const std::string& problem : report.problems)
        program.out << printable(problem) << '\n';
    program.out << fmt::format("{} cards, {} reviews: ", report.cards, report.reviews);
    if (rebuild) program.out << fmt::format("{} schedules mended. ", report.mended);
    program.out << (well ? "all is well.\n" : "not well.\n");
    if (!well && !rebuild && !report.wrong_caches.empty()) {
        program.out << "    casebook check --rebuild computes the schedules anew from the reviews.\n";
    }
    return well ? done : failed;
}

}  // namespace commands
