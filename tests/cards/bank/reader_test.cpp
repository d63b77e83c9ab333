#include "cards/bank/reader.h"

#include <algorithm>

#include "bank_data.h"
#include "third_party/catch2.h"

using bank_data::with;
using cards::bank::read_casefile;

namespace {

constexpr const char* least = R"(format = 1
id = "least"
title = "Least"
kind = "case"
)";

constexpr const char* fact = R"([[facts]]
id = "least.one"
claim = "One."
kind = "term"
answer = "one"
status = "reported"
questions = ["What?"]
)";

// Half a case is worse than none: a fault and a case never come together.
void check_whole_or_nothing(const std::string& toml) {
    const auto result = read_casefile(toml, "f.toml");
    CHECK(result.casefile.has_value() != cards::has_errors(result.diagnostics));
    for (const auto& d : result.diagnostics) {
        CHECK(d.file == "f.toml");
        CHECK_FALSE(d.what.empty());
        CHECK_FALSE(d.fix.empty());
    }
}

}  // namespace

TEST_CASE("A good case file is read whole", "[bank][reader]") {
    const auto result = read_casefile(bank_data::text("cases/heron.toml"), "heron.toml");
    for (const auto& d : result.diagnostics)
        UNSCOPED_INFO(cards::to_text(d));
    REQUIRE(result.diagnostics.empty());
    REQUIRE(result.casefile);
    const cards::CaseFile& c = *result.casefile;
    CHECK(c.id == "heron");
    CHECK(c.kind == cards::CaseKind::Case);
    CHECK(c.begin == 1988);
    CHECK(c.people.size() == 4);
    CHECK(c.people[0].status == cards::LegalStatus::Convicted);
    CHECK(c.people[0].as_of == cards::PartialDate{1996, 1, 20});
    CHECK(c.sources[1].tier == cards::SourceTier::Press);
    CHECK(c.sources[1].read);
    CHECK_FALSE(c.sources[2].read);
    REQUIRE(c.facts.size() == 6);
    const cards::Fact& method = c.facts[1];
    CHECK(method.kind == cards::FactKind::Method);
    CHECK(method.accept == std::vector<std::string>{"micro dots"});
    CHECK(method.passage == "Her method was \"dead\" simple: microdots under the stamps");
    REQUIRE(method.questions.size() == 2);
    CHECK_FALSE(method.questions[0].retired);
    CHECK(method.questions[1].retired);
    CHECK(method.checked);
    CHECK(c.brief.find(method.passage) != std::string::npos);
    CHECK(c.brief.back() == '.');
    CHECK(method.line > c.facts[0].line);
}

TEST_CASE("The least a case file needs is its name", "[bank][reader]") {
    const auto result = read_casefile(least, "least.toml");
    REQUIRE(result.casefile);
    CHECK(result.casefile->facts.empty());
    REQUIRE(read_casefile(std::string(least) + fact, "least.toml").casefile);
}

TEST_CASE("Every fault of a file is told, with its line and what to do", "[bank][reader]") {
    const std::string broken = R"(format = 1
id = "broken"
title = 7
kind = "cases"
colour = "red"

[[people]]
id = "a"
name = "A"
status = "convict"
as_of = "2017-02-30"

[[facts]]
id = "broken.x"
claim = "X."
kind = "term"
anwser = "x"
status = "reported"
questions = "What?"
)";
    const auto result = read_casefile(broken, "broken.toml");
    CHECK_FALSE(result.casefile);
    struct Row {
        int line;
        const char* what;
        const char* fix;
    };
    for (const Row& row : {
             Row{3, "\"title\" is a whole number, not a text", "Write title as a text."},
             Row{4, "\"kind\" is \"cases\", which is none of its words", "Did you mean \"case\"?"},
             Row{5, "unknown key \"colour\"", "Remove it."},
             Row{10, "person \"a\": \"status\" is \"convict\", which is none of its words",
                 "Did you mean \"convicted\"?"},
             Row{11, "person \"a\": \"as_of\" is no date: \"2017-02-30\"",
                 "Write 2017, 2017-06 or 2017-06-22, a day that exists."},
             Row{13, "fact \"broken.x\": \"answer\" is missing", "Add a line answer = …"},
             Row{17, "fact \"broken.x\": unknown key \"anwser\"", "Did you mean \"answer\"?"},
             Row{19, "fact \"broken.x\": \"questions\" is a text, not a list of texts",
                 "Write questions as a list of texts."},
         }) {
        INFO(row.what);
        CHECK(std::any_of(result.diagnostics.begin(), result.diagnostics.end(), [&](const cards::Diagnostic& d) {
            return d.line == row.line && d.what == row.what && d.fix == row.fix && d.file == "broken.toml";
        }));
    }
    CHECK(result.diagnostics.size() == 8);
}

TEST_CASE("A fault of one value refuses the whole file", "[bank][reader]") {
    const std::string good = std::string(least) + fact;
    struct Row {
        const char* from;
        const char* to;
        const char* rule;
    };
    for (const Row& row : {
             Row{"format = 1", "format = 2", "format"},
             Row{"format = 1", "format = \"1\"", "type"},
             Row{"format = 1\n", "", "key"},
             Row{"id = \"least\"", "id = \"\"", "id"},
             Row{"id = \"least\"", "id = \"../etc\"", "id"},
             Row{"id = \"least\"", "id = \"Least\"", "id"},
             Row{"\"least.one\"", "\"one\"", "id"},
             Row{"\"least.one\"", "\"least.one.two\"", "id"},
             Row{"\"One.\"", "\"One.\\u001b[31m\"", "control"},
             Row{"\"One.\"", "\"One.\\u202e\"", "control"},
             Row{"\"One.\"", "\"One.\\nTwo.\"", "control"},
             Row{"\"One.\"", "\"One.\x1B[31m\"", "control"},
             Row{"\"One.\"", "\"One.\xC2\x9B\"", "control"},
             Row{"\"One.\"", "\"One.\xFF\"", "control"},
             Row{"\"One.\"", "\"One.\xC0\x80\"", "control"},
             Row{"\"One.\"", "\"One.", "toml"},
             Row{"\"One.\"", "'One.' x", "toml"},
             Row{"[\"What?\"]", "[1]", "type"},
             Row{"[\"What?\"]", "[{ text = \"What?\", retird = true }]", "key"},
             Row{"[\"What?\"]", "[{ retired = true }]", "key"},
             Row{"\"term\"", "\"thing\"", "word"},
             Row{"\"term\"", "true", "type"},
         }) {
        INFO(row.from << " -> " << row.to);
        const auto result = read_casefile(with(good, row.from, row.to), "f.toml");
        CHECK_FALSE(result.casefile);
        REQUIRE_FALSE(result.diagnostics.empty());
        CHECK(result.diagnostics[0].rule == row.rule);
        CHECK(result.diagnostics[0].line > 0);
    }
}

TEST_CASE("An id used twice is refused and the first use named", "[bank][reader]") {
    const auto result = read_casefile(std::string(least) + fact + fact, "f.toml");
    CHECK_FALSE(result.casefile);
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].what == "fact \"least.one\": the id is used already, on line 5");
    CHECK(result.diagnostics[0].line == 13);
}

TEST_CASE("Line ends and a byte order mark of another system change nothing", "[bank][reader]") {
    const std::string unix_text = bank_data::text("cases/heron.toml");
    std::string dos = "\xEF\xBB\xBF";
    for (const char c : unix_text) {
        if (c == '\n') dos += '\r';
        dos += c;
    }
    const auto result = read_casefile(dos, "heron.toml");
    REQUIRE(result.casefile);
    CHECK(*result.casefile == bank_data::heron());
}

TEST_CASE("A date may be written without quotes", "[bank][reader]") {
    const auto result = read_casefile(std::string(least) + fact + "as_of = 2017-06-22\n", "f.toml");
    REQUIRE(result.casefile);
    CHECK(result.casefile->facts[0].as_of == cards::PartialDate{2017, 6, 22});
}

TEST_CASE("A file cut off anywhere gives a whole case or none", "[bank][reader][hostile]") {
    const std::string good = std::string(least) + fact + "brief = '''\nx'''\n";
    for (std::size_t size = 0; size <= good.size(); ++size)
        check_whole_or_nothing(good.substr(0, size));
    const std::string long_one = bank_data::text("cases/heron.toml");
    for (std::size_t size = 0; size <= long_one.size(); size += 37)
        check_whole_or_nothing(long_one.substr(0, size));
}

TEST_CASE("A file with any byte changed gives a whole case or none", "[bank][reader][hostile]") {
    const std::string good = std::string(least) + fact;
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (const unsigned byte :
             {0x00u, 0x1Bu, 0x80u, 0xFFu, 0x22u, 0x27u, 0x5Bu, 0x7Bu, 0x0Au, 0x2Eu, 0x23u, 0x5Cu, 0x78u}) {
            std::string changed = good;
            changed[i] = static_cast<char>(byte);
            check_whole_or_nothing(changed);
        }
    }
}

TEST_CASE("Nesting deep enough to end the stack is refused before it is parsed", "[bank][reader][hostile]") {
    const std::string many(300'000, '[');
    std::string dotted = "a";
    for (int i = 0; i < 300'000; ++i)
        dotted += ".a";
    for (const std::string& hostile :
         {"x = " + many, many, dotted + " = 1", "[" + dotted + "]", "x = {" + dotted + " = 1}",
          "x = '''\n\n'''\ny = " + many, "x = \"[[[\" # [[[[\ny = " + many}) {
        const auto result = read_casefile(hostile, "f.toml");
        CHECK_FALSE(result.casefile);
        REQUIRE_FALSE(result.diagnostics.empty());
        CHECK(result.diagnostics[0].rule == "depth");
    }
}

TEST_CASE("Brackets and points inside texts are no nesting", "[bank][reader]") {
    const std::string dots(100, '.');
    const std::string brackets(100, '[');
    const auto result = read_casefile(std::string(least) + "summary = \"" + dots + brackets + "\\\"" + brackets +
                                          "\" # " + brackets + "\nbrief = \"\"\"\n\\\"\"" + brackets + "\"\"\"\"\n",
                                      "f.toml");
    for (const auto& d : result.diagnostics)
        UNSCOPED_INFO(cards::to_text(d));
    CHECK(result.casefile);
}

TEST_CASE("Files too large for a case are refused", "[bank][reader][hostile]") {
    const std::string large(cards::bank::max_casefile_bytes + 1, '#');
    CHECK(read_casefile(large, "f.toml").diagnostics.at(0).rule == "size");
    std::string crowded = least;
    for (std::size_t i = 0; i <= cards::bank::max_facts; ++i)
        crowded += "[[facts]]\n";
    const auto result = read_casefile(crowded, "f.toml");
    CHECK_FALSE(result.casefile);
    CHECK(result.diagnostics.at(0).rule == "size");
    CHECK(result.diagnostics.size() == 1);
}

TEST_CASE("A million faults are not all listed", "[bank][reader][hostile]") {
    std::string crowded = least;
    for (int i = 0; i < 20'000; ++i)
        crowded += "k" + std::to_string(i) + " = 1\n";
    const auto result = read_casefile(crowded, "f.toml");
    CHECK_FALSE(result.casefile);
    CHECK(result.diagnostics.size() < 300);
}
