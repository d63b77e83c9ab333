#include "cards/answer/judge.h"
#include "third_party/catch2.h"

using cards::answer::difference;
using cards::answer::Piece;
using Kind = Piece::Kind;

namespace {

std::string spelled(const std::vector<Piece>& pieces, Kind left_out) {
    std::string text;
    for (const Piece& piece : pieces)
        if (piece.kind != left_out) text += piece.text;
    return text;
}

}  // namespace

TEST_CASE("A missing letter is shown as missing, a letter too many as extra", "[answer][difference]") {
    CHECK(difference("Hansen", "Hanssen") ==
          std::vector<Piece>{{Kind::Same, "Hans"}, {Kind::Missing, "s"}, {Kind::Same, "en"}});
    CHECK(difference("Mallorry", "Mallory") ==
          std::vector<Piece>{{Kind::Same, "Mallor"}, {Kind::Extra, "r"}, {Kind::Same, "y"}});
    CHECK(difference("same", "same") == std::vector<Piece>{{Kind::Same, "same"}});
    CHECK(difference("", "") == std::vector<Piece>{});
    CHECK(difference("x", "") == std::vector<Piece>{{Kind::Extra, "x"}});
    CHECK(difference("\xC3\xA9", "\xC3\xA8") ==
          std::vector<Piece>{{Kind::Extra, "\xC3\xA9"}, {Kind::Missing, "\xC3\xA8"}});
}

TEST_CASE("The pieces spell both texts again", "[answer][difference][hostile]") {
    const std::string wide(5'000, 'a');
    const std::string other = std::string(4'000, 'b') + "a";
    const std::vector<std::string> texts = {
        "",    "a",       "Kevin Mallory", "kevin malory", "\xC3\xA9t\xC3\xA9", "ete", "\xFF\xC3", "\xF0\x9F\x98", wide,
        other, "22 June", "June 22nd,",    "a\nb"};
    for (const std::string& typed : texts) {
        for (const std::string& right : texts) {
            const auto pieces = difference(typed, right);
            CHECK(spelled(pieces, Kind::Missing) == typed);
            CHECK(spelled(pieces, Kind::Extra) == right);
        }
    }
}
