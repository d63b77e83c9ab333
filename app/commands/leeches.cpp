#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/commands/commands.h"

namespace commands {
namespace {

constexpr std::size_t text_columns = 78;

nlohmann::ordered_json to_json(const app::LeechCard& leech) {
    nlohmann::ordered_json confusions = nlohmann::ordered_json::array();
    for (const app::Confusion& confusion : leech.confusions)
        confusions.push_back({{"answer", confusion.answer}, {"times", confusion.times}});
    nlohmann::ordered_json sources = nlohmann::ordered_json::array();
    for (const app::EvidenceSource& source : leech.sources) {
        sources.push_back({{"publisher", source.publisher},
                           {"title", source.title},
                           {"date", source.date},
                           {"address", source.address},
                           {"tier", source.tier}});
    }
    return {{"card", leech.card_id},  {"case", leech.case_id},        {"fact", leech.fact_id},
            {"claim", leech.claim},   {"question", leech.question},   {"answer", leech.answer},
            {"lapses", leech.lapses}, {"suspended", leech.suspended}, {"confusions", confusions},
            {"sources", sources}};
}

void print(Program& program, const app::LeechCard& leech) {
    program.out << fmt::format("{}  forgotten {} times{}\n", printable(leech.card_id), leech.lapses,
                               leech.suspended ? ", suspended" : "");
    const auto line = [&](std::string_view name, const std::string& text) {
        if (!text.empty()) program.out << wrapped(fmt::format("{}: {}", name, printable(text)), text_columns - 2, 2);
    };
    line("Question", leech.question);
    line("Answer", leech.answer);
    line("Claim", leech.claim);
    std::string wrong;
    for (const app::Confusion& confusion : leech.confusions)
        wrong += fmt::format("{}{} ({})", wrong.empty() ? "" : ", ", confusion.answer, confusion.times);
    line("Confused with", wrong);
    for (const app::EvidenceSource& source : leech.sources)
        line("Source", fmt::format("{}{}{} {}", source.publisher, source.title.empty() ? "" : ": ", source.title,
                                   source.address));
    program.out << '\n';
}

}  // namespace

int leeches(Program& program, bool json) {
    const app::Session session(program.session_options());
    const std::vector<app::LeechCard> leeches = session.leeches();
    if (json) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (const app::LeechCard& leech : leeches)
            list.push_back(to_json(leech));
        program.out << list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
        return done;
    }
    if (leeches.empty()) {
        program.out << fmt::format("No card needs rewriting: none was forgotten {} times.\n",
                                   session.options().leech_lapses);
        return done;
    }
    program.out << fmt::format("{} card{} rewriting:\n\n", leeches.size(), leeches.size() == 1 ? " needs" : "s need");
    for (const app::LeechCard& leech : leeches)
        print(program, leech);
    return done;
}

}  // namespace commands
