#include "app/evidence.h"

#include "app/commands/program.h"
#include "app/draft.h"
#include "third_party/catch2.h"

TEST_CASE("The answer is found in its passage as a word of its own", "[evidence]") {
    CHECK(app::find_answer("He was paid $25,000 in cash.", "$25,000") == std::pair<std::size_t, std::size_t>{12, 19});
    CHECK(app::find_answer("The Party met; art was shown.", "art") == std::pair<std::size_t, std::size_t>{15, 18});
    CHECK(app::find_answer("the fbi knew", "FBI") == std::pair<std::size_t, std::size_t>{4, 7});
    CHECK(app::find_answer("Nothing here.", "FBI") == std::pair<std::size_t, std::size_t>{0, 0});
    CHECK(app::find_answer("Anything", "") == std::pair<std::size_t, std::size_t>{0, 0});
}

TEST_CASE("A passage is shown within its sentence, abbreviations notwithstanding", "[evidence]") {
    cards::CaseFile file;
    file.brief =
        "He flew home. Judge T. S. Ellis III set aside two counts for venue. Then came the appeal.\n\nThe end.";
    cards::Fact fact;
    fact.passage = "set aside two counts";
    fact.answer = "two";
    const app::Evidence evidence = app::evidence_of(file, fact);
    CHECK(evidence.before == "Judge T. S. Ellis III ");
    CHECK(evidence.after == " for venue.");
}

TEST_CASE("A title becomes a slug", "[draft]") {
    CHECK(app::slug("Rudolf Abel") == "rudolf-abel");
    CHECK(app::slug("  --- ") == "case");
    CHECK(app::slug("../../etc/passwd") == "etc-passwd");
    CHECK(app::slug(std::string(100, 'x')).size() == 40);
}

TEST_CASE("Lists are split at semicolons", "[draft]") {
    CHECK(app::split_list(" a ;b;; c d ") == std::vector<std::string>{"a", "b", "c d"});
    CHECK(app::split_list("").empty());
}

TEST_CASE("Text for the terminal holds nothing that a terminal would obey", "[commands][hostile]") {
    CHECK(commands::printable("a\x1b[31mred") == "a [31mred");
    CHECK(commands::printable("tab\tbell\a") == "tab bell ");
    CHECK(commands::printable("c1\xC2\x9B"
                              "31m") == "c1 31m");
    CHECK(commands::printable("bidi\xE2\x80\xAE"
                              "x") == "bidix");
    CHECK(commands::printable("alm\xD8\x9C"
                              "x") == "almx");
    CHECK(commands::printable("Z\xC3\xBCrich") == "Z\xC3\xBCrich");
    CHECK(commands::printable("two\nlines") == "two\nlines");
}

TEST_CASE("Text wraps at words and keeps its indent", "[commands]") {
    CHECK(commands::wrapped("one two three", 7, 2) == "  one two\n  three\n");
    CHECK(commands::wrapped("", 10) == "");
}
