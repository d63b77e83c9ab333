#include "tests/support/home.h"
#include "third_party/catch2.h"

using support::Command;
using support::Home;
using support::Run;
using support::said;

namespace {

const Command heron = {"add",         "--question",      "Which lake did Clara Heron name her boat after?",
                       "--answer",    "Lake Como",       "--new-case",
                       "Clara Heron", "--as-of",         "1994-05-09",
                       "--publisher", "The Heron Review"};

// The same with one option's value changed, or with the option added.
Command with(Command command, const std::string& option, const std::string& value) {
    for (std::size_t i = 0; i + 1 < command.size(); ++i) {
        if (command[i] != option) continue;
        command[i + 1] = value;
        return command;
    }
    command.push_back(option);
    command.push_back(value);
    return command;
}

}  // namespace

TEST_CASE("A card that was added is one more today, and is asked first", "[commands]") {
    const Home home(Home::new_library_made());
    const auto before = home.json({"today"});
    const Run run = home.casebook(heron);
    INFO(said(run));
    REQUIRE(run.status == 0);
    const std::string id = "clara-heron.own-which-lake-did-clara-heron-name-her-boat#1";
    CHECK(run.out.rfind("saved " + id.substr(0, 30), 0) == 0);

    const auto after = home.json({"today"});
    CHECK(after.at("new").get<int>() == before.at("new").get<int>() + 1);
    CHECK(home.json({"check"}).at("problems").empty());
    const Run study = home.casebook({"study"}, "q\n");
    INFO(said(study));
    CHECK(study.out.find("Which lake did Clara Heron") != std::string::npos);
}

TEST_CASE("add --json names the card, and explain knows it", "[commands]") {
    const Home home(Home::new_library_made());
    const auto added = home.json(heron);
    CHECK(added.contains("advice"));
    const auto why = home.json({"explain", added.at("card").get<std::string>()});
    CHECK(why.at("state") == "new");
    CHECK(why.at("steps").empty());
}

TEST_CASE("A card can be added to a case that is there, and to no other", "[commands]") {
    const Home home(Home::new_library_made());
    const auto cards_of_mallory = [&] {
        const auto plan = home.json({"today"});
        for (const auto& each : plan.at("cases")) {
            if (each.at("id") == "mallory") return each.at("cards").get<int>();
        }
        return 0;
    };
    const int before = cards_of_mallory();
    REQUIRE(before > 0);
    CHECK(home.casebook(with(heron, "--case", "mallory")).status == 0);
    CHECK(cards_of_mallory() == before + 1);

    const Run refused = home.casebook(with(heron, "--case", "no-such-case"));
    INFO(said(refused));
    CHECK(refused.status == 1);
    CHECK(refused.err.find("There is no case \"no-such-case\"") != std::string::npos);
    CHECK(refused.err.find("mallory") != std::string::npos);
}

TEST_CASE("A card that can't be kept is refused with the field's name, and nothing is saved", "[commands]") {
    struct Row {
        const char* option;
        const char* value;
        const char* message;
    };
    const Row rows[] = {{"--as-of", "22 June 2017", "as_of: Give the date as of which it holds"},
                        {"--as-of", "2017-13", "as_of: Give the date as of which it holds"},
                        {"--as-of", "2017-02-30", "as_of: Give the date as of which it holds"},
                        {"--as-of", "", "as_of: Give the date as of which it holds"},
                        {"--source-date", "yesterday", "source_date: Write the source's date as"},
                        {"--question", "  ", "question: Write the question."},
                        {"--answer", "", "answer: Write the answer."},
                        {"--new-case", " ", "new_case_title: Choose a case"},
                        {"--publisher", "\t", "publisher: Name the source"},
                        {"--address", "javascript:alert(1)", "address: Start the address with https://"}};
    const Home home;
    for (const Row& row : rows) {
        const Run run = home.casebook(with(heron, row.option, row.value));
        INFO(row.option << " \"" << row.value << "\": " << said(run));
        CHECK(run.status == 2);
        CHECK(run.err.find(row.message) != std::string::npos);
        CHECK(run.out.empty());
    }
    CHECK_FALSE(std::filesystem::exists(home.library()));
}

TEST_CASE("Words outside a list are refused, and the list is shown", "[commands]") {
    const Home home;
    for (const char* option : {"--status", "--kind", "--tier"}) {
        const Run run = home.casebook(with(heron, option, "rumour"));
        INFO(option << ": " << said(run));
        CHECK(run.status == 2);
        CHECK(run.err.find("rumour") != std::string::npos);
    }
}
