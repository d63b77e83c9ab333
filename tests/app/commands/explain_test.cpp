#include "tests/support/home.h"
#include "third_party/catch2.h"

using support::Command;
using support::Home;
using support::Run;
using support::said;

TEST_CASE("explain --ratings shows every step of the model", "[commands]") {
    const Home home;
    const auto report = home.json({"explain", "--ratings", "3,3,1", "--days", "0,3,10"});
    CHECK(report.at("desired_retention") == Approx(0.9));
    const auto& steps = report.at("steps");
    REQUIRE(steps.size() == 3);
    for (const auto& step : steps) {
        CHECK(step.at("retrievability") > 0.0);
        CHECK(step.at("retrievability") <= 1.0);
        CHECK(step.at("stability") > 0.0);
        CHECK(step.at("difficulty") >= 1.0);
        CHECK(step.at("difficulty") <= 10.0);
        CHECK(step.at("interval_days") >= 1);
    }
    // The first stability is the weight of its rating; the rest follows from the model.
    CHECK(steps[0].at("stability").get<double>() == Approx(2.3065));
    CHECK(steps[0].at("difficulty").get<double>() == Approx(2.118104));
    CHECK(steps[1].at("retrievability").get<double>() < 0.9);  // Later than the interval.
    CHECK(steps[1].at("stability") > steps[0].at("stability"));
    CHECK(steps[2].at("stability") < steps[1].at("stability"));  // Forgotten.
    CHECK(steps[2].at("difficulty") > steps[1].at("difficulty"));
    CHECK_FALSE(std::filesystem::exists(home.library()));
}

TEST_CASE("Every first rating starts from its own weight", "[commands]") {
    const Home home;
    const double stability[] = {0.212, 1.2931, 2.3065, 8.2956};
    for (int rating = 1; rating <= 4; ++rating) {
        const auto report = home.json({"explain", "--ratings", std::to_string(rating), "--days", "0"});
        CHECK(report.at("steps").at(0).at("stability").get<double>() == Approx(stability[rating - 1]));
    }
}

TEST_CASE("A lower desired retention gives longer intervals", "[commands]") {
    const Home home;
    const auto interval = [&](const char* retention) {
        return home.json({"explain", "--ratings", "3,3", "--days", "0,3", "--retention", retention})
            .at("steps")
            .at(1)
            .at("interval_days")
            .get<int>();
    };
    CHECK(interval("0.80") > interval("0.90"));
    CHECK(interval("0.90") > interval("0.95"));
}

TEST_CASE("explain refuses what is not a history, saying what to give", "[commands]") {
    struct Row {
        Command arguments;
        const char* message;
    };
    const Row rows[] = {
        {{"--ratings", "3,3,1", "--days", "0,3"}, "3 ratings but 2 days"},
        {{"--ratings", "3", "--days", "0,3"}, "1 ratings but 2 days"},
        {{"--ratings", "3"}, "1 ratings but 0 days"},
        {{"--ratings", "0", "--days", "0"}, "a rating is 1 (Again)"},
        {{"--ratings", "5", "--days", "0"}, "a rating is 1 (Again)"},
        {{"--ratings", "good", "--days", "0"}, "good"},
        {{"--ratings", "3", "--days", "0", "--retention", "0.5"}, "--retention is 0.70 to 0.97"},
        {{"--ratings", "3", "--days", "0", "--weights", "1,2"}, "explain"},
        {{"mallory.payment#1", "--ratings", "3", "--days", "0"}, "name a card, or give --ratings"},
        {{}, "name a card, or give --ratings"},
    };
    const Home home;
    for (const Row& row : rows) {
        Command arguments = {"explain"};
        arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
        const Run run = home.casebook(arguments);
        INFO(row.message << "\n" << said(run));
        CHECK(run.status == 2);
        CHECK(run.err.find(row.message) != std::string::npos);
        CHECK(run.out.empty());
    }
}

TEST_CASE("explain names a card that is not there", "[commands]") {
    const Home home(Home::new_library_made());
    const Run run = home.casebook({"explain", "no-such.card#1"});
    INFO(said(run));
    CHECK(run.status == 1);
    CHECK(run.err.find("There is no card \"no-such.card#1\"") != std::string::npos);
}
