#include "cards/card.h"

#include <fmt/format.h>

namespace cards {

std::string card_text_id(std::string_view fact_id, int position) { return fmt::format("{}#{}", fact_id, position + 1); }

}  // namespace cards
