#include "cards/answer/fold.h"

#include "cards/answer/distance.h"
#include "third_party/catch2.h"

using cards::answer::allowance;
using cards::answer::distance;
using cards::answer::fold;

TEST_CASE("Folding leaves the words a student must know", "[answer][fold]") {
    struct Row {
        const char* text;
        const char* folded;
    };
    for (const Row& row : {
             Row{"The Central Intelligence Agency", "central intelligence agency"},
             Row{"  C.I.A. ", "cia"},
             Row{"U.S. Army", "us army"},
             Row{"T.S. Ellis III", "ts ellis iii"},
             Row{"M\xC3\xBCller\xE2\x80\x93Smith", "muller smith"},
             Row{"legal attach\xC3\xA9", "legal attache"},
             Row{"O\xE2\x80\x99Hare", "ohare"},
             Row{"O'Hare", "ohare"},
             Row{"\xE2\x80\x9CJohnsons\xE2\x80\x9D", "johnsons"},
             Row{"25,000", "25000"},
             Row{"1.4", "1.4"},
             Row{"red, white", "red white"},
             Row{"1, 200", "1 200"},
             Row{"Ma & Mak", "ma and mak"},
             Row{"a cup of the tea", "cup of tea"},
             Row{"Directorate A", "directorate a"},
             Row{"the", "the"},
             Row{"\xC3\x86r\xC3\xB8", "aero"},
             Row{"Stra\xC3\x9F"
                 "e",
                 "strasse"},
             Row{"\xD0\x9C\xD0\x9E\xD0\xA1\xD0\x9A\xD0\x92\xD0\x90",
                 "\xD0\xBC\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0"},
             Row{"", ""},
             Row{"?!", ""},
         }) {
        INFO(row.text);
        CHECK(fold(row.text) == row.folded);
    }
}

TEST_CASE("Folding twice changes nothing more", "[answer][fold]") {
    for (const char* text :
         {"The A-Team", "18 U.S.C. \xC2\xA7 794(c)", "$1.4 million", "\xC3\x89t\xC3\xA9, 2,000.50", "a an the"}) {
        INFO(text);
        CHECK(fold(fold(text)) == fold(text));
    }
}

TEST_CASE("Bytes that are no text fold to spaces", "[answer][fold][hostile]") {
    CHECK(fold("ab\xFF"
               "cd") == "ab cd");
    CHECK(fold("\xC3") == "");
    CHECK(fold(std::string_view("x\0b", 3)) == "x b");
    std::string every;
    for (int c = 0; c < 256; ++c)
        every += static_cast<char>(c);
    CHECK_FALSE(fold(every).empty());
}

TEST_CASE("Typing errors are counted by letter, a swap as one", "[answer][distance]") {
    struct Row {
        const char* a;
        const char* b;
        int apart;
    };
    for (const Row& row : {Row{"", "", 0}, Row{"spy", "spy", 0}, Row{"spy", "", 3}, Row{"hansen", "hanssen", 1},
                           Row{"mallory", "malory", 1}, Row{"teh", "the", 1}, Row{"langley", "lanlgey", 1},
                           Row{"ma", "mak", 1}, Row{"kitten", "sitting", 3}, Row{"\xD0\xB0", "\xD0\xB1", 1}}) {
        INFO(row.a << " / " << row.b);
        CHECK(distance(row.a, row.b) == row.apart);
        CHECK(distance(row.b, row.a) == row.apart);
    }
}

TEST_CASE("Words too long to be words are far apart", "[answer][distance][hostile]") {
    CHECK(distance(std::string(100'000, 'a'), std::string(99'999, 'a')) == cards::answer::far);
}

TEST_CASE("More typing errors are forgiven in longer words, none in short ones or numbers", "[answer][distance]") {
    CHECK(allowance("kgb") == 0);
    CHECK(allowance("ames") == 1);
    CHECK(allowance("hanssen") == 1);
    CHECK(allowance("greenglass") == 2);
    CHECK(allowance("kl47machine") == 0);
}
