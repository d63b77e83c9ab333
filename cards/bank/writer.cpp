#include "cards/bank/writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace cards::bank {
namespace {

constexpr std::size_t widest_list = 140;  // Longer lists get a line an entry.

void append_escaped(std::string& out, char c) {
    switch (c) {
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\t': out += "\\t"; break;
        case '\r': out += "\\r"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
                out += fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
            else
                out += c;
    }
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += "\\\"";
        else
            append_escaped(out, c);
    }
    return out + '"';
}

// A text of paragraphs between triple quotes, each paragraph as it is.
std::string block(std::string_view text) {
    std::string out = "\"\"\"\n";
    int quotes = 0;
    for (const char c : text) {
        quotes = c == '"' ? quotes + 1 : 0;
        if (quotes == 3) {
            out += "\\\"";
            quotes = 0;
        } else if (c == '"' || c == '\n') {
            out += c;
        } else {
            append_escaped(out, c);
        }
    }
    return out + "\n\"\"\"";
}

std::string list(const std::vector<std::string>& entries) {
    const std::string one_line = fmt::format("[{}]", fmt::join(entries, ", "));
    if (one_line.size() <= widest_list || entries.size() < 2) return one_line;
    return fmt::format("[\n    {},\n]", fmt::join(entries, ",\n    "));
}

std::vector<std::string> all_quoted(const std::vector<std::string>& texts) {
    std::vector<std::string> out(texts.size());
    std::transform(texts.begin(), texts.end(), out.begin(), quoted);
    return out;
}

// Writes keys, and leaves out those that say what is so anyway.
class Sheet {
  public:
    void table(std::string_view name) { out_ += fmt::format("\n[[{}]]\n", name); }
    void raw(std::string_view key, std::string_view value) { out_ += fmt::format("{} = {}\n", key, value); }
    void always(std::string_view key, std::string_view text) { raw(key, quoted(text)); }
    void text(std::string_view key, std::string_view text) {
        if (!text.empty()) always(key, text);
    }
    void number(std::string_view key, int value) {
        if (value != 0) raw(key, fmt::format("{}", value));
    }
    void flag(std::string_view key, bool value, bool otherwise) {
        if (value != otherwise) raw(key, value ? "true" : "false");
    }
    void texts(std::string_view key, const std::vector<std::string>& texts) {
        if (!texts.empty()) raw(key, list(all_quoted(texts)));
    }
    void date(std::string_view key, const PartialDate& date) { text(key, to_iso(date)); }
    void blank() { out_ += '\n'; }
    std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

void write(Sheet& sheet, const Person& person) {
    sheet.table("people");
    sheet.always("id", person.id);
    sheet.always("name", person.name);
    sheet.texts("aliases", person.aliases);
    sheet.always("status", to_text(person.status));
    sheet.date("as_of", person.as_of);
    sheet.text("detail", person.detail);
    sheet.texts("charges", person.charges);
}

void write(Sheet& sheet, const Source& source) {
    sheet.table("sources");
    sheet.always("id", source.id);
    sheet.text("publisher", source.publisher);
    sheet.text("title", source.title);
    sheet.date("date", source.date);
    sheet.text("address", source.address);
    sheet.always("tier", to_text(source.tier));
    sheet.flag("read", source.read, false);
}

void write(Sheet& sheet, const Fact& fact) {
    sheet.table("facts");
    sheet.always("id", fact.id);
    sheet.always("claim", fact.claim);
    sheet.always("kind", to_text(fact.kind));
    sheet.always("answer", fact.answer);
    sheet.texts("accept", fact.accept);
    sheet.always("status", to_text(fact.status));
    sheet.date("as_of", fact.as_of);
    sheet.texts("sources", fact.sources);
    sheet.texts("people", fact.people);
    sheet.text("passage", fact.passage);
    std::vector<std::string> questions;
    for (const Question& question : fact.questions)
        questions.push_back(question.retired ? fmt::format("{{ text = {}, retired = true }}", quoted(question.text))
                                             : quoted(question.text));
    sheet.raw("questions", list(questions));
    sheet.texts("wrong", fact.wrong);
    sheet.text("note", fact.note);
    sheet.texts("needs", fact.needs);
    sheet.text("superseded_by", fact.superseded_by);
    sheet.text("derived", fact.derived);
    sheet.flag("checked", fact.checked, true);
    sheet.flag("retired", fact.retired, false);
}

}  // namespace

std::string write_casefile(const CaseFile& casefile) {
    Sheet sheet;
    sheet.raw("format", "1");
    sheet.always("id", casefile.id);
    sheet.always("title", casefile.title);
    sheet.always("kind", casefile.kind == CaseKind::General ? "general" : "case");
    sheet.text("for_whom", casefile.for_whom);
    sheet.number("begin", casefile.begin);
    sheet.number("end", casefile.end);
    sheet.text("outcome", casefile.outcome);
    sheet.text("summary", casefile.summary);
    sheet.texts("tags", casefile.tags);
    if (!casefile.brief.empty()) {
        sheet.blank();
        sheet.raw("brief", block(casefile.brief));
    }
    for (const Person& person : casefile.people)
        write(sheet, person);
    for (const Source& source : casefile.sources)
        write(sheet, source);
    for (const Fact& fact : casefile.facts)
        write(sheet, fact);
    return sheet.take();
}

}  // namespace cards::bank
