#include "third_party/catch2.h"
#include "window.h"

using e2e::Screen;
using e2e::Window;
using support::Home;

namespace {

// In a window of the usual size, with the form scrolled to its top.
constexpr e2e::Place holds_as_of{0.57, 0.463};

// A case by its title in today's plan; null where there is none.
nlohmann::json case_titled(const Home& home, const std::string& title) {
    const auto plan = home.json({"today"});
    for (const auto& each : plan.at("cases")) {
        if (each.at("title") == title) return each;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("A card is written by keyboard, asked at once, and there after a restart", "[e2e][window]") {
    NEEDS_A_SCREEN();
    const Screen screen;
    const Home home(Home::new_library_made());
    const auto cards = home.json({"check"}).at("cards").get<int>();
    {
        Window window(screen, home);
        window.key("ctrl+3");
        window.fill({"Which lake did Clara Heron sail in 1994?", "Como", "", "Garda; Lugano; Iseo", "Clara Heron",
                     "1994-05-09", "The Heron Review"});
        window.saves([&] { window.key("ctrl+Return"); });
        window.key("ctrl+2");
        window.saves([&] {
            window.key("space");
            window.key("Return");
        });
        REQUIRE(window.quit() == 0);
    }
    CHECK(home.json({"check"}).at("cards") == cards + 1);
    CHECK(home.json({"check"}).at("problems").empty());
    const auto added = case_titled(home, "Clara Heron");
    REQUIRE_FALSE(added.is_null());
    CHECK(added.at("cards") == 1);
    CHECK(added.at("learning") == 1);  // It was the one asked.
    CHECK(home.json({"today"}).at("answered") == 1);
    const auto why =
        home.json({"explain", added.at("id").get<std::string>() + ".own-which-lake-did-clara-heron-sail-in-1994#1"});
    CHECK(why.at("steps").size() == 1);
}

TEST_CASE("A card that lacks something is not saved, and what was typed waits", "[e2e][window]") {
    NEEDS_A_SCREEN();
    const Screen screen;
    const Home home(Home::new_library_made());
    {
        Window window(screen, home);
        window.key("ctrl+3");
        window.fill({"Which river?", "Po", "", "", "Clara Heron", "soon", "The Heron Review"});
        window.key("ctrl+Return");  // The date is none: refused.
        window.key("ctrl+1");
        window.key("ctrl+3");
        window.click(holds_as_of);
        window.key("ctrl+a");
        window.type("1994");
        window.saves([&] { window.key("ctrl+Return"); });
        REQUIRE(window.quit() == 0);
    }
    CHECK(case_titled(home, "Clara Heron").at("cards") == 1);
    CHECK(home.json({"check"}).at("problems").empty());
}

TEST_CASE("Text typed faster than frames are drawn goes whole into each field", "[e2e][window]") {
    NEEDS_A_SCREEN();
    const Screen screen;
    const Home home(Home::new_library_made());
    {
        Window window(screen, home);
        window.key("ctrl+3");
        window.saves([&] {
            window.type_fast("Which river?\tPo\t\t\tClara Heron\t1994\tThe Heron Review");
            window.key("ctrl+Return");
        });
        REQUIRE(window.quit() == 0);
    }
    CHECK_FALSE(case_titled(home, "Clara Heron").is_null());
}
