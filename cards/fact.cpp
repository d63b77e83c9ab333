#include "cards/fact.h"

#include <algorithm>
#include <tuple>

namespace cards {
namespace {

using Words = std::vector<std::string_view>;

template <typename Enum>
std::string_view word(const Words& words, Enum value) noexcept {
    const auto index = static_cast<std::size_t>(value);
    return index < words.size() ? words[index] : std::string_view{};
}

template <typename Enum>
std::optional<Enum> value_of(const Words& words, std::string_view text) noexcept {
    const auto found = std::find(words.begin(), words.end(), text);
    if (found == words.end()) return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

}  // namespace

const Words& fact_kind_words() {
    static const Words words = {"person",  "organisation", "place", "date",   "money", "number", "duration",
                                "statute", "charge",       "role",  "method", "term",  "quote",  "outcome"};
    return words;
}

const Words& fact_status_words() {
    static const Words words = {"established", "alleged", "reported", "disputed", "superseded"};
    return words;
}

const Words& legal_status_words() {
    static const Words words = {"official", "witness", "named",     "never-prosecuted", "charged",
                                "fugitive", "pleaded", "convicted", "acquitted",        "dismissed"};
    return words;
}

const Words& source_tier_words() {
    static const Words words = {"court", "official", "press", "reference"};
    return words;
}

std::string_view to_text(FactKind kind) noexcept { return word(fact_kind_words(), kind); }
std::string_view to_text(FactStatus status) noexcept { return word(fact_status_words(), status); }
std::string_view to_text(LegalStatus status) noexcept { return word(legal_status_words(), status); }
std::string_view to_text(SourceTier tier) noexcept { return word(source_tier_words(), tier); }

std::optional<FactKind> fact_kind_from(std::string_view text) noexcept {
    return value_of<FactKind>(fact_kind_words(), text);
}
std::optional<FactStatus> fact_status_from(std::string_view text) noexcept {
    return value_of<FactStatus>(fact_status_words(), text);
}
std::optional<LegalStatus> legal_status_from(std::string_view text) noexcept {
    return value_of<LegalStatus>(legal_status_words(), text);
}
std::optional<SourceTier> source_tier_from(std::string_view text) noexcept {
    return value_of<SourceTier>(source_tier_words(), text);
}

bool needs_attribution(FactStatus status) noexcept {
    return status == FactStatus::Alleged || status == FactStatus::Reported || status == FactStatus::Disputed;
}

bool Source::operator==(const Source& o) const {
    return std::tie(id, publisher, title, date, address, tier, read) ==
           std::tie(o.id, o.publisher, o.title, o.date, o.address, o.tier, o.read);
}

bool Person::operator==(const Person& o) const {
    return std::tie(id, name, aliases, status, as_of, detail, charges) ==
           std::tie(o.id, o.name, o.aliases, o.status, o.as_of, o.detail, o.charges);
}

bool Fact::operator==(const Fact& o) const {
    return std::tie(id, claim, kind, answer, accept, status, as_of, sources, people, passage, questions, wrong, note,
                    needs, superseded_by, derived, checked, retired) ==
           std::tie(o.id, o.claim, o.kind, o.answer, o.accept, o.status, o.as_of, o.sources, o.people, o.passage,
                    o.questions, o.wrong, o.note, o.needs, o.superseded_by, o.derived, o.checked, o.retired);
}

}  // namespace cards
