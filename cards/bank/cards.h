// cards.h - the cards that facts make, and the order in which to learn them.
//
// Each question of a fact is a card; its identity is the fact's id and the
// question's position, so a mended wording keeps what the student has learned.
#pragma once

#include <string>
#include <vector>

#include "cards/casefile.h"
#include "cards/id.h"

namespace cards::bank {

struct BankCard {
    Id id;                       // named_id("card", card_text_id(fact->id, position)).
    const Fact* fact = nullptr;  // In the case file it was made from, which must live longer.
    int position = 0;            // Of the question in the fact, from 0.
    std::string question;
    bool retired = false;  // The question or its fact is: kept for its history, not asked.
};

// The cards of one case file, in its order.
std::vector<BankCard> cards_of(const CaseFile& casefile);

// Every fact of the files, in their order but for this: what a fact needs, directly
// or by way of others, comes before it. Needs that no file has and circles of needs
// are passed over.
std::vector<const Fact*> teaching_order(const std::vector<const CaseFile*>& casefiles);

// The cards of all the files, in teaching order.
std::vector<BankCard> cards_in_order(const std::vector<const CaseFile*>& casefiles);

}  // namespace cards::bank
