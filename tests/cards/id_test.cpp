#include "cards/id.h"

#include "cards/card.h"
#include "third_party/catch2.h"

TEST_CASE("An id of a shipped thing is the same on every machine", "[id]") {
    CHECK(cards::to_hex(cards::named_id("fact", "mallory.payment")) ==
          cards::to_hex(cards::named_id("fact", "mallory.payment")));
    CHECK(cards::named_id("fact", "mallory.payment") != cards::named_id("card", "mallory.payment"));
    CHECK(cards::named_id("fact", "mallory.payment") != cards::named_id("fact", "mallory.payments"));
}

TEST_CASE("An id read back from its hexadecimal form is the same id", "[id]") {
    const cards::Id id = cards::named_id("case", "mallory");
    const auto back = cards::parse_id(cards::to_hex(id));
    REQUIRE(back);
    CHECK(*back == id);
}

TEST_CASE("Text that is no id is refused", "[id][hostile]") {
    for (const char* text : {"", "abc", "zz000000000000000000000000000000", "00000000000000000000000000000000ff",
                             "A0000000000000000000000000000000"}) {
        INFO(text);
        CHECK_FALSE(cards::parse_id(text));
    }
}

TEST_CASE("A card's text id counts questions from one", "[id]") {
    CHECK(cards::card_text_id("mallory.payment", 0) == "mallory.payment#1");
}
