#include "cards/answer/judge.h"

#include "third_party/catch2.h"

using cards::Fact;
using cards::FactKind;
using cards::Rating;
using namespace cards::answer;

namespace {

Fact fact(FactKind kind, std::string answer, std::vector<std::string> accept = {}, std::vector<std::string> wrong = {},
          std::vector<std::string> questions = {}) {
    Fact f;
    f.kind = kind;
    f.answer = std::move(answer);
    f.accept = std::move(accept);
    f.wrong = std::move(wrong);
    for (std::string& text : questions)
        f.questions.push_back({std::move(text), false});
    return f;
}

}  // namespace

TEST_CASE("What a student types is judged as a teacher would", "[answer][judge]") {
    struct Row {
        Fact fact;
        const char* typed;
        Verdict verdict;
    };
    const Fact cia =
        fact(FactKind::Organisation, "Central Intelligence Agency", {"CIA"}, {"Defense Intelligence Agency"});
    const Fact mallory = fact(FactKind::Person, "Kevin Mallory", {}, {"Jerry Chun Shing Lee"});
    const Fact hanssen = fact(FactKind::Person, "Robert Hanssen", {}, {"Ron Rockwell Hansen", "Aldrich Ames"});
    const Fact hanssen_alone = fact(FactKind::Person, "Robert Hanssen");
    const Fact ellis = fact(FactKind::Person, "T.S. Ellis III");
    const Fact tai = fact(FactKind::Person, "Tai Mak", {}, {}, {"Which brother of Chi Mak carried the disk?"});
    const Fact stego = fact(FactKind::Method, "steganography", {}, {"cryptography"});
    const Fact kgb = fact(FactKind::Organisation, "KGB");
    const Fact circuit = fact(FactKind::Organisation, "Fourth Circuit");
    const Fact machine = fact(FactKind::Term, "KL-47");
    const Fact day = fact(FactKind::Date, "22 June 2017", {}, {"21 June 2017"});
    const Fact money = fact(FactKind::Money, "$25,000", {}, {"$16,500"});
    const Fact life = fact(FactKind::Outcome, "life in prison", {"life"});
    const Fact old = fact(FactKind::Place, "the Old Bailey");
    for (const Row& row : {
             Row{cia, "Central Intelligence Agency", Verdict::Right},
             Row{cia, "the central intelligence agency!", Verdict::Right},
             Row{cia, "c.i.a.", Verdict::Right},
             Row{cia, "Central Inteligence Agency", Verdict::Typo},
             Row{cia, "Defense Intelligence Agency", Verdict::Wrong},
             Row{cia, "DIA", Verdict::Wrong},
             Row{cia, "Intelligence Agency", Verdict::Wrong},
             Row{mallory, "Kevin Mallory", Verdict::Right},
             Row{mallory, "mallory", Verdict::Right},
             Row{mallory, "Mallory, Kevin", Verdict::Right},
             Row{mallory, "K. Mallory", Verdict::Right},
             Row{mallory, "Kevin Patrick Mallory", Verdict::Right},
             Row{mallory, "Kevin Malory", Verdict::Typo},
             Row{mallory, "malory", Verdict::Typo},
             Row{mallory, "Kevin", Verdict::Wrong},
             Row{mallory, "John Mallory", Verdict::Wrong},
             Row{mallory, "Lee", Verdict::Wrong},
             Row{hanssen, "Hanssen", Verdict::Right},
             Row{hanssen, "Hansen", Verdict::Wrong},
             Row{hanssen, "Robert Hansen", Verdict::Wrong},
             Row{hanssen, "Hanssenn", Verdict::Typo},
             Row{hanssen, "Hannsen", Verdict::Wrong},
             Row{hanssen_alone, "Robert Hansen", Verdict::Wrong},
             Row{ellis, "Ellis", Verdict::Right},
             Row{ellis, "T. S. Ellis", Verdict::Right},
             Row{ellis, "TS Ellis III", Verdict::Right},
             Row{ellis, "III", Verdict::Wrong},
             Row{tai, "Tai Mak", Verdict::Right},
             Row{tai, "Mak", Verdict::Wrong},
             Row{stego, "Steganography", Verdict::Right},
             Row{stego, "stegonagraphy", Verdict::Typo},
             Row{stego, "stegano-graphy", Verdict::Right},
             Row{stego, "cryptography", Verdict::Wrong},
             Row{stego, "stenography", Verdict::Typo},
             Row{kgb, "kbg", Verdict::Wrong},
             Row{kgb, "K.G.B.", Verdict::Right},
             Row{circuit, "4th Circuit", Verdict::Right},
             Row{circuit, "Fifth Circuit", Verdict::Wrong},
             Row{machine, "KL47", Verdict::Right},
             Row{machine, "KL-48", Verdict::Wrong},
             Row{day, "June 22, 2017", Verdict::Right},
             Row{day, "21 June 2017", Verdict::Wrong},
             Row{day, "June 2017", Verdict::Wrong},
             Row{day, "22 Jnue 2017", Verdict::Typo},
             Row{money, "25k", Verdict::Right},
             Row{money, "$25,001", Verdict::Wrong},
             Row{life, "LIFE", Verdict::Right},
             Row{life, "life in prision", Verdict::Typo},
             Row{old, "old bailey", Verdict::Right},
             Row{old, "Old Baily", Verdict::Typo},
             Row{cia, "", Verdict::Empty},
             Row{cia, " \t\n", Verdict::Empty},
             Row{cia, "?", Verdict::Wrong},
         }) {
        INFO(row.typed << " for " << row.fact.answer);
        CHECK(judge(row.fact, row.typed).verdict == row.verdict);
    }
}

TEST_CASE("A judgement names the spelling it was right for", "[answer][judge]") {
    const Fact f = fact(FactKind::Organisation, "Ministry of State Security", {"MSS", "Guoanbu"});
    CHECK(judge(f, "mss").matched == "MSS");
    CHECK(judge(f, "guoanbo").matched == "Guoanbu");
    CHECK(judge(f, "KGB").matched.empty());
}

TEST_CASE("Every accepted spelling is right and no wrong option is", "[answer][judge]") {
    const Fact f = fact(FactKind::Place, "Cheltenham", {"GCHQ Cheltenham", "the Doughnut"},
                        {"Bletchley", "Harwell", "Chelmsford", "Cheltenhan"});
    for (const std::string& spelling : f.accept)
        CHECK(judge(f, spelling).verdict == Verdict::Right);
    for (const std::string& option : f.wrong) {
        INFO(option);
        CHECK(judge(f, option).verdict == Verdict::Wrong);
    }
}

TEST_CASE("A name of somebody else is no typing error", "[answer][judge]") {
    const Fact f = fact(FactKind::Person, "John Walter");
    CHECK(judge(f, "John Walker").verdict == Verdict::Typo);
    CHECK(judge(f, "John Walker", {"Arthur Walker"}).verdict == Verdict::Wrong);
    CHECK(judge(f, "John Wolter", {"Markus Wolf"}).verdict == Verdict::Typo);
}

TEST_CASE("Any bytes at all can be typed", "[answer][judge][hostile]") {
    const Fact f = fact(FactKind::Date, "22 June 2017");
    CHECK(judge(f, std::string(1'000'000, 'x')).verdict == Verdict::Wrong);
    CHECK(judge(f, "\xFF\xFE\x00 22").verdict == Verdict::Wrong);
    CHECK(judge(f, "\x1B[31m").verdict == Verdict::Wrong);
    for (const FactKind kind :
         {FactKind::Person, FactKind::Money, FactKind::Statute, FactKind::Number, FactKind::Duration}) {
        for (int a = 0; a < 256; ++a) {
            const std::string typed = std::string(1, static_cast<char>(a)) + "9" + static_cast<char>(255 - a);
            CHECK(judge(fact(kind, "Nine 9"), typed).verdict != Verdict::Empty);
        }
    }
}

TEST_CASE("A rating is proposed from the verdict, and never Easy", "[answer][judge]") {
    CHECK(proposed_rating(Verdict::Right, 1'000) == Rating::Good);
    CHECK(proposed_rating(Verdict::Right, 90'000) == Rating::Good);
    CHECK(proposed_rating(Verdict::Typo, 5'000) == Rating::Good);
    CHECK(proposed_rating(Verdict::Typo, 60'000) == Rating::Hard);
    CHECK(proposed_rating(Verdict::Wrong, 1'000) == Rating::Again);
    CHECK(proposed_rating(Verdict::Empty, 1'000) == Rating::Again);
}
