// hostile_text_test.cpp - text from outside never gives the terminal an order.
#include <fstream>

#include "tests/support/home.h"
#include "third_party/catch2.h"

using support::Home;
using support::Run;
using support::said;

namespace {

const std::string escape = "\x1b[31m";         // Red, and all else a terminal obeys.
const std::string title = "\x1b]0;owned\x07";  // Names the window.
const std::string c1 =
    "\xc2\x9b"
    "2J";                                          // U+009B: an escape sequence in one character.
const std::string right_to_left = "\xe2\x80\xae";  // U+202E: shows what follows backwards.
const std::string isolate = "\xe2\x81\xa7";        // U+2067.
const std::string mark = "\xd8\x9c";               // U+061C, the Arabic letter mark.

// The first byte or character a terminal would obey, or "".
std::string order_in(const std::string& text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n') || byte == 0x7F) return "byte " + std::to_string(byte);
    }
    for (int second = 0x80; second < 0xA0; ++second) {
        if (text.find(std::string("\xc2") + static_cast<char>(second)) != std::string::npos) return "a C1 control";
    }
    for (const char* direction :
         {"\xe2\x80\x8e", "\xe2\x80\x8f", "\xe2\x80\xaa", "\xe2\x80\xab", "\xe2\x80\xac", "\xe2\x80\xad",
          "\xe2\x80\xae", "\xe2\x81\xa6", "\xe2\x81\xa7", "\xe2\x81\xa8", "\xe2\x81\xa9", "\xd8\x9c"}) {
        if (text.find(direction) != std::string::npos) return "a mark that turns text around";
    }
    return {};
}

}  // namespace

TEST_CASE("Escapes in a card's text never reach the terminal", "[commands][hostile]") {
    const Home home(Home::new_library_made());
    const std::string all = escape + title + c1 + right_to_left + isolate + mark;
    const Run added = home.casebook({"add",
                                     "--question",
                                     "Which" + all + " lake did she sail?",
                                     "--answer",
                                     "Como" + all,
                                     "--wrong",
                                     "Garda" + all,
                                     "--wrong",
                                     "Maggiore" + all,
                                     "--wrong",
                                     "Lugano" + all,
                                     "--new-case",
                                     "Heron" + all,
                                     "--as-of",
                                     "1994",
                                     "--publisher",
                                     "Review" + all,
                                     "--title",
                                     "Boats" + all,
                                     "--note",
                                     "Note" + all,
                                     "--passage",
                                     "Como it was" + all,
                                     "--statement",
                                     "She sailed Como" + all + "."});
    INFO(said(added));
    REQUIRE(added.status == 0);
    CHECK(order_in(added.out + added.err).empty());

    const Run today = home.casebook({"today"});
    CHECK(order_in(today.out + today.err).empty());
    std::string whole_day;
    for (int i = 0; i < 25; ++i)
        whole_day += "\n4\n";
    const Run study = home.casebook({"study"}, whole_day);
    INFO(said(study));
    CHECK(order_in(study.out + study.err).empty());
    CHECK(study.out.find("lake did she sail") != std::string::npos);
    CHECK(study.out.find("Como") != std::string::npos);
}

TEST_CASE("Escapes in a typed answer, in names of cards and of files never reach the terminal", "[commands][hostile]") {
    const Home home(Home::new_library_made());
    const std::string all = escape + title + c1 + right_to_left + isolate;
    const std::string no_library = home.folder() / ("no" + all);
    std::ofstream(no_library) << "Nothing a library begins with.";
    const Run runs[] = {
        home.casebook({"explain", "no" + all + "card#1"}),
        home.casebook({"bank", "check", "no" + all + ".toml"}),
        home.casebook({"--library", no_library, "check"}),
        home.casebook({"add", "-q", "Who?", "-a", "x", "--publisher", "p", "--as-of", "1994", "--case", "no" + all}),
        home.casebook({"study"}, all + "\nq\n"),
    };
    for (const Run& run : runs) {
        INFO(said(run));
        CHECK(order_in(run.out).empty());
        CHECK(order_in(run.err).empty());
        CHECK_FALSE((run.out + run.err).empty());
    }
}

TEST_CASE("Escapes in a command line that is refused never reach the terminal", "[commands][hostile]") {
    const Home home;
    const Run run = home.casebook({"forget" + escape + title + c1 + right_to_left});
    INFO(said(run));
    CHECK(run.status == 2);
    CHECK(order_in(run.err).empty());
}

TEST_CASE("What finds an order in a text finds each kind", "[commands][hostile]") {
    for (const std::string& order :
         {escape, title, c1, right_to_left, isolate, mark, std::string("\r"), std::string("\x7f")})
        CHECK_FALSE(order_in("a" + order + "b").empty());
    CHECK(order_in("Caf\xc3\xa9 \xe2\x80\x9cquoted\xe2\x80\x9d \xe2\x80\x94\nnew line").empty());
}
