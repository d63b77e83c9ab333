#include "app/news.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "app/commands/commands.h"
#include "app/session.h"
#include "app/views/frame.h"
#include "rig.h"
#include "third_party/catch2.h"

namespace {

using app::NewsKind;

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

// The sample case with a mended wording, a changed answer and a retired fact.
std::string newer_case(int facts = 4) {
    std::string text = rig::sample_case("sample", facts);
    text = with(text, "What was the agent of operation 1 called by the service?",
                "By which name did the service call the agent of operation 1?");
    text = with(text, "answer = \"Agent2\"", "answer = \"operation 2\"");
    return with(text, "id = \"sample.agent-3\"", "id = \"sample.agent-3\"\nretired = true");
}

struct Student {
    rig::TempFolder folder;
    rig::TestClock clock;

    app::SessionOptions options(const std::vector<std::pair<std::string, std::string>>& shipped) const {
        return {folder.path / "library.casebook", clock.now, rig::counting_ids(), shipped};
    }
    std::unique_ptr<app::Session> start(const std::string& text) const {
        return std::make_unique<app::Session>(options({{"sample.toml", text}}));
    }
};

std::string told(const app::News& news) {
    std::string text;
    for (const app::NewsEntry& each : news)
        text += std::string(to_text(each.kind)) + " " + each.fact_id + "\n";
    return text;
}

constexpr const char* all_three = "asked_anew sample.agent-2\nretired sample.agent-3\nreworded sample.agent-1\n";

}  // namespace

TEST_CASE("A first start has no news", "[news]") {
    Student student;
    CHECK(student.start(newer_case())->news().empty());
    CHECK(student.start(newer_case())->news().empty());
}

TEST_CASE("A newer bank tells each change once, also after a restart", "[news]") {
    Student student;
    student.start(rig::sample_case("sample", 4));
    CHECK(told(student.start(newer_case())->news()) == all_three);
    {
        auto session = student.start(newer_case());
        CHECK(told(session->news()) == all_three);
        CHECK(session->news().at(1).case_title == "Sample sample");
        CHECK(session->news().at(1).claim == "The agent of operation 3 was called Agent3.");
        REQUIRE_FALSE(session->news_seen());
        CHECK(session->news().empty());
    }
    CHECK(student.start(newer_case())->news().empty());
}

TEST_CASE("New cards of a case are told with their number", "[news]") {
    Student student;
    student.start(rig::sample_case("sample", 4));
    const app::Session session(student.options(
        {{"sample.toml", rig::sample_case("sample", 6)}, {"other.toml", rig::sample_case("other", 1)}}));
    REQUIRE(session.news().size() == 2);
    CHECK(meaning(session.news().at(0)) == "2 new cards");
    CHECK(session.news().at(1).case_title == "Sample other");
    CHECK(meaning(session.news().at(1)) == "1 new card");
}

TEST_CASE("A fact that its case file has no longer is told as retired, with its claim", "[news]") {
    Student student;
    student.start(rig::sample_case("sample", 4));
    const auto session = student.start(rig::sample_case("sample", 3));
    CHECK(told(session->news()) == "retired sample.agent-4\n");
    CHECK(session->news().at(0).claim == "The agent of operation 4 was called Agent4.");
}

TEST_CASE("Two newer banks between two looks make one list", "[news]") {
    Student student;
    student.start(rig::sample_case("sample", 4));
    student.start(newer_case());
    const std::string newest = with(newer_case(), "A note on operation 2.", "Another note on operation 2.");
    CHECK(told(student.start(newest)->news()) == all_three);
}

TEST_CASE("A change that no student reads is no news", "[news]") {
    Student student;
    student.start(rig::sample_case("sample", 2));
    CHECK(student.start(with(rig::sample_case("sample", 2), "\"Cipher1\"", "\"Cipher9\""))->news().empty());
}

TEST_CASE("News reads back as it was written, and damaged news is left out", "[news][settings]") {
    const app::News news = {{NewsKind::AskedAnew, "A case", "a.fact", "A claim \"here\".", 0},
                            {NewsKind::CardsAdded, "A case", "", "", 7}};
    CHECK(app::news_from(app::to_setting(news)) == news);
    for (const char* text : {"", "{", "{}", "null", "[1, null, {}]", R"([{"kind": "gossip"}, {"kind": 3}])"}) {
        INFO(text);
        CHECK(app::news_from(text).empty());
    }
}

TEST_CASE("Today shows what changed until it is seen, by mouse or by key", "[views][today][news]") {
    for (const bool by_mouse : {true, false}) {
        Student student;
        student.start(rig::sample_case("sample", 4));
        auto session = student.start(newer_case());
        views::Frame frame;
        rig::Rig rig([&](ui::Ui& ui) {
            ui.now = student.clock.now;
            frame.draw(ui, *session);
        });
        CHECK(rig.shows("What changed in the question bank"));
        CHECK(rig.shows("New answer, asked anew"));
        CHECK(rig.shows("No longer asked"));
        CHECK(rig.shows("New wording, schedule kept"));
        CHECK(rig.shows("The agent of operation 3 was called Agent3. (Sample sample)"));
        CHECK_FALSE(rig.has("Show all 3"));
        if (by_mouse) {
            rig.click("Got it");
        } else {
            rig.press(ui::Key::G);
        }
        CHECK_FALSE(rig.shows("What changed in the question bank"));
        CHECK(session->news().empty());
    }
}

TEST_CASE("Of many changes Today shows twelve, and all of them on demand", "[views][today][news]") {
    Student student;  // Fifteen facts go: 10 to 20, then 6 to 9, by id.
    student.start(rig::sample_case("sample", 20));
    auto session = student.start(rig::sample_case("sample", 5));
    views::Frame frame;
    rig::Rig rig([&](ui::Ui& ui) {
        ui.now = student.clock.now;
        frame.draw(ui, *session);
    });
    CHECK(rig.shows("was called Agent6."));
    CHECK_FALSE(rig.shows("was called Agent7."));
    rig.click("Show all 15");
    CHECK(rig.shows("was called Agent7."));
    CHECK(rig.shows("was called Agent9."));
    rig.click("Got it");
    CHECK(session->news().empty());
}

TEST_CASE("The plan in the terminal prints what changed once; JSON leaves it for the student", "[commands][news]") {
    Student student;
    student.start(rig::sample_case("sample", 4));
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    commands::Program program{[] { return rig::TestClock().now; },
                              rig::counting_ids(),
                              student.folder.path / "library.casebook",
                              {{"sample.toml", newer_case()}},
                              in,
                              out,
                              err,
                              nullptr};
    const auto today = [&](bool json) {
        out.str("");
        REQUIRE(commands::today(program, json) == commands::done);
        return out.str();
    };
    const auto report = nlohmann::json::parse(today(true));
    REQUIRE(report.at("changed").size() == 3);
    CHECK(report.at("changed").at(0).at("kind") == "asked_anew");
    CHECK(report.at("changed").at(0).at("fact") == "sample.agent-2");
    CHECK(today(false).find("No longer asked (Sample sample)") != std::string::npos);
    CHECK(today(false).find("What changed") == std::string::npos);
    CHECK(nlohmann::json::parse(today(true)).at("changed").empty());
}
