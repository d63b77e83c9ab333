// draw.h - a random sample of the bank's questions, for reading them blind.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cards/bank/check.h"

namespace cards::bank {

struct DrawnQuestion {
    std::string card_id;  // "mallory.payment#1"
    std::string question;
    std::string answer;
};

// `count` questions of the bank (fewer where it has fewer), retired ones left out:
// the same for the same seed and bank, on every machine.
std::vector<DrawnQuestion> draw(const std::vector<NamedCase>& bank, std::size_t count, std::uint64_t seed);

}  // namespace cards::bank
