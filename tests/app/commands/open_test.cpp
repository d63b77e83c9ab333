// open_test.cpp - `casebook` alone, where no window can be opened.
#include "tests/support/home.h"
#include "third_party/catch2.h"

using support::Home;
using support::Run;
using support::said;

TEST_CASE("Without a display and without anyone typing, today's plan is printed", "[commands]") {
    const Home home(Home::new_library_made());
    const Run run = home.casebook({});
    INFO(said(run));
    CHECK(run.status == 0);
    CHECK(run.out.rfind("Today, ", 0) == 0);
    CHECK(run.err.find("no display") != std::string::npos);
}

TEST_CASE("Without a display what is typed goes to a session in the terminal", "[commands]") {
    const Home home(Home::new_library_made());
    const Run run = home.casebook({}, "\n3\nq\n");
    INFO(said(run));
    CHECK(run.status == 0);
    CHECK(run.out.find("saved ") != std::string::npos);
    CHECK(home.json({"today"}).at("answered") == 1);
}

TEST_CASE("A display that does not answer is no reason to end", "[commands]") {
    Home home(Home::new_library_made());
    home.environment["DISPLAY"] = ":987";
    const Run run = home.casebook({});
    INFO(said(run));
    CHECK(run.status == 0);
    CHECK(run.out.rfind("Today, ", 0) == 0);
    CHECK(run.err.find("Could not open a window") != std::string::npos);
}
