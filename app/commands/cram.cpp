#include "app/cram.h"

#include <fmt/format.h>

#include <ostream>

#include "app/commands/commands.h"
#include "app/commands/terminal.h"

namespace commands {
namespace {

constexpr const char* help_text =
    "  1-4        choose an option; after the answer, rate it (Again, Hard, Good, Easy)\n"
    "  text       your answer\n"
    "  Enter      show the answer; after it, take the proposed rating\n"
    "  q          quit\n"
    "  ?          this help\n";

void answer(Program& program, app::Cram& cram, const app::Prompt& prompt, const std::string& text) {
    if (text.empty()) return cram.show_answer();
    if (prompt.form != cards::Form::Options) return cram.answer_typed(text, program.clock());
    const int number = digit(text).value_or(0);
    if (number == 0 || static_cast<std::size_t>(number) > prompt.options.size()) {
        program.out << fmt::format("Type 1 to {}, or press Enter to see the answer.\n", prompt.options.size());
        return;
    }
    cram.answer_option(static_cast<std::size_t>(number - 1), program.clock());
}

void rate(Program& program, app::Cram& cram, const std::string& text) {
    const auto rating =
        text.empty() ? std::optional(cram.reveal()->proposed) : cards::rating_from(digit(text).value_or(0));
    if (!rating) {
        program.out << "Rate it 1 to 4, or press Enter for the one marked *.\n";
        return;
    }
    cram.rate(*rating);
    program.out << (*rating >= cards::Rating::Good ? "known\n" : "comes back\n");
}

}  // namespace

int cram(Program& program, const std::string& case_id) {
    const app::Session session(program.session_options());
    if (!has_case(program, session, case_id, "cram")) return failed;
    app::Cram cram(session, case_id, program.clock());
    program.out << "Nothing is saved here: the schedule stays as it is. Type ? for help, q to quit.\n";
    std::string shown;
    while (const app::Prompt* asked = cram.prompt(program.clock())) {
        const app::Prompt prompt = *asked;
        const std::string side = fmt::format("{}{}{}", prompt.card_id, cram.answered(), cram.reveal() != nullptr);
        if (side == shown) {
            program.out << "> " << std::flush;
        } else if (cram.reveal() != nullptr) {
            print_reveal(program, *cram.reveal());
        } else {
            print_prompt(program, prompt, fmt::format("{} left", cram.left()));
        }
        shown = side;
        const auto text = read_line(program);
        if (!text || *text == "q") {
            program.out << fmt::format("\n{} answered, {} left. Nothing was saved.\n", cram.answered(), cram.left());
            return done;
        }
        if (*text == "?") {
            program.out << help_text;
        } else if (cram.reveal() != nullptr) {
            rate(program, cram, *text);
        } else {
            answer(program, cram, prompt, *text);
        }
    }
    program.out << fmt::format("\nAll known: {} answered. Nothing was saved.\n", cram.answered());
    return done;
}

}  // namespace commands
