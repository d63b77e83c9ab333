#include <fmt/format.h>

#include <istream>
#include <ostream>

#include "app/commands/commands.h"

namespace commands {
namespace {

constexpr std::size_t text_columns = 78;

constexpr const char* help_text =
    "  1-4        choose an option; after the answer, rate it (Again, Hard, Good, Easy)\n"
    "  text       your answer\n"
    "  Enter      show the answer; after it, take the proposed rating\n"
    "  u          undo the last rating\n"
    "  -          bury this card until tomorrow\n"
    "  @          suspend this card\n"
    "  q          quit; everything is saved already\n"
    "  ?          this help\n";

// What the student typed, without the line end.
std::optional<std::string> read_line(Program& program) {
    std::string text;
    if (program.interrupted != nullptr && program.interrupted()) return std::nullopt;
    if (!std::getline(program.in, text)) return std::nullopt;
    if (!text.empty() && text.back() == '\r') text.pop_back();
    return text;
}

void print_evidence(Program& program, const app::Evidence& evidence) {
    const auto print = [&](std::string_view name, const std::string& text) {
        if (!text.empty()) program.out << fmt::format("  {}\n", name) << wrapped(printable(text), text_columns - 4, 4);
    };
    print("Claim", evidence.claim);
    std::string passage = evidence.passage;
    if (evidence.answer_end > evidence.answer_begin) {
        passage.insert(evidence.answer_end, "]");
        passage.insert(evidence.answer_begin, "[");
    }
    print("Passage", evidence.before + passage + evidence.after);
    print("Status", fmt::format("{}, as of {}. {}", to_text(evidence.status), evidence.as_of,
                                app::status_meaning(evidence.status)));
    if (!evidence.checked) print("Beware", "This has not been checked against its source.");
    print("What came later", evidence.superseded_by);
    print("Note", evidence.note);
    for (const app::EvidenceSource& source : evidence.sources) {
        print("Source",
              fmt::format("{}{}{} ({}{}{}) {}", source.publisher, source.title.empty() ? "" : ": ", source.title,
                          source.tier, source.date.empty() ? "" : ", ", source.date, source.address));
    }
}

void print_prompt(Program& program, const app::Prompt& prompt, const app::Today& today) {
    program.out << fmt::format("\n[{} new, {} learning, {} due]  {} ({})\n\n", today.counts.fresh,
                               today.counts.learning, today.counts.due, printable(prompt.case_title),
                               to_text(prompt.state));
    program.out << wrapped(printable(prompt.question), text_columns);
    if (!prompt.gap.empty()) program.out << wrapped(printable(prompt.gap), text_columns - 2, 2);
    for (std::size_t i = 0; i < prompt.options.size(); ++i) {
        program.out << fmt::format("  {}  {}\n", i + 1, printable(prompt.options[i]));
    }
    program.out << "> " << std::flush;
}

void print_reveal(Program& program, const app::Reveal& reveal) {
    using cards::answer::Verdict;
    const char* verdict = !reveal.verdict                    ? "Answer"
                          : reveal.verdict == Verdict::Right ? "Right"
                          : reveal.verdict == Verdict::Typo  ? "Right, but for the spelling"
                          : reveal.verdict == Verdict::Empty ? "No answer given"
                                                             : "Wrong";
    program.out << fmt::format("\n{}: {}\n\n", verdict, printable(reveal.answer));
    print_evidence(program, reveal.evidence);
    program.out << '\n';
    for (const app::RatingButton& rating : reveal.ratings) {
        program.out << fmt::format("  {}{} {} ({})", rating.proposed ? "*" : "", static_cast<int>(rating.rating),
                                   to_text(rating.rating), rating.interval);
    }
    program.out << "\n> " << std::flush;
}

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
    static std::optional<int> digit(const std::string& text) {
        if (text.size() != 1 || text[0] < '1' || text[0] > '9') return std::nullopt;
        return text[0] - '0';
    }

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
        program_.out << fmt::format("saved {} {} {}\n", saved.card_id, to_text(saved.rating), saved.interval)
                     << std::flush;
    }

    Program& program_;
    app::Session& session_;
};

}  // namespace

int study(Program& program) {
    app::Session session(program.session_options());
    Dialogue dialogue(program, session);
    program.out << "Type ? for help, q to quit.\n";
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
                print_prompt(program, asked, session.today(program.clock()));
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
