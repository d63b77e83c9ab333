#include "cards/schedule/exam.h"

#include <fmt/format.h>

#include <ostream>

#include "app/commands/commands.h"

namespace commands {
namespace {

void print_exam(Program& program, const app::Session& session, const std::string& case_id, cards::StudyDay exam) {
    const cards::StudyDay today = study_day(program.clock(), session.options().rollover_hour);
    const int left = exam.number - today.number;
    program.out << fmt::format("{}: exam on {}, ", printable(case_id), to_text(exam));
    if (left > 1) {
        program.out << fmt::format("in {} days.\n", left);
    } else {
        program.out << (left == 1 ? "tomorrow.\n" : left == 0 ? "today.\n" : "past.\n");
    }
}

int list(Program& program, const app::Session& session, const std::string& only) {
    bool any = false;
    for (const auto& [id, settings] : session.case_settings()) {
        if (!settings.exam || (!only.empty() && id != only)) continue;
        print_exam(program, session, id, *settings.exam);
        any = true;
    }
    if (!any) program.out << "No exam is set. `casebook exam CASE DATE` sets one.\n";
    return done;
}

}  // namespace

int exam(Program& program, const ExamCommand& options) {
    if (options.clear && !options.date.empty()) {
        program.err << "casebook exam: give a date or --clear, not both.\n";
        return wrong_command_line;
    }
    if (options.clear && options.case_id.empty()) {
        program.err << "casebook exam: name the case whose exam is to be cleared.\n";
        return wrong_command_line;
    }
    std::optional<cards::StudyDay> date;
    if (!options.date.empty()) {
        date = cards::parse_study_day(options.date);
        if (!date) {
            program.err << fmt::format(
                "casebook exam: \"{}\" is no date.\n    Write it as year-month-day: 2027-03-12.\n",
                printable(options.date));
            return wrong_command_line;
        }
    }
    app::Session session(program.session_options());
    const cards::Moment now = program.clock();
    if (!options.case_id.empty() && !has_case(program, session, options.case_id, "exam")) return failed;
    if (!date && !options.clear) return list(program, session, options.case_id);
    if (date && *date <= study_day(now, session.options().rollover_hour)) {
        program.err << fmt::format("casebook exam: {} is not in the future.\n", to_text(*date));
        return wrong_command_line;
    }
    const auto known = session.case_settings().find(options.case_id);
    app::CaseSettings settings = known == session.case_settings().end() ? app::CaseSettings{} : known->second;
    settings.exam = date;
    if (const auto problem = session.set_case(options.case_id, settings, now)) {
        program.err << printable(problem->text) << '\n';
        return failed;
    }
    if (!date) {
        program.out << fmt::format("{}: no exam.\n", printable(options.case_id));
        return done;
    }
    print_exam(program, session, options.case_id, *date);
    program.out << fmt::format(
        "Its cards are held at up to {:.0f} % recall from {} days before, and each is asked once more in the last {} "
        "days.\n",
        cards::exam_retention * 100, cards::exam_raise_days, cards::exam_last_look_days);
    return done;
}

}  // namespace commands
