#include "cards/bank/lint.h"

#include <algorithm>
#include <functional>

#include "bank_data.h"
#include "third_party/catch2.h"

using cards::Fact;
using cards::FactKind;
using cards::FactStatus;
using cards::LegalStatus;
using cards::Person;
using cards::Severity;
using cards::bank::Finding;
using cards::bank::lint;

namespace {

// A card that no rule finds fault with.
struct Card {
    Fact fact;
    std::vector<Person> people;
};

Card good() {
    Card card;
    Fact& f = card.fact;
    f.id = "heron.place";
    f.claim = "Clara Heron handed her copies to Anton Vesely at the botanical garden in 1990.";
    f.kind = FactKind::Place;
    f.answer = "botanical garden";
    f.accept = {"the palm house"};
    f.status = FactStatus::Established;
    f.as_of = {1995, 2, 3};
    f.sources = {"court-1995"};
    f.people = {"heron"};
    f.passage = "handed copies over in the botanical garden";
    f.questions = {{"Where in Port Lambert did Clara Heron hand copies to Anton Vesely in 1990?", false}};
    f.wrong = {"railway museum", "harbour chapel", "covered market"};
    Person heron;
    heron.id = "heron";
    heron.name = "Clara Heron";
    heron.status = LegalStatus::Convicted;
    heron.charges = {"unlawful communication of sailing orders"};
    Person vesely;
    vesely.id = "vesely";
    vesely.name = "Anton Vesely";
    vesely.status = LegalStatus::Named;
    card.people = {heron, vesely};
    return card;
}

std::vector<Finding> findings(const Card& card) { return lint(card.fact, card.fact.questions.at(0), card.people); }

bool has(const std::vector<Finding>& all, const std::string& rule, Severity severity) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Finding& f) { return f.rule == rule && f.severity == severity; });
}

std::string listed(const std::vector<Finding>& all) {
    std::string text;
    for (const Finding& f : all)
        text += f.rule + " " + f.field + " " + f.what + "\n";
    return text;
}

using Change = std::function<void(Card&)>;

Change ask(const char* question) {
    return [question](Card& c) { c.fact.questions = {{question, false}}; };
}

Change claim(const char* text) {
    return [text](Card& c) { c.fact.claim = text; };
}

Change answer(FactKind kind, const char* text, std::vector<std::string> wrong) {
    return [=](Card& c) {
        c.fact.kind = kind;
        c.fact.answer = text;
        c.fact.accept.clear();
        c.fact.passage = std::string("so it was: ") + text;
        c.fact.wrong = wrong;
    };
}

Change both(Change first, Change second) {
    return [=](Card& c) {
        first(c);
        second(c);
    };
}

Change status(FactStatus value) {
    return [value](Card& c) { c.fact.status = value; };
}

Change legal(LegalStatus value) {
    return [value](Card& c) { c.people[0].status = value; };
}

const Change as_it_is = [](Card&) {};

}  // namespace

TEST_CASE("A good card has no findings", "[bank][lint]") {
    const auto all = findings(good());
    INFO(listed(all));
    CHECK(all.empty());
}

TEST_CASE("Every rule finds the card that breaks it and passes the one that does not", "[bank][lint]") {
    struct Row {
        const char* rule;
        Severity severity;
        Change bad;
        Change fine;
    };
    const auto E = Severity::Error;
    const auto W = Severity::Warning;
    const auto proved_claim = claim("Clara Heron was convicted of unlawful communication in the botanical garden.");
    const auto spy_question = ask("Where in Port Lambert did the spy Clara Heron meet Anton Vesely in 1990?");
    const auto person = answer(FactKind::Person, "Clara Heron", {"Anton Vesely", "Berta Holm", "Dora Lind"});
    for (const Row& row : {
             Row{"A2", E, [](Card& c) { c.fact.passage = "handed copies over"; }, [](Card& c) { c.fact.passage = "met in the Palm House"; }},
             Row{"A2", E, [](Card& c) { c.fact.passage = "handed copies over"; },
                 [](Card& c) {
                     c.fact.passage = "handed copies over";
                     c.fact.derived = "court-1995";
                 }},
             Row{"A3", E, status(FactStatus::Alleged),
                 both(status(FactStatus::Alleged), both(claim("Prosecutors said that Clara Heron used the botanical garden as a meeting place."),
                                                       ask("According to prosecutors, where did Clara Heron meet Anton Vesely in 1990?")))},
             Row{"A3", E, both(status(FactStatus::Reported), claim("Clara Heron reportedly used the botanical garden as her meeting place.")),
                 both(status(FactStatus::Reported), both(claim("Clara Heron reportedly used the botanical garden as her meeting place."),
                                                        ask("Where, as newspapers reported, did Clara Heron meet Anton Vesely?")))},
             Row{"A3", E,
                 both(status(FactStatus::Alleged),
                      ask("Where did Clara Heron meet an attache called Anton Vesely in 1990?")),
                 as_it_is},
             Row{"A4", W, claim("Clara Heron allegedly used the botanical garden in Port Lambert."), as_it_is},
             Row{"A5", E, [](Card& c) { c.fact.as_of = {}; }, as_it_is},
             Row{"A5", E, both(status(FactStatus::Superseded), ask("Where in Port Lambert did Clara Heron meet Anton Vesely?")), status(FactStatus::Superseded)},
             Row{"A6", E, both(legal(LegalStatus::Charged), proved_claim), proved_claim},
             Row{"A6", E, both(legal(LegalStatus::Named), spy_question), spy_question},
             Row{"A6", W, both(legal(LegalStatus::NeverProsecuted), spy_question), both(legal(LegalStatus::Pleaded), spy_question)},
             Row{"A6", E, both(legal(LegalStatus::Acquitted), proved_claim),
                 both(legal(LegalStatus::Acquitted), claim("Clara Heron was found not guilty of using the botanical garden."))},
             Row{"A6", E, claim("Clara Heron was charged with espionage in the botanical garden."),
                 claim("Clara Heron was not charged with espionage in the botanical garden.")},
             Row{"A6", E, ask("Where was Clara Heron, later convicted of espionage, met by Anton Vesely?"),
                 both([](Card& c) { c.people[0].charges = {"18 U.S.C. 794(a) delivery"}; },
                      ask("Where was Clara Heron, later convicted of espionage, met by Anton Vesely?"))},
             Row{"A8", E, [](Card& c) { c.fact.kind = FactKind::Quote; c.fact.passage = "a garden, \"botanical\", botanical- garden"; },
                 [](Card& c) { c.fact.kind = FactKind::Quote; }},
             Row{"A10", E, ask("Where in Port Lambert did Clara Heron meet Anton Vesely last year?"), as_it_is},
             Row{"A10", E, claim("Clara Heron met Anton Vesely two years ago in the botanical garden."), as_it_is},
             Row{"A10", W, claim("Clara Heron met Anton Vesely in what is now the botanical garden."), claim("USA Today named the botanical garden where Clara Heron met Anton Vesely.")},
             Row{"B1", E, ask("Where in Port Lambert did Clara Heron meet him? In 1990?"), as_it_is},
             Row{"B1", E, ask("Where in Port Lambert did Clara Heron meet Anton Vesely in 1990"), as_it_is},
             Row{"B2", E, ask("Where did they meet?"), ask("Where did Clara Heron meet Vesely?")},
             Row{"B2", E, ask(""), as_it_is},
             Row{"B2", E,
                 ask("Where in Port Lambert did Clara Heron, who had been a clerk of the registry of the Harbour Office since the spring of the "
                     "year 1985, hand over the copies to the attache Anton Vesely?"),
                 as_it_is},
             Row{"B3", E, ask("Where in Port Lambert did Clara Heron of this case meet Anton Vesely?"), as_it_is},
             Row{"B3", W, ask("Where did he hand over the papers in Port Lambert in 1990?"), ask("Where, after her change of mind, did Clara Heron meet Vesely?")},
             Row{"B4", E, ask("Which garden in Port Lambert did Clara Heron use to meet Vesely?"), as_it_is},
             Row{"B4", E, both(answer(FactKind::Statute, "18 U.S.C. 794", {"18 U.S.C. 951", "18 U.S.C. 371", "18 U.S.C. 793"}),
                              ask("Which section, numbered 794, was Clara Heron charged under in 1994?")),
                 both(answer(FactKind::Statute, "18 U.S.C. 794", {"18 U.S.C. 951", "18 U.S.C. 371", "18 U.S.C. 793"}),
                      ask("Which section of Title 18 U.S.C. was Clara Heron charged under in 1994?"))},
             Row{"B4", W, both(answer(FactKind::Organisation, "Harbour Security Agency", {"Customs Guard Office", "River Police Bureau", "Port Watch Service"}),
                              ask("Which body in the harbour watched Clara Heron in the spring of 1990?")),
                 as_it_is},
             Row{"B5", E, ask("Did Clara Heron meet Anton Vesely in Port Lambert in 1990?"), as_it_is},
             Row{"B5", E, ask("In 1990 Clara Heron met Anton Vesely in Port Lambert, true or false?"), as_it_is},
             Row{"B6", E, ask("Where in Port Lambert did Clara Heron not meet Anton Vesely?"),
                 ask("Where in Port Lambert did Clara Heron, who pleaded not guilty, meet Anton Vesely?")},
             Row{"B6", E, ask("Where in Port Lambert didn't Clara Heron meet Anton Vesely?"), as_it_is},
             Row{"B7", E, ask("Where in Port Lambert did Clara Heron often meet Anton Vesely?"), as_it_is},
             Row{"B7", W, ask("Where in Port Lambert did Clara Heron usually meet Anton Vesely?"), as_it_is},
             Row{"B7", W, ask("Where did Clara Heron hand many copies to Anton Vesely in 1990?"), ask("In how many places did Clara Heron meet Anton Vesely?")},
             Row{"B8", E, ask("Where and when did Clara Heron meet Anton Vesely in Port Lambert?"), as_it_is},
             Row{"B8", W, ask("Which garden keeper met Clara Heron and who was Anton Vesely?"), as_it_is},
             Row{"B10", W, ask("Where did Clara Heron meet the acting registrar of Port Lambert?"), ask("Where in 1990 did Clara Heron meet the acting registrar of Port Lambert?")},
             Row{"B11", W, ask("What was the publication date of Clara Heron's letter to Vesely?"), as_it_is},
             Row{"B12", W, claim("The botanical garden was the botanical garden where Clara Heron met Vesely."), as_it_is},
             Row{"C1", E, answer(FactKind::Term, "in the garden by the old gate at noon", {}), as_it_is},
             Row{"C1", E, [](Card& c) { c.fact.answer = ""; }, as_it_is},
             Row{"C2", E, answer(FactKind::Term, "stamps, cards, and ink", {}), answer(FactKind::Place, "Alexandria, Virginia", {})},
             Row{"C2", W, answer(FactKind::Person, "Vesely and Holm", {}), answer(FactKind::Charge, "delivery and attempt", {})},
             Row{"C3", W, answer(FactKind::Date, "in the spring", {}), answer(FactKind::Date, "May 1990", {})},
             Row{"C3", W, answer(FactKind::Money, "a fortune", {}), answer(FactKind::Money, "$1.4 million", {})},
             Row{"C3", W, answer(FactKind::Number, "plenty", {}), answer(FactKind::Number, "more than 1 million", {})},
             Row{"C3", W, answer(FactKind::Duration, "for good", {}), answer(FactKind::Duration, "life imprisonment", {})},
             Row{"C3", W, answer(FactKind::Statute, "that rule", {}), answer(FactKind::Statute, "Espionage Act of 1917", {})},
             Row{"C3", E, [](Card& c) { c.fact.accept = {"The Railway Museum"}; }, as_it_is},
             Row{"C4", W, both(answer(FactKind::Money, "$25,000", {}), ask("What did Clara Heron get from Anton Vesely in 1990?")),
                 both(answer(FactKind::Money, "$25,000", {}), ask("How many dollars did Clara Heron get from Anton Vesely?"))},
             Row{"D1", W, [](Card& c) { c.fact.wrong.pop_back(); }, as_it_is},
             Row{"D1", E, [](Card& c) { c.fact.wrong = {"a museum", "a chapel", "a market", "a school", "a bridge"}; }, as_it_is},
             Row{"D2", E, [](Card& c) { c.fact.wrong[0] = "Harbour Chapel"; }, as_it_is},
             Row{"D2", E, [](Card& c) { c.fact.wrong[0] = "the garden"; }, as_it_is},
             Row{"D2", E, [](Card& c) { c.fact.wrong[0] = "The Palm-House"; }, as_it_is},
             Row{"D2", E, answer(FactKind::Money, "$25,000", {"25k dollars", "$16,500", "$20,000"}), answer(FactKind::Money, "$25,000", {"$16,500", "$20,000", "$40,000"})},
             Row{"D2", E, answer(FactKind::Date, "2017", {"June 2017", "2015", "2016"}), answer(FactKind::Date, "2017", {"2014", "2015", "2016"})},
             Row{"D2", W, [](Card& c) { c.fact.wrong[0] = "museum"; c.fact.wrong[1] = "museum hall"; }, as_it_is},
             Row{"D3", W, answer(FactKind::Date, "9 May 1994", {"someday soon", "8 May 1994", "7 May 1994"}), answer(FactKind::Date, "9 May 1994", {"3 May 1994", "8 May 1994", "7 May 1994"})},
             Row{"D3", W, answer(FactKind::Date, "9 May 1994", {"June 1994", "8 May 1994", "7 May 1994"}), as_it_is},
             Row{"D4", W, [](Card& c) { c.fact.wrong = {"zoo", "bar", "pub"}; }, as_it_is},
             Row{"D5", E, [](Card& c) { c.fact.wrong[0] = "None of the above"; }, as_it_is},
             Row{"D8", W, both(answer(FactKind::Place, "central botanical garden gate", {"railway museum", "harbour chapel", "covered market"}),
                              ask("Where at the central square did Clara Heron meet Anton Vesely?")), as_it_is},
             Row{"D9", E, both(person, ask("Which convicted registry clerk met an attache in Port Lambert?")),
                 both([](Card& c) { c.people[1].status = LegalStatus::Pleaded; }, both(person, ask("Which convicted registry clerk met an attache in Port Lambert?")))},
             Row{"D9", W, both(person, ask("Who kept the registry of the Port Lambert office in 1990?")), as_it_is},
             Row{"D10", W, answer(FactKind::Money, "$25,000", {"$30", "$16,500", "$20,000"}), answer(FactKind::Money, "$25,000", {"$840,000", "$16,500", "$20,000"})},
         }) {
        INFO(row.rule);
        Card bad = good();
        row.bad(bad);
        const auto found = findings(bad);
        INFO(bad.fact.questions[0].text << " | " << bad.fact.claim << " | " << bad.fact.answer << "\n"
                                        << listed(found));
        CHECK(has(found, row.rule, row.severity));
        Card fine = good();
        row.fine(fine);
        const auto silent = findings(fine);
        INFO("fine:\n" << listed(silent));
        CHECK_FALSE(has(silent, row.rule, row.severity));
    }
}

TEST_CASE("Every finding says what to do", "[bank][lint]") {
    Card card = good();
    card.fact.questions = {{"not?", false}};
    card.fact.answer = "";
    card.fact.as_of = {};
    card.fact.wrong = {"", "all of the above"};
    const auto all = findings(card);
    CHECK(all.size() > 5);
    for (const Finding& f : all) {
        CHECK_FALSE(f.what.empty());
        CHECK(f.fix.back() == '.');
        CHECK_FALSE(f.field.empty());
    }
}

TEST_CASE("Any text at all can be linted", "[bank][lint][hostile]") {
    Card card = good();
    for (const std::string& text : {std::string(), std::string("?"), std::string("\xFF\xFE?"), std::string(50'000, 'a'),
                                    std::string(5'000, '?')}) {
        card.fact.claim = card.fact.answer = card.fact.passage = text;
        card.fact.questions = {{text, false}};
        card.fact.wrong = {text, text};
        card.fact.accept = {text};
        for (std::size_t kind = 0; kind < cards::fact_kind_words().size(); ++kind) {
            card.fact.kind = static_cast<FactKind>(kind);
            CHECK_FALSE(findings(card).empty());
        }
    }
}
