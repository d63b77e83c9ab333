#include "cards/bank/draw.h"

#include <algorithm>

#include "cards/card.h"
#include "cards/id.h"

namespace cards::bank {

std::vector<DrawnQuestion> draw(const std::vector<NamedCase>& bank, std::size_t count, std::uint64_t seed) {
    struct Ticket {
        Id lot;
        DrawnQuestion question;
    };
    std::vector<Ticket> tickets;
    for (const NamedCase& named : bank) {
        for (const Fact& fact : named.casefile.facts) {
            for (std::size_t i = 0; i < fact.questions.size(); ++i) {
                if (fact.retired || fact.questions[i].retired) continue;
                const std::string card = card_text_id(fact.id, static_cast<int>(i));
                tickets.push_back(
                    {named_id("draw", std::to_string(seed) + card), {card, fact.questions[i].text, fact.answer}});
            }
        }
    }
    std::sort(tickets.begin(), tickets.end(), [](const Ticket& a, const Ticket& b) { return a.lot < b.lot; });
    if (tickets.size() > count) tickets.resize(count);
    std::vector<DrawnQuestion> drawn;
    for (Ticket& ticket : tickets)
        drawn.push_back(std::move(ticket.question));
    return drawn;
}

}  // namespace cards::bank
