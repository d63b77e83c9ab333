#include <fmt/format.h>

#include <istream>
#include <ostream>

#include "app/commands/commands.h"
#include "app/commands/terminal.h"

namespace commands {
namespace {

constexpr const char* help_text =
    "  1-4        choose an option; after the answer, rate it (Again, Hard, Good, Easy)\n"
    "  text       your answer\n"
    "  Enter      show the answer; after it, take the proposed rating\n"
    "  u          undo the last rating\n"
    "  -          bury this card until tomorrow\n"
    "  @          suspend this card\n"
    "  q          quit; everything is saved already\n"
    "  ?          this help\n";

// What one line does to the card being asked or rated. False = quit.
class Dialogue {
  public:
    Dialogue(Program& program, app::Session& session) : program_(program), session_(session) {}

    bool take(const std::string& text, const app::Prompt& prompt) {
        if (text == "q") return false;
        if (text == "?") {
            program_.out << help_text;
        } else if (text == "u") {
            undo();
        } else if (text == "-") {
            say(session_.bury(program_.clock()), "buried until tomorrow");
        } else if (text == "@") {
            say(session_.suspend(program_.clock()), "suspended");
        } else if (const app::Reveal* reveal = session_.reveal()) {
            rate(text, *reveal);
        } else {
            answer(text, prompt);
        }
        return true;
    }

  private:
    void say(const std::optional<app::Problem>& problem, const char* done_text) {
        program_.out << (problem ? printable(problem->text) : std::string(done_text)) << '\n';
    }

    void undo() {
        const app::Session::Undo undone = session_.undo(program_.clock());
        if (undone.problem) {
            program_.out << printable(undone.problem->text) << '\n';
        } else {
            program_.out << (undone.done ? "undone\n" : "nothing to undo\n");
        }
    }

    void answer(const std::string& text, const app::Prompt& prompt) {
        const auto number = digit(text);
        if (text.empty()) {
            session_.show_answer(program_.clock());
        } else if (prompt.form == cards::Form::Options) {
            if (!number || static_cast<std::size_t>(*number) > prompt.options.size()) {
                program_.out << fmt::format("Type 1 to {}, or press Enter to see the answer.\n", prompt.options.size());
                return;
            }
            session_.answer_option(static_cast<std::size_t>(*number - 1), program_.clock());
        } else {
            session_.answer_typed(text, program_.clock());
        }
    }

    void rate(const std::string& text, const app::Reveal& reveal) {
        const auto number = digit(text);
        const auto rating = text.empty() ? std::optional(reveal.proposed) : cards::rating_from(number.value_or(0));
        if (!rating) {
            program_.out << "Rate it 1 to 4, or press Enter for the one marked *.\n";
            return;
        }
        if (const auto problem = session_.rate(*rating, program_.clock())) {
            program_.out << printable(problem->text) << '\n';
            return;
        }
        const app::Saved& saved = *session_.last_saved();
        program_.out << fmt::format("saved {} {} {}\n", saved.card_id, to_text(saved.rating), saved.interval);
        if (saved.leech) {
            program_.out << "This card is forgotten again and again. `casebook leeches` shows what it is confused "
                            "with, so that it can be rewritten.\n";
        }
        program_.out << std::flush;
    }

    Program& program_;
    app::Session& session_;
};

}  // namespace

int study(Program& program) {
    app::Session session(program.session_options());
    Dialogue dialogue(program, session);
    program.out << "Type ? for help, q to quit.\n" << notices(session.today(program.clock()));
    std::string shown;  // The card and side printed last: a wrong key does not print it again.
    while (true) {
        const app::Prompt* prompt = session.prompt(program.clock());
        if (prompt == nullptr) {
            const app::Today& plan = session.today(program.clock());
            program.out << fmt::format("\nDone for now: {} answered today.\n", plan.answered);
            return done;
        }
        const app::Prompt asked = *prompt;
        const std::string side = asked.card_id + (session.reveal() != nullptr ? "/answer" : "/question");
        if (side != shown) {
            if (const app::Reveal* reveal = session.reveal()) {
                print_reveal(program, *reveal);
            } else {
                const cards::QueueCounts counts = session.today(program.clock()).counts;
                print_prompt(program, asked,
                             fmt::format("{} new, {} learning, {} due", counts.fresh, counts.learning, counts.due));
            }
        } else {
            program.out << "> " << std::flush;
        }
        shown = side;
        const auto text = read_line(program);
        const bool rated_before = session.reveal() != nullptr;
        if (!text || !dialogue.take(*text, asked)) {
            program.out << fmt::format("\nUntil next time: {} answered in this session, all saved.\n",
                                       session.answered_in_session());
            return done;
        }
        if (rated_before && session.reveal() == nullptr) shown.clear();
    }
}

}  // namespace commands
