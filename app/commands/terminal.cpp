#include "app/commands/terminal.h"

#include <fmt/format.h>

#include <istream>
#include <ostream>

namespace commands {
namespace {

constexpr std::size_t text_columns = 78;

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

}  // namespace

std::optional<std::string> read_line(Program& program) {
    std::string text;
    if (program.interrupted != nullptr && program.interrupted()) return std::nullopt;
    if (!std::getline(program.in, text)) return std::nullopt;
    if (!text.empty() && text.back() == '\r') text.pop_back();
    return text;
}

void print_prompt(Program& program, const app::Prompt& prompt, const std::string& left) {
    program.out << fmt::format("\n[{}]  {} ({})\n\n", left, printable(prompt.case_title), to_text(prompt.state));
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
        program.out << fmt::format("  {}{} {}{}", rating.proposed ? "*" : "", static_cast<int>(rating.rating),
                                   to_text(rating.rating),
                                   rating.interval.empty() ? "" : fmt::format(" ({})", rating.interval));
    }
    program.out << "\n> " << std::flush;
}

std::optional<int> digit(const std::string& text) {
    if (text.size() != 1 || text[0] < '1' || text[0] > '9') return std::nullopt;
    return text[0] - '0';
}

std::string notices(const app::Today& today) {
    std::string text;
    if (!today.clock_warning.empty()) text += wrapped(today.clock_warning, text_columns);
    if (const auto& backlog = today.backlog) {
        const std::string end = backlog->days == 0 ? "it is not gone within a year"
                                                   : fmt::format("it is gone in about {} days", backlog->days);
        text +=
            wrapped(fmt::format("After a break {} cards are due. At {} a day {}; those that would be lost most come "
                                "first, and new cards pause. `casebook backlog` shows other paces.",
                                backlog->due, backlog->per_day, end),
                    text_columns);
    }
    return text;
}

}  // namespace commands
