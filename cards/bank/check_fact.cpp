// The rules of one fact within its file: evidence, ids, people, succession.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cards/answer/value.h"
#include "cards/bank/check_rules.h"

namespace cards::bank {
namespace {

using Sources = std::vector<const Source*>;

struct Look {
    const CaseFile& casefile;
    std::size_t file;
    const Fact& fact;
    Sources sources;
    Log& log;

    void error(const char* rule, const std::string& what, std::string fix) const {
        log.error(file, fact.line, rule, named(fact) + ": " + what, std::move(fix));
    }
    void warning(const char* rule, const std::string& what, std::string fix) const {
        log.warning(file, fact.line, rule, named(fact) + ": " + what, std::move(fix));
    }
};

bool is_slug(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

void id_belongs(const Look& look) {
    const std::string prefix = look.casefile.id + ".";
    const std::string& id = look.fact.id;
    if (id.compare(0, prefix.size(), prefix) != 0 ||
        !is_slug(std::string_view(id).substr(std::min(prefix.size(), id.size()))))
        look.error("fact.id", fmt::format("the id does not belong to case \"{}\"", look.casefile.id),
                   fmt::format("Write it as {}something, in lower case.", prefix));
}

void claim_is_a_sentence(const Look& look) {
    const std::string& claim = look.fact.claim;
    static const std::vector<std::string_view> pronouns = {"he",   "she",   "they", "it",  "this",
                                                           "that", "these", "his",  "her", "their"};
    const std::string_view end = std::string_view(claim).substr(claim.size() < 2 ? 0 : claim.size() - 2);
    const bool ends = !claim.empty() && (claim.back() == '.' || end == ".\"" || end == ".'");
    if (!ends) look.error("fact.claim", "the claim does not end with a full stop", "Write one complete sentence.");
    const Text text(claim);
    if (text.words.empty() || std::find(pronouns.begin(), pronouns.end(), text.words.front()) == pronouns.end()) return;
    const std::string what = fmt::format("the claim starts with \"{}\"", text.words.front());
    const std::string fix = "Name its subject: the claim must stand alone.";
    // "It is disputed who …" stands alone.
    if (text.words.front() == "it" && text.words.size() > 1 && (text.words[1] == "is" || text.words[1] == "was"))
        look.warning("fact.claim", what, fix);
    else
        look.error("fact.claim", what, fix);
}

std::size_t count(std::string_view whole, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1))
        ++found;
    return found;
}

void passage_is_evidence(const Look& look) {
    const std::string& passage = look.fact.passage;
    if (passage.empty()) {
        look.error("fact.passage", "has no passage", "Copy the words of the brief that say it.");
        return;
    }
    if (passage.find('\n') != std::string::npos) {
        look.error("fact.passage", "the passage runs over a paragraph's end", "Choose words of one paragraph.");
        return;
    }
    const std::size_t found = count(look.casefile.brief, passage);
    if (found == 0)
        look.error("fact.passage", "the passage is not in the brief, byte for byte", "Copy it again from the brief.");
    else if (found > 1)
        look.error("fact.passage", fmt::format("the passage occurs {} times in the brief", found),
                   "Make it longer, until it occurs once.");
}

void sources_exist(const Look& look) {
    if (look.fact.sources.empty()) look.error("fact.sources", "has no source", "Add the id of a source that says it.");
    std::set<std::string> seen;
    for (const std::string& id : look.fact.sources) {
        if (look.casefile.find_source(id) == nullptr)
            look.error("fact.sources", fmt::format("source \"{}\" is not in this file", id),
                       "Add a [[sources]] table with that id.");
        if (!seen.insert(id).second)
            look.error("fact.sources", fmt::format("names source \"{}\" twice", id), "Remove one of them.");
    }
}

void people_exist(const Look& look) {
    for (const std::string& id : look.fact.people)
        if (look.casefile.find_person(id) == nullptr)
            look.error("fact.people", fmt::format("person \"{}\" is not in this file", id),
                       "Add a [[people]] table with that id.");
}

bool is_strong(const Source* source) {
    return source->tier == SourceTier::Court || source->tier == SourceTier::Official;
}

// Names, dates and amounts are where sources err.
void a7_enough_sources(const Look& look) {
    const FactKind kind = look.fact.kind;
    const bool delicate = kind == FactKind::Person || kind == FactKind::Date || kind == FactKind::Money ||
                          kind == FactKind::Number || kind == FactKind::Organisation || kind == FactKind::Place ||
                          kind == FactKind::Duration;
    if (!delicate || look.sources.empty() || std::any_of(look.sources.begin(), look.sources.end(), is_strong)) return;
    std::set<std::string> publishers;
    for (const Source* source : look.sources)
        publishers.insert(Text(source->publisher).folded);
    if (publishers.size() >= 2) return;
    const std::string what =
        fmt::format("is a {} with no source of tier court or official, and only one publisher", to_text(kind));
    if (look.fact.status == FactStatus::Reported)
        look.warning("A7", what, "Add a second independent source.");
    else
        look.error("A7", what, "Add a second independent source, or set status = \"reported\".");
}

void a11_no_weak_foundation(const Look& look) {
    static const std::vector<std::string_view> weak = {
        "grokipedia.com", "wikimili.com", "alchetron.com", "everybodywiki.com", "quizlet.com", "coursehero.com",
        "studocu.com",    "chegg.com",    "brainly.com",   "quora.com",         "reddit.com",  "translate.goog"};
    const auto is_weak = [](const Source* source) {
        return std::any_of(weak.begin(), weak.end(),
                           [&](std::string_view host) { return source->address.find(host) != std::string::npos; });
    };
    if (!look.sources.empty() && std::all_of(look.sources.begin(), look.sources.end(), is_weak))
        look.error("A11", "rests only on a mirror, forum, exam dump or machine-made page",
                   "Cite a page whose writers answer for it.");
}

void derived_is_a_source(const Look& look) {
    if (!look.fact.derived.empty() && look.casefile.find_source(look.fact.derived) == nullptr)
        look.error("fact.derived",
                   fmt::format("is derived from \"{}\", which is no source of this file", look.fact.derived),
                   "Write the id of a source.");
}

void checked_was_read(const Look& look) {
    const FactKind kind = look.fact.kind;
    if (look.fact.checked) {
        if (!look.sources.empty() &&
            std::none_of(look.sources.begin(), look.sources.end(), [](const Source* s) { return s->read; }))
            look.error("fact.checked", "is marked checked, but none of its sources was read",
                       "Read one of them, or set checked = false.");
    } else if (kind == FactKind::Charge || kind == FactKind::Outcome || kind == FactKind::Statute) {
        look.error("fact.checked", "is about guilt, charge or sentence and not checked",
                   "Read a source that says it, or drop the fact.");
    }
}

void succession_is_named(const Look& look) {
    const bool superseded = look.fact.status == FactStatus::Superseded;
    if (superseded && look.fact.superseded_by.empty())
        look.error("fact.superseded_by", "is superseded, but does not say by what",
                   "Add superseded_by with a fact's id.");
    if (!superseded && !look.fact.superseded_by.empty())
        look.error("fact.superseded_by", "names a successor, but is not superseded",
                   "Set status = \"superseded\", or remove it.");
}

void is_asked(const Look& look) {
    const auto& questions = look.fact.questions;
    if (questions.empty()) return look.error("fact.questions", "has no question", "Add one, or retire the fact.");
    if (std::all_of(questions.begin(), questions.end(), [](const Question& q) { return q.retired; }))
        look.warning("fact.questions", "has only retired questions", "Retire the fact too, or add a question.");
}

// A charge in the answer is worded as in the charging paper.
void a6_charge_wording(const Look& look) {
    if (look.fact.kind != FactKind::Charge || answer::order_of(FactKind::Number, look.fact.answer)) return;
    std::vector<std::string> known;
    bool listed = false;
    for (const std::string& id : look.fact.people) {
        const Person* person = look.casefile.find_person(id);
        if (person == nullptr || person->charges.empty()) continue;
        listed = true;
        const Text detail(person->detail);
        known.insert(known.end(), detail.words.begin(), detail.words.end());
        for (const std::string& charge : person->charges) {
            const Text text(charge);
            known.insert(known.end(), text.words.begin(), text.words.end());
        }
    }
    if (!listed) return;
    const auto shares_stem = [&](const std::string& word) {
        const std::string stem = word.substr(0, std::min<std::size_t>(word.size(), 5));
        return std::any_of(known.begin(), known.end(),
                           [&](const std::string& k) { return k.compare(0, stem.size(), stem) == 0; });
    };
    const auto words = content_words(Text(look.fact.answer).words);
    const auto shared = std::count_if(words.begin(), words.end(), shares_stem);
    if (static_cast<std::size_t>(shared) * 2 < words.size())
        look.warning("A6", fmt::format("the charge \"{}\" is not worded as any charge of its people", look.fact.answer),
                     "Use the words of the charging paper.");
}

using Rule = void (*)(const Look&);
constexpr Rule rules[] = {
    id_belongs,        claim_is_a_sentence,    passage_is_evidence, sources_exist,    people_exist,
    a7_enough_sources, a11_no_weak_foundation, derived_is_a_source, checked_was_read, succession_is_named,
    is_asked,          a6_charge_wording};

}  // namespace

void check_fact(const CaseFile& casefile, std::size_t file, const Fact& fact, Log& log) {
    Sources sources;
    for (const std::string& id : fact.sources)
        if (const Source* source = casefile.find_source(id)) sources.push_back(source);
    const Look look{casefile, file, fact, std::move(sources), log};
    for (const Rule rule : rules)
        rule(look);
}

}  // namespace cards::bank
