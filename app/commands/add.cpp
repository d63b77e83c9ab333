#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/commands/commands.h"

namespace commands {

int add(Program& program, const app::Draft& draft, bool json) {
    const std::vector<app::DraftProblem> problems = app::problems_of(draft);
    if (!problems.empty()) {
        for (const app::DraftProblem& problem : problems) {
            program.err << fmt::format("casebook add: {}: {}\n", problem.field, problem.what);
        }
        return wrong_command_line;
    }
    app::Session session(program.session_options());
    app::Draft placed = draft;
    if (!placed.case_id.empty() && session.casefile(placed.case_id) == nullptr) {
        program.err << fmt::format("casebook add: There is no case \"{}\".\n    Name one of: ",
                                   printable(placed.case_id));
        for (const auto& [id, title] : session.case_choices())
            program.err << id << ' ';
        program.err << "\n    or make one with --new-case TITLE.\n";
        return failed;
    }
    const cards::CaseFile* file = placed.case_id.empty() ? nullptr : session.casefile(placed.case_id);
    const auto advice = app::advice_on(placed, file == nullptr ? std::vector<cards::Person>{} : file->people);
    const app::Session::Added added = session.add(placed, program.clock());
    if (added.problem) {
        program.err << printable(added.problem->text) << '\n';
        return failed;
    }
    if (json) {
        nlohmann::ordered_json findings = nlohmann::ordered_json::array();
        for (const auto& finding : advice) {
            findings.push_back(
                {{"rule", finding.rule}, {"field", finding.field}, {"what", finding.what}, {"fix", finding.fix}});
        }
        program.out << nlohmann::ordered_json{{"card", added.card_id}, {"advice", findings}}.dump(2) << '\n';
        return done;
    }
    program.out << "saved " << added.card_id << '\n';
    for (const auto& finding : advice) {
        program.out << fmt::format("  advice [{}]: {} {}\n", finding.rule, printable(finding.what),
                                   printable(finding.fix));
    }
    return done;
}

}  // namespace commands
