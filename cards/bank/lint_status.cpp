// The rules of what may be said, and as what: attribution, years of superseded
// facts, words of guilt.
#include <fmt/format.h>

#include <algorithm>

#include "cards/bank/lint_rules.h"

namespace cards::bank {
namespace {

using Phrases = std::vector<std::string_view>;

bool is_attributed(const Text& text) {
    static const Phrases prefixes = {"alleg",   "accus",  "charg",  "prosecut", "admit",  "indict",  "report", "claim",
                                     "estimat", "disput", "believ", "account",  "testif", "confess", "suspect"};
    static const Phrases words = {"according to", "told",   "affidavit", "complaint", "said",  "says",  "testimony",
                                  "denied",       "denies", "asserted",  "stated",    "wrote", "argued"};
    return text.has_prefix(prefixes) || text.has_any(words);
}

// Who a text is about: the fact's people, and whoever of the case it names.
std::vector<const Person*> concerned(const FactText& fact, const Text& text) {
    std::vector<const Person*> found;
    for (const Person& person : fact.people) {
        const auto& ids = fact.fact.people;
        const bool listed = std::find(ids.begin(), ids.end(), person.id) != ids.end();
        const bool named = text.has_phrase(Text(person.name).folded);
        if (listed || named) found.push_back(&person);
    }
    return found;
}

bool is_proved(const Person* p) { return p->status == LegalStatus::Convicted || p->status == LegalStatus::Pleaded; }

bool is_bystander(const Person* p) { return p->status == LegalStatus::Official || p->status == LegalStatus::Witness; }

// A word of guilt in the text, with those uses left out that accuse nobody.
std::string_view guilt_word(const Text& text) {
    static const Phrases harmless_before = {"not", "never", "alleged", "accused", "suspected", "unknown", "counter"};
    static const Phrases harmless_after = {
        "agency", "agencies", "service", "services", "satellite", "satellites", "plane",    "planes", "dust",  "swap",
        "museum", "novel",    "novels",  "hunt",     "hunter",    "catcher",    "catchers", "film",   "chief", "case",
        "cases",  "school",   "schools", "mania",    "fever",     "scandal",    "handler",  "master"};
    static const Phrases words = {"convicted", "guilty", "traitor", "spy", "spied"};
    for (std::size_t i = 0; i < text.words.size(); ++i) {
        const auto found = std::find(words.begin(), words.end(), text.words[i]);
        if (found == words.end()) continue;
        const auto in = [&](const Phrases& list, std::size_t k) {
            return k < text.words.size() && std::find(list.begin(), list.end(), text.words[k]) != list.end();
        };
        const bool noun = *found == "spy" && in(harmless_after, i + 1);
        if (!noun && !(i > 0 && in(harmless_before, i - 1))) return *found;
    }
    return {};
}

// Guilt is a court's word or a plea's, never ours.
void a6_guilt(const FactText& fact, const Text& text, const char* field, Findings& out) {
    const std::string_view word = guilt_word(text);
    if (word.empty()) return;
    const auto people = concerned(fact, text);
    if (people.empty() || std::any_of(people.begin(), people.end(), is_proved)) return;
    const bool spying = word == "spy" || word == "spied" || word == "traitor";
    const bool acknowledged = spying && std::any_of(people.begin(), people.end(), [](const Person* p) {
                                  return p->status == LegalStatus::NeverProsecuted;
                              });
    const bool bystanders = std::all_of(people.begin(), people.end(), is_bystander);
    const std::string what = fmt::format("says \"{}\", but nobody it is about pleaded guilty or was convicted", word);
    const std::string fix = "Say what was charged or admitted, or add the person who was convicted to people.";
    out.push_back(acknowledged || bystanders ? warning("A6", field, what, fix) : error("A6", field, what, fix));
}

// "Charged with espionage" only of those whose charging paper says so.
void a6_charge(const FactText& fact, const Text& text, const char* field, Findings& out) {
    static const Phrases phrases = {"charged with espionage", "convicted of espionage", "guilty to espionage",
                                    "guilty of espionage",    "indicted for espionage", "accused of espionage"};
    const std::string_view phrase = text.first_of(phrases);
    if (phrase.empty() || text.has_phrase(fmt::format("not {}", phrase)) ||
        text.has_phrase(fmt::format("never {}", phrase)))
        return;
    const auto people = concerned(fact, text);
    bool known = false;
    for (const Person* person : people) {
        for (const std::string& charge : person->charges) {
            const Text wording(charge);
            if (wording.has_prefix({"espionage"}) || wording.has("794")) return;
        }
        known = known || !person->charges.empty();
    }
    if (known)
        out.push_back(error("A6", field, fmt::format("says \"{}\", which is not among that person's charges", phrase),
                            "Use the words of the charging paper."));
}

}  // namespace

void lint_status(const FactText& fact, const Text& stem, Findings& findings) {
    const FactStatus status = fact.fact.status;
    if (needs_attribution(status) && !is_attributed(stem))
        findings.push_back(error("A3", "question",
                                 fmt::format("asks what is only {} as if it were proved", to_text(status)),
                                 "Add who says so: according to prosecutors, admitted, reportedly."));
    if (status == FactStatus::Superseded && !stem.has_year())
        findings.push_back(
            error("A5", "question", "asks what was replaced since without its year", "Add the year in which it held."));
    a6_guilt(fact, stem, "question", findings);
    a6_charge(fact, stem, "question", findings);
}

void lint_claim(const FactText& fact, Findings& findings) {
    const FactStatus status = fact.fact.status;
    if (needs_attribution(status) && !is_attributed(fact.claim))
        findings.push_back(error("A3", "claim",
                                 fmt::format("states what is only {} as if it were proved", to_text(status)),
                                 "Add who says so: according to prosecutors, admitted, reportedly."));
    static const Phrases hedges = {"speculated", "reportedly", "allegedly", "possibly",
                                   "perhaps",    "rumored",    "rumoured"};
    if (status == FactStatus::Established && fact.claim.has_any(hedges))
        findings.push_back(warning(
            "A4", "status", fmt::format("is established, but the claim says \"{}\"", fact.claim.first_of(hedges)),
            "Set the status to alleged, reported or disputed, or drop the hedge."));
    if (!fact.fact.as_of.known())
        findings.push_back(
            error("A5", "as_of", "gives no date as of which this held", "Add as_of: a year, month or day."));
    if (const auto words = relative_date(fact.claim); !words.empty()) {
        const std::string what = fmt::format("has a relative date (\"{}\")", words);
        const bool weak = words == "now" || words == "today";
        const std::string fix = "Write the date itself.";
        findings.push_back(weak ? warning("A10", "claim", what, fix) : error("A10", "claim", what, fix));
    }
    a6_guilt(fact, fact.claim, "claim", findings);
    a6_charge(fact, fact.claim, "claim", findings);
}

}  // namespace cards::bank
