// The rules of one case file: its head, its people, its sources, what it must ask.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cards/bank/check_rules.h"

namespace cards::bank {
namespace {

constexpr int fewest_brief_words = 350;
constexpr int most_brief_words = 700;
constexpr int most_general_words = 1'800;
constexpr int most_summary_words = 30;
constexpr std::size_t fewest_sources = 4;
constexpr double most_dates = 0.35;      // Share of a case's facts.
constexpr double most_unchecked = 0.05;  // Share of a file's facts.

struct Look {
    const CaseFile& casefile;
    std::size_t file;
    Log& log;

    void error(const char* rule, const std::string& what, std::string fix, int line = 0) const {
        log.error(file, line, rule, what, std::move(fix));
    }
    void warning(const char* rule, const std::string& what, std::string fix, int line = 0) const {
        log.warning(file, line, rule, what, std::move(fix));
    }
    bool is_case() const { return casefile.kind == CaseKind::Case; }
};

void head_is_complete(const Look& look) {
    const CaseFile& c = look.casefile;
    if (c.title.empty()) look.error("case.title", "has no title", "Add one.");
    if (c.begin != 0 && c.end != 0 && c.end < c.begin)
        look.error("case.years", fmt::format("ends in {}, before it begins in {}", c.end, c.begin),
                   "Mend begin or end.");
    if (!c.outcome.empty() && !legal_status_from(c.outcome))
        look.error("case.outcome", fmt::format("\"{}\" is no legal status", c.outcome),
                   fmt::format("Write one of: {}.", fmt::join(legal_status_words(), ", ")));
    if (Text(c.summary).length > most_summary_words)
        look.warning("case.summary", fmt::format("the summary has more than {} words", most_summary_words),
                     "Shorten it: it stands in a list.");
    if (!look.is_case()) return;
    if (c.outcome.empty()) look.warning("case.outcome", "has no outcome", "Add the legal status of its main person.");
    if (c.begin == 0) look.warning("case.years", "has no first year", "Add begin and end.");
    if (c.summary.empty()) look.warning("case.summary", "has no summary", "Add one sentence for the list of cases.");
}

void brief_reads_well(const Look& look) {
    const std::string& brief = look.casefile.brief;
    const int words = Text(brief).length;
    if (look.is_case() && (words < fewest_brief_words || words > most_brief_words))
        look.warning("case.brief",
                     fmt::format("the brief has {} words, not {} to {}", words, fewest_brief_words, most_brief_words),
                     "Tell the case at that length.");
    if (!look.is_case() && words > most_general_words)
        look.warning("case.brief", fmt::format("the brief has {} words, more than {}", words, most_general_words),
                     "Split the file.");
    for (std::size_t i = brief.find('\n'); i != std::string::npos; i = brief.find('\n', i + 1)) {
        std::size_t end = i;
        while (end < brief.size() && brief[end] == '\n')
            ++end;
        if (end == i + 1 && i > 0 && end < brief.size()) {
            look.error("case.brief", "a paragraph of the brief is broken into lines",
                       "Write each paragraph on one line, with an empty line between.");
            return;
        }
        i = end - 1;
    }
}

// Statuses that rest on no charge.
bool is_uncharged(LegalStatus s) {
    return s == LegalStatus::Official || s == LegalStatus::Witness || s == LegalStatus::Named ||
           s == LegalStatus::NeverProsecuted;
}

void people_are_exact(const Look& look) {
    std::set<std::string> ids;
    for (const Person& p : look.casefile.people) {
        const std::string who = fmt::format("person \"{}\"", p.id);
        if (p.id.empty() || p.name.empty()) look.error("person.name", who + " has no id or no name", "Add it.", p.line);
        if (!ids.insert(p.id).second)
            look.error("person.id", who + " is there twice", "Give each their own id.", p.line);
        if (!p.as_of.known())
            look.error("person.as_of", who + " has a legal status without a date", "Add as_of: status changes.",
                       p.line);
        if (is_uncharged(p.status) && !p.charges.empty())
            look.warning("person.charges", fmt::format("{} is {} and has charges", who, to_text(p.status)),
                         "Set the status to what became of the charges, or remove them.", p.line);
        if (!is_uncharged(p.status) && p.charges.empty())
            look.warning("person.charges", fmt::format("{} is {}, but no charge is listed", who, to_text(p.status)),
                         "Add charges, worded as in the charging paper.", p.line);
    }
}

void sources_can_be_found(const Look& look) {
    std::set<std::string> ids;
    std::set<std::string> used;
    for (const Fact& fact : look.casefile.facts) {
        used.insert(fact.sources.begin(), fact.sources.end());
        used.insert(fact.derived);
    }
    for (const Source& s : look.casefile.sources) {
        const std::string which = fmt::format("source \"{}\"", s.id);
        if (!ids.insert(s.id).second)
            look.error("source.id", which + " is there twice", "Give each its own id.", s.line);
        if (s.publisher.empty() || s.title.empty())
            look.error("source.title", which + " has no publisher or no title", "Add it.", s.line);
        if (s.address.compare(0, 7, "http://") != 0 && s.address.compare(0, 8, "https://") != 0)
            look.error("source.address", which + " has no http or https address", "Add the address of the page.",
                       s.line);
        if (used.count(s.id) == 0)
            look.warning("source.unused", which + " is cited by no fact", "Cite it or remove it.", s.line);
    }
    if (look.is_case() && look.casefile.sources.size() < fewest_sources)
        look.warning("case.sources",
                     fmt::format("has {} sources, fewer than {}", look.casefile.sources.size(), fewest_sources),
                     "Add sources, a court's or an office's among them.");
}

void e3_what_a_case_must_ask(const Look& look) {
    if (!look.is_case()) return;
    const auto has = [&](std::initializer_list<FactKind> kinds) {
        return std::any_of(look.casefile.facts.begin(), look.casefile.facts.end(), [&](const Fact& f) {
            return !f.retired && std::find(kinds.begin(), kinds.end(), f.kind) != kinds.end();
        });
    };
    const bool untried = look.casefile.outcome == to_text(LegalStatus::NeverProsecuted);
    if (!has({FactKind::Outcome}) && !untried)
        look.warning("E3", "has no fact of kind outcome", "Ask how the case ended.");
    if (!has({FactKind::Charge, FactKind::Statute}) && !untried)
        look.warning("E3", "has no fact of kind charge or statute", "Ask under which law.");
}

void shares_are_sound(const Look& look) {
    double facts = 0;
    double dates = 0;
    double unchecked = 0;
    for (const Fact& fact : look.casefile.facts) {
        if (fact.retired) continue;
        facts += 1;
        dates += fact.kind == FactKind::Date ? 1 : 0;
        unchecked += fact.checked ? 0 : 1;
    }
    if (look.is_case() && facts >= 10 && dates > most_dates * facts)
        look.warning("case.dates", fmt::format("{:.0f} of {:.0f} facts are dates", dates, facts),
                     "Ask who, how and why as well.");
    if (facts > 0 && unchecked > std::max(1.0, most_unchecked * facts))
        look.warning("case.checked", fmt::format("{:.0f} of {:.0f} facts are not checked", unchecked, facts),
                     "Read their sources, or drop them.");
}

using Rule = void (*)(const Look&);
constexpr Rule rules[] = {head_is_complete,     brief_reads_well,        people_are_exact,
                          sources_can_be_found, e3_what_a_case_must_ask, shares_are_sound};

}  // namespace

void check_file(const CaseFile& casefile, std::size_t file, Log& log) {
    const Look look{casefile, file, log};
    for (const Rule rule : rules)
        rule(look);
}

}  // namespace cards::bank
