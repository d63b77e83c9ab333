#include "cards/bank/gap.h"

#include <string_view>
#include <vector>

#include "cards/bank/words.h"

namespace cards::bank {
namespace {

constexpr int fewest_words = 5;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_word_char(char c) {
    return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Where `part` stands in `whole` as whole words.
std::vector<std::size_t> places(std::string_view whole, std::string_view part) {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; !part.empty() && at + part.size() <= whole.size(); ++at) {
        std::size_t k = 0;
        while (k < part.size() && lower(whole[at + k]) == lower(part[k]))
            ++k;
        if (k < part.size()) continue;
        const std::size_t end = at + part.size();
        const bool starts = at == 0 || !is_word_char(whole[at - 1]) || !is_word_char(part.front());
        const bool ends = end == whole.size() || !is_word_char(whole[end]) || !is_word_char(part.back());
        if (starts && ends) found.push_back(at);
    }
    return found;
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// "a" or "an" would tell how the answer starts.
std::string neutral(std::string before) {
    if (before == "A " || before == "An ") return "A(n) ";
    for (const std::string_view cue : {" a ", " an "})
        if (ends_with(before, cue)) return before.substr(0, before.size() - cue.size()) + " a(n) ";
    return before;
}

}  // namespace

std::optional<Gap> make_gap(const Fact& fact) {
    std::vector<std::string> spellings = {fact.answer};
    spellings.insert(spellings.end(), fact.accept.begin(), fact.accept.end());
    for (const std::string& spelling : spellings) {
        const auto found = places(fact.claim, spelling);
        if (found.empty()) continue;
        if (found.size() > 1) return std::nullopt;
        const Gap gap{neutral(fact.claim.substr(0, found[0])), fact.claim.substr(found[0] + spelling.size())};
        const bool enough = Text(gap.before).length + Text(gap.after).length >= fewest_words;
        return enough ? std::optional<Gap>(gap) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace cards::bank
