#include <sstream>

#include "third_party/catch2.h"
#include "window.h"

using e2e::Place;
using e2e::Screen;
using e2e::Window;
using support::Home;

namespace {

// Within some option of a question of one to three lines, with or without a panel beside it.
constexpr Place some_option{0.40, 0.32};
// The bar of ratings; the rightmost button is Easy, the leftmost Again.
constexpr double bar = 0.95;
constexpr double left_of_bar = 0.18;
constexpr double right_of_bar = 0.98;

// The first cards of the day by their ids, as the session in the terminal asks them.
std::vector<std::string> first_cards(int count) {
    const Home home(Home::new_library_made());
    std::string input;
    for (int i = 0; i < count; ++i)
        input += "\n4\n";
    std::istringstream out(home.casebook({"study"}, input).out);
    std::vector<std::string> ids;
    for (std::string line; std::getline(out, line);) {
        const std::string start = "> saved ";
        if (line.rfind(start, 0) == 0)
            ids.push_back(line.substr(start.size(), line.find(' ', start.size()) - start.size()));
    }
    REQUIRE(ids.size() == static_cast<std::size_t>(count));
    return ids;
}

// The ratings a card was given, by its log.
std::vector<int> ratings(const Home& home, const std::string& card) {
    std::vector<int> all;
    const auto why = home.json({"explain", card});
    for (const auto& step : why.at("steps"))
        all.push_back(step.at("rating").get<int>());
    return all;
}

}  // namespace

TEST_CASE("Cards are answered, rated and undone by keyboard, and all of it is there after a restart", "[e2e][window]") {
    NEEDS_A_SCREEN();
    const Screen screen;
    const Home home(Home::new_library_made());
    const std::vector<std::string> cards = first_cards(3);
    {
        Window window(screen, home);
        window.key("ctrl+2");
        window.saves([&] {
            window.key("1");  // An option …
            window.key("3");  // … and a rating.
        });
        window.saves([&] {
            window.key("space");   // The answer …
            window.key("Return");  // … and the rating proposed.
        });
        window.saves([&] {
            window.key("4");
            window.key("4");
        });
        REQUIRE(window.quit() == 0);
    }
    CHECK(home.json({"today"}).at("answered") == 3);
    CHECK(home.json({"check"}).at("problems").empty());
    CHECK(ratings(home, cards[0]) == std::vector<int>{3});
    CHECK(ratings(home, cards[1]) == std::vector<int>{3});
    CHECK(ratings(home, cards[2]) == std::vector<int>{4});
    {
        Window window(screen, home);
        window.saves([&] { window.key("ctrl+z"); });
        window.saves([&] {
            window.key("2");
            window.key("1");
        });
        window.saves([&] { window.key("ctrl+z"); });
        window.saves([&] { window.key("ctrl+z"); });
        REQUIRE(window.quit() == 0);
    }
    CHECK(home.json({"today"}).at("answered") == 1);
    CHECK(ratings(home, cards[0]) == std::vector<int>{3});
    CHECK(ratings(home, cards[1]).empty());
    CHECK(ratings(home, cards[2]).empty());
    const auto report = home.json({"check"});
    CHECK(report.at("problems").empty());
    CHECK(report.at("reviews") == 4);  // What was undone stays in the log.
}

TEST_CASE("Cards are answered and rated by mouse", "[e2e][window]") {
    NEEDS_A_SCREEN();
    const Screen screen;
    const Home home(Home::new_library_made());
    const std::vector<std::string> cards = first_cards(2);
    {
        Window window(screen, home);
        window.key("Return");  // Start.
        window.click(some_option);
        REQUIRE(window.click_until_saved({right_of_bar, bar}, {left_of_bar, bar}));
        window.click(some_option);
        REQUIRE(window.click_until_saved({left_of_bar, bar}, {right_of_bar, bar}));
        REQUIRE(window.quit() == 0);
    }
    CHECK(ratings(home, cards[0]) == std::vector<int>{4});
    CHECK(ratings(home, cards[1]) == std::vector<int>{1});
    CHECK(home.json({"today"}).at("answered") == 2);
    CHECK(home.json({"check"}).at("problems").empty());
}

TEST_CASE("Keys pressed faster than frames are drawn all count", "[e2e][window]") {
    NEEDS_A_SCREEN();
    const Screen screen;
    const Home home(Home::new_library_made());
    {
        Window window(screen, home);
        window.saves([&] { window.keys({"ctrl+2", "1", "4", "2", "4", "3", "4", "1", "4", "2", "4"}); });
        window.settle(std::chrono::milliseconds(500));
        REQUIRE(window.quit() == 0);
    }
    CHECK(home.json({"today"}).at("answered") == 5);
    CHECK(home.json({"check"}).at("problems").empty());
}

TEST_CASE("Ctrl+Q waits its turn: what was pressed before it still counts", "[e2e][window]") {
    NEEDS_A_SCREEN();
    const Screen screen;
    const Home home(Home::new_library_made());
    {
        Window window(screen, home);
        window.keys({"ctrl+2", "1", "4", "2", "4", "3", "4", "ctrl+q"});
        REQUIRE(window.wait_for_end() == 0);
    }
    CHECK(home.json({"today"}).at("answered") == 3);
}
