#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/cli.h"
#include "app/commands/commands.h"
#include "cards/store/check.h"
#include "rig.h"
#include "third_party/catch2.h"

namespace {

// The program as main makes it, but for its clock, its streams and its bank.
struct Desk {
    rig::TempFolder folder;
    rig::TestClock clock;
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;

    int run(std::vector<std::string> words, const std::string& typed = "", int facts = 30) {
        in = std::istringstream(typed);
        out.str("");
        err.str("");
        commands::Program program{[this] { return clock.now; },
                                  rig::counting_ids(),
                                  folder.path / "library.casebook",
                                  {{"sample.toml", rig::sample_case("sample", facts)}},
                                  in,
                                  out,
                                  err,
                                  nullptr};
        words.insert(words.begin(), "casebook");
        std::vector<char*> arguments;
        for (std::string& word : words)
            arguments.push_back(word.data());
        return cli::run(static_cast<int>(arguments.size()), arguments.data(), program,
                        {[](const cli::WindowWish&) { return commands::done; }, [] {}});
    }
    nlohmann::json json() const { return nlohmann::json::parse(out.str()); }
    std::unique_ptr<app::Session> session() const { return rig::open_session(folder, clock, 30); }
    std::string file(const std::string& name, const std::string& text) const {
        std::ofstream(folder.path / name) << text;
        return (folder.path / name).string();
    }
    // Studies every day; each card is forgotten every `forgotten`th time.
    void study(int days, int forgotten) {
        auto open = session();
        int answers = 0;
        for (int day = 0; day < days; ++day, clock.pass_days(1)) {
            while (open->prompt(clock.now) != nullptr) {
                clock.pass_ms(4'000);
                open->answer_typed("Cipher", clock.now);
                if (open->reveal() == nullptr) open->show_answer(clock.now);
                open->rate(++answers % forgotten == 0 ? cards::Rating::Again : cards::Rating::Good, clock.now);
            }
        }
    }
};

bool says(const std::ostringstream& text, const std::string& words) {
    return text.str().find(words) != std::string::npos;
}

std::string made_up_log(int cards) {
    std::string csv = "card_id,review_rating,review_time,review_duration\n";
    for (int card = 0; card < cards; ++card) {
        for (int i = 0; i < 4; ++i) {
            csv += std::to_string(card) + (card % 5 == i ? ",1," : ",3,") + "2026-0" + std::to_string(i + 1) + "-" +
                   std::to_string(10 + card % 18) + "T10:00:00Z,4000\n";
        }
    }
    return csv;
}

}  // namespace

TEST_CASE("Optimising a log prints every promised key and leaves the library alone", "[commands][optimize]") {
    Desk desk;
    const std::string file = desk.file("log.csv", made_up_log(200));
    REQUIRE(desk.run({"optimize", "--revlog", file, "--json"}) == commands::done);
    const nlohmann::json report = desk.json();
    for (const char* key : {"weights", "reviews", "log_loss", "rmse_bins", "auc", "default_log_loss", "seconds"}) {
        INFO(key);
        CHECK(report.contains(key));
    }
    CHECK(report["weights"].size() == 21);
    CHECK(report["reviews"] == 600);
    CHECK_FALSE(std::filesystem::exists(desk.folder.path / "library.casebook"));
}

TEST_CASE("A log of fewer than 64 reviews changes nothing and says why", "[commands][optimize]") {
    Desk desk;
    REQUIRE(desk.run({"optimize", "--revlog", desk.file("log.csv", made_up_log(10))}) == commands::done);
    CHECK(says(desk.out, "Nothing was changed"));
    CHECK(says(desk.out, "64"));
    REQUIRE(desk.run({"optimize"}) == commands::done);
    CHECK(says(desk.out, "Nothing was changed"));
}

TEST_CASE("A log with a bad row is refused with its line", "[commands][optimize]") {
    Desk desk;
    const std::string text = made_up_log(30) + "7,9,2026-05-01T10:00:00Z,1\n";
    CHECK(desk.run({"optimize", "--revlog", desk.file("log.csv", text)}) == commands::failed);
    CHECK(says(desk.err, "log.csv:122"));
    CHECK(desk.run({"optimize", "--revlog", (desk.folder.path / "none.csv").string()}) == commands::failed);
    CHECK(says(desk.err, "can't be read"));
}

TEST_CASE("Optimising one's own log keeps the library whole, whatever is decided", "[commands][optimize]") {
    Desk desk;
    desk.study(60, 3);
    REQUIRE(desk.run({"optimize", "--json"}) == commands::done);
    CHECK(desk.json()["reviews"] > 64);
    const auto session = desk.session();
    const bool changed = session->options().weights != cards::fsrs6_weights;
    CHECK(changed == desk.json()["changed"].get<bool>());
}

TEST_CASE("Simulating prints one line for each retention", "[commands][simulate]") {
    Desk desk;
    REQUIRE(desk.run({"simulate", "--cards", "100", "--retention", "0.8,0.95", "--days", "30", "--json"}) == 0);
    const nlohmann::json report = desk.json();
    REQUIRE(report["workload"].size() == 2);
    CHECK(report["workload"][0]["desired_retention"] == 0.8);
    CHECK(report["workload"][0]["reviews_a_day"] < report["workload"][1]["reviews_a_day"]);
    CHECK(report["new_cards"] == 100);
    REQUIRE(desk.run({"simulate", "--json"}) == commands::done);
    CHECK(desk.json()["new_cards"] == 30);
    CHECK(desk.json()["workload"].size() == 4);
}

TEST_CASE("A wrong command line ends with 2 and says what is wrong", "[commands]") {
    Desk desk;
    using Words = std::vector<std::string>;
    for (const Words& words : {Words{"simulate", "--retention", "0.5"}, Words{"exam", "sample", "2026-02-30"},
                               Words{"exam", "sample", "2020-01-01"}, Words{"exam", "--clear"},
                               Words{"exam", "sample", "2027-03-12", "--clear"}}) {
        INFO(words[1]);
        CHECK(desk.run(words) == commands::wrong_command_line);
        CHECK_FALSE(desk.err.str().empty());
    }
    for (const Words& words :
         {Words{"simulate", "--days", "0"}, Words{"backlog", "--days", "3", "--per-day", "4"}, Words{"more", "0"},
          Words{"more"}, Words{"suspend"}, Words{"cram"}, Words{"optimize", "--revlog"}}) {
        INFO(words[0]);
        CHECK(desk.run(words) == commands::wrong_command_line);
    }
}

TEST_CASE("A card or case that is not there is named and fails", "[commands]") {
    Desk desk;
    CHECK(desk.run({"suspend", "sample.nobody#1"}) == commands::failed);
    CHECK(says(desk.err, "sample.nobody#1"));
    CHECK(desk.run({"cram", "nobody"}) == commands::failed);
    CHECK(says(desk.err, "Name one of: sample"));
    CHECK(desk.run({"exam", "nobody", "2027-03-12"}) == commands::failed);
}

TEST_CASE("A backlog is planned by pace or by days", "[commands][backlog]") {
    Desk desk;
    REQUIRE(desk.run({"backlog"}) == commands::done);
    CHECK(says(desk.out, "no backlog"));
    desk.study(3, 100);
    desk.clock.pass_days(60);
    REQUIRE(desk.run({"backlog", "--per-day", "5", "--json"}) == commands::done);
    CHECK(desk.json()["overdue"] == 30);
    CHECK(desk.json()["per_day"] == 5);
    CHECK(desk.json()["days"] >= 6);
    REQUIRE(desk.run({"backlog", "--days", "3", "--json"}) == commands::done);
    CHECK(desk.json()["days"] <= 3);
    CHECK(desk.json()["per_day"] >= 10);
}

TEST_CASE("A card forgotten too often is listed with what it was confused with", "[commands][leech]") {
    Desk desk;
    {
        auto session = desk.session();
        cards::SchedulerOptions options = session->options();
        options.leech_lapses = 2;
        REQUIRE_FALSE(session->set_options(options, desk.clock.now));
    }
    REQUIRE(desk.run({"leeches"}) == commands::done);
    CHECK(says(desk.out, "No card needs rewriting"));
    desk.study(40, 3);
    REQUIRE(desk.run({"leeches", "--json"}) == commands::done);
    const nlohmann::json list = desk.json();
    REQUIRE_FALSE(list.empty());
    for (const char* key : {"claim", "question", "lapses", "confusions", "sources"})
        CHECK(list[0].contains(key));
    CHECK(list[0]["lapses"] >= 2);
    REQUIRE_FALSE(list[0]["confusions"].empty());
    CHECK(list[0]["confusions"][0]["answer"] == "Cipher");
    CHECK(list[0]["sources"][0]["publisher"] == "Court of Tests");
}

TEST_CASE("An exam is set, shown and cleared", "[commands][exam]") {
    Desk desk;
    REQUIRE(desk.run({"exam", "sample", "2026-12-24"}) == commands::done);
    CHECK(says(desk.out, "in 31 days"));
    REQUIRE(desk.run({"exam"}) == commands::done);
    CHECK(says(desk.out, "sample: exam on 24 Dec 2026"));
    REQUIRE(desk.run({"exam", "sample", "--clear"}) == commands::done);
    REQUIRE(desk.run({"exam"}) == commands::done);
    CHECK(says(desk.out, "No exam is set"));
}

TEST_CASE("Cramming asks every card until it is known and saves nothing", "[commands][cram]") {
    Desk desk;
    std::string typed = "\n1\n";  // The first is forgotten once.
    for (int i = 0; i < 4; ++i)
        typed += "\n3\n";
    REQUIRE(desk.run({"cram", "sample"}, typed, 4) == commands::done);
    CHECK(says(desk.out, "All known: 5 answered"));
    REQUIRE(desk.run({"check", "--json"}, "", 4) == commands::done);
    CHECK(desk.json()["reviews"] == 0);
    REQUIRE(desk.run({"cram", "sample"}, "?\nq\n", 4) == commands::done);
    CHECK(says(desk.out, "0 answered, 4 left"));
}

TEST_CASE("A suspended card is not asked until it is brought back", "[commands]") {
    Desk desk;
    REQUIRE(desk.run({"suspend", "sample.agent-1#1"}, "", 1) == commands::done);
    REQUIRE(desk.run({"today", "--json"}, "", 1) == commands::done);
    CHECK(desk.json()["new"] == 0);
    REQUIRE(desk.run({"unsuspend", "sample.agent-1#1"}, "", 1) == commands::done);
    REQUIRE(desk.run({"today", "--json"}, "", 1) == commands::done);
    CHECK(desk.json()["new"] == 1);
}

TEST_CASE("More new cards come in today, as far as there are any", "[commands]") {
    Desk desk;
    REQUIRE(desk.run({"more", "5"}) == commands::done);
    CHECK(says(desk.out, "25 now wait"));
    REQUIRE(desk.run({"more", "50"}) == commands::done);
    CHECK(says(desk.out, "30 now wait"));
    CHECK(says(desk.out, "no others"));
}
