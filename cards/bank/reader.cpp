#include "cards/bank/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cards/bank/text_scan.h"
#include "cards/bank/toml_fields.h"

namespace cards::bank {
namespace {

constexpr int format_version = 1;
constexpr std::size_t max_people = 1'000;
constexpr std::size_t max_sources = 1'000;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_slug_char(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

bool is_slug(std::string_view text) {
    return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), is_slug_char);
}

// "mallory.payment": two slugs with a point between them.
bool is_fact_id(std::string_view text) {
    const std::size_t point = text.find('.');
    return point != std::string_view::npos && is_slug(text.substr(0, point)) && is_slug(text.substr(point + 1));
}

// The ids of one list, each with the line it was first seen on.
class Ids {
  public:
    explicit Ids(std::string_view what) : what_(what) {}

    void add(const std::string& id, bool well_formed, std::string_view form, Fields& fields) {
        if (id.empty()) {
            fields.fault(fields.line("id"), "id", fmt::format("{} has no id", what_),
                         fmt::format("Give it one: {}.", form));
            return;
        }
        if (!well_formed)
            fields.fault(fields.line("id"), "id", "the id is malformed", fmt::format("Write it as {}.", form));
        const auto [seen, fresh] = lines_.emplace(id, fields.line());
        if (!fresh)
            fields.fault(fields.line("id"), "id", fmt::format("the id is used already, on line {}", seen->second),
                         "Give each its own id; ids are never reused.");
    }

  private:
    std::string what_;
    std::map<std::string, int> lines_;
};

// "fact mallory.payment", as a name in messages.
std::string named(std::string_view what, const std::string& id) {
    return id.empty() ? std::string(what) : fmt::format("{} \"{}\"", what, id);
}

constexpr std::string_view slug_form = "lower-case letters, digits and dashes, such as \"doj-2018\"";
constexpr std::string_view fact_form = "case.fact, lower-case, such as \"mallory.payment\"";

Person read_person(const toml::table& table, Faults& faults, Ids& ids) {
    Fields fields(table, "person", faults);
    Person person;
    person.line = fields.line();
    person.id = fields.text("id", Need::Required);
    fields.rename(named("person", person.id));
    ids.add(person.id, is_slug(person.id), slug_form, fields);
    person.name = fields.text("name", Need::Required);
    person.aliases = fields.texts("aliases");
    person.status = static_cast<LegalStatus>(fields.word("status", legal_status_words()));
    person.as_of = fields.date("as_of");
    person.detail = fields.text("detail", Need::Optional);
    person.charges = fields.texts("charges");
    fields.refuse_others();
    return person;
}

Source read_source(const toml::table& table, Faults& faults, Ids& ids) {
    Fields fields(table, "source", faults);
    Source source;
    source.line = fields.line();
    source.id = fields.text("id", Need::Required);
    fields.rename(named("source", source.id));
    ids.add(source.id, is_slug(source.id), slug_form, fields);
    source.publisher = fields.text("publisher", Need::Optional);
    source.title = fields.text("title", Need::Optional);
    source.date = fields.date("date");
    source.address = fields.text("address", Need::Optional);
    source.tier = static_cast<SourceTier>(fields.word("tier", source_tier_words()));
    source.read = fields.flag("read", false);
    fields.refuse_others();
    return source;
}

Fact read_fact(const toml::table& table, Faults& faults, Ids& ids) {
    Fields fields(table, "fact", faults);
    Fact fact;
    fact.line = fields.line();
    fact.id = fields.text("id", Need::Required);
    fields.rename(named("fact", fact.id));
    ids.add(fact.id, is_fact_id(fact.id), fact_form, fields);
    fact.claim = fields.text("claim", Need::Required);
    fact.kind = static_cast<FactKind>(fields.word("kind", fact_kind_words()));
    fact.answer = fields.text("answer", Need::Required);
    fact.accept = fields.texts("accept");
    fact.status = static_cast<FactStatus>(fields.word("status", fact_status_words()));
    fact.as_of = fields.date("as_of");
    fact.sources = fields.texts("sources");
    fact.people = fields.texts("people");
    fact.passage = fields.text("passage", Need::Optional, Lines::Many);
    fact.questions = fields.questions("questions");
    fact.wrong = fields.texts("wrong");
    fact.note = fields.text("note", Need::Optional, Lines::Many);
    fact.needs = fields.texts("needs");
    fact.superseded_by = fields.text("superseded_by", Need::Optional);
    fact.derived = fields.text("derived", Need::Optional);
    fact.checked = fields.flag("checked", true);
    fact.retired = fields.flag("retired", false);
    fields.refuse_others();
    return fact;
}

CaseFile read_tables(const toml::table& root, Faults& faults) {
    static const std::vector<std::string_view> kinds = {"case", "general"};
    Fields fields(root, {}, faults);
    CaseFile file;
    const int format = fields.number("format", Need::Required, 1, 1'000'000);
    if (format > format_version)
        fields.fault(fields.line("format"), "format",
                     fmt::format("this file has format {}, newer than {}", format, format_version),
                     "Read it with a newer version of the program.");
    file.id = fields.text("id", Need::Required);
    Ids("the case").add(file.id, is_slug(file.id), slug_form, fields);
    file.title = fields.text("title", Need::Required);
    file.kind = static_cast<CaseKind>(fields.word("kind", kinds));
    file.for_whom = fields.text("for_whom", Need::Optional);
    file.begin = fields.number("begin", Need::Optional, 0, 9999);
    file.end = fields.number("end", Need::Optional, 0, 9999);
    file.outcome = fields.text("outcome", Need::Optional);
    file.summary = fields.text("summary", Need::Optional);
    file.tags = fields.texts("tags");
    file.brief = fields.text("brief", Need::Optional, Lines::Many);
    if (!file.brief.empty() && file.brief.back() == '\n') file.brief.pop_back();

    Ids people("a person");
    for (const toml::table* table : fields.tables("people", max_people))
        file.people.push_back(read_person(*table, faults, people));
    Ids sources("a source");
    for (const toml::table* table : fields.tables("sources", max_sources))
        file.sources.push_back(read_source(*table, faults, sources));
    Ids facts("a fact");
    for (const toml::table* table : fields.tables("facts", max_facts))
        file.facts.push_back(read_fact(*table, faults, facts));
    fields.refuse_others();
    return file;
}

// Line ends as one character, so that a brief is the same from every system.
std::string with_plain_line_ends(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') out += text[i];
    return out;
}

// Whether the text may be parsed at all.
bool is_safe(std::string_view text, Faults& faults) {
    for (const TextFault& fault : scan_text(text))
        faults.add(fault.line, "control", "this line " + fault.what, "Save the file as plain UTF-8 text.");
    if (const int line = first_deep_line(text); line != 0)
        faults.add(line, "depth", "brackets or dotted keys nest too deep",
                   "A case file needs no more than two levels.");
    return !faults.any();
}

}  // namespace

ReadResult read_casefile(std::string_view toml, std::string_view file) {
    ReadResult result;
    Faults faults(file, result.diagnostics);
    if (toml.size() > max_casefile_bytes) {
        faults.add(0, "size", fmt::format("the file has {} bytes, more than {}", toml.size(), max_casefile_bytes),
                   "This is no case file, or several in one: split it.");
        return result;
    }
    if (toml.substr(0, byte_order_mark.size()) == byte_order_mark) toml.remove_prefix(byte_order_mark.size());
    const std::string text = with_plain_line_ends(toml);
    if (!is_safe(text, faults)) return result;
    try {
        CaseFile casefile = read_tables(toml::parse(std::string_view(text)), faults);
        if (!faults.any()) result.casefile = std::move(casefile);
    } catch (const toml::parse_error& error) {
        faults.add(static_cast<int>(error.source().begin.line), "toml", std::string(error.description()),
                   "Mend the TOML on this line or just above it.");
    }
    std::stable_sort(result.diagnostics.begin(), result.diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
    return result;
}

}  // namespace cards::bank
