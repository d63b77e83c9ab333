#include <iostream>

#include "third_party/catch2.h"
#include "window.h"

using e2e::Screen;
using e2e::Window;
using std::chrono::milliseconds;
using support::Home;

namespace {

constexpr milliseconds watched{10'000};
constexpr long allowed_ticks = 2;

}  // namespace

TEST_CASE("A window left alone uses no processor time", "[e2e][window]") {
    NEEDS_A_SCREEN();
    const Screen screen;
    const Home home(Home::new_library_made());
    Window window(screen, home);
    window.settle(milliseconds(500));
    const long before = window.ticks();
    window.rest(watched);
    const long today = window.ticks() - before;

    window.key("ctrl+3");  // Its first field has the keyboard; the caret blinks for a while.
    window.type("Who");
    window.settle(milliseconds(1'500));
    const long before_field = window.ticks();
    window.rest(watched);
    const long field = window.ticks() - before_field;
    std::cout << "idle for 10 s: " << today << " ticks; in a text field: " << field << " ticks (of 1/100 s)\n";
    REQUIRE(today <= allowed_ticks);
    REQUIRE(field <= allowed_ticks);
    REQUIRE(window.quit() == 0);
}
