#include <iostream>

#include "third_party/catch2.h"
#include "window.h"

using e2e::Screen;
using e2e::Window;
using support::Home;
using support::Run;
using support::said;

TEST_CASE("The window is there soon, and closes when its title bar asks it to", "[e2e][window]") {
    NEEDS_A_SCREEN();
    const Screen screen;
    const Home home(Home::new_library_made());
    Window window(screen, home);
    std::cout << "first frame after " << window.first_frame_ms() << " ms\n";
    REQUIRE(window.first_frame_ms() < 5'000);
    e2e::ask_to_close(screen.display(), window.id());
    REQUIRE(window.wait_for_end() == 0);
    CHECK(home.json({"check"}).at("problems").empty());
}

TEST_CASE("A second window on the same library is refused with a message, and the first goes on", "[e2e][window]") {
    NEEDS_A_SCREEN();
    const Screen screen;
    Home home(Home::new_library_made());
    home.environment["DISPLAY"] = screen.display();
    {
        Window first(screen, home);
        const Run second = home.casebook({});
        INFO(said(second));
        REQUIRE(second.status == 1);
        REQUIRE(second.err.find("library.casebook") != std::string::npos);
        REQUIRE(second.out.empty());
        first.key("ctrl+2");
        first.saves([&] {
            first.key("space");
            first.key("3");
        });
        REQUIRE(first.quit() == 0);
    }
    CHECK(home.json({"today"}).at("answered") == 1);
}
