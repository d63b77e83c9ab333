#include "app/session.h"

#include "app/settings.h"
#include "cards/schedule/replay.h"
#include "cards/store/check.h"
#include "rig.h"
#include "third_party/catch2.h"

namespace {

// Answers the card being asked and rates it. Returns its id.
std::string study_one(app::Session& session, rig::TestClock& clock, cards::Rating rating) {
    const app::Prompt* prompt = session.prompt(clock.now);
    REQUIRE(prompt != nullptr);
    const std::string id = prompt->card_id;
    clock.pass_ms(4'000);
    session.show_answer(clock.now);
    REQUIRE_FALSE(session.rate(rating, clock.now));
    return id;
}

bool library_is_well(app::Session& session) {
    const cards::Weights weights = session.options().weights;
    const auto report = cards::store::check(
        session.library(), [&](const std::vector<cards::Review>& log) { return cards::replay(log, weights); });
    for (const std::string& problem : report.problems)
        UNSCOPED_INFO(problem);
    return report.problems.empty();
}

app::Draft good_draft() {
    app::Draft draft;
    draft.question = "Who was exchanged for Rudolf Abel on the Glienicke Bridge in 1962?";
    draft.answer = "Francis Gary Powers";
    draft.new_case_title = "Rudolf Abel";
    draft.publisher = "CIA";
    draft.as_of = "1962-02-10";
    return draft;
}

}  // namespace

TEST_CASE("The next card after a restart is the one that it should be", "[session]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    std::string next;
    {
        auto session = rig::open_session(folder, clock);
        study_one(*session, clock, cards::Rating::Easy);
        study_one(*session, clock, cards::Rating::Good);
        next = session->prompt(clock.now)->card_id;
    }
    auto session = rig::open_session(folder, clock);
    CHECK(session->prompt(clock.now)->card_id == next);
    CHECK(session->today(clock.now).answered == 2);
}

TEST_CASE("The prompt stays the same until it is rated", "[session]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock);
    const std::string first = session->prompt(clock.now)->card_id;
    const std::vector<std::string> options = session->prompt(clock.now)->options;
    clock.pass_ms(60'000);
    CHECK(session->prompt(clock.now)->card_id == first);
    CHECK(session->prompt(clock.now)->options == options);
}

TEST_CASE("An undo after a restart takes the last review back", "[session]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    std::string asked;
    {
        auto session = rig::open_session(folder, clock);
        asked = study_one(*session, clock, cards::Rating::Good);
    }
    auto session = rig::open_session(folder, clock);
    const app::Session::Undo undone = session->undo(clock.now);
    CHECK(undone.done);
    CHECK(undone.what.card_id == asked);
    CHECK(session->prompt(clock.now)->card_id == asked);
    CHECK(session->prompt(clock.now)->state == cards::State::New);
    CHECK(library_is_well(*session));
}

TEST_CASE("A card that is answered stays in hand when the study day ends", "[session][clock]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock);
    const std::string asked = session->prompt(clock.now)->card_id;
    session->show_answer(clock.now);
    clock.pass_days(1);
    session->today(clock.now);
    REQUIRE(session->reveal() != nullptr);
    CHECK(session->prompt(clock.now)->card_id == asked);
    CHECK_FALSE(session->rate(cards::Rating::Good, clock.now));
    CHECK(session->today(clock.now).answered == 1);
    CHECK(library_is_well(*session));
}

TEST_CASE("Undo goes back through the whole log and then says that nothing is left", "[session]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock);
    for (int i = 0; i < 5; ++i)
        study_one(*session, clock, cards::Rating::Good);
    for (int i = 0; i < 5; ++i)
        CHECK(session->undo(clock.now).done);
    CHECK_FALSE(session->undo(clock.now).done);
    CHECK(session->today(clock.now).answered == 0);
    CHECK(library_is_well(*session));
}

TEST_CASE("An answer that cannot be saved stays on screen, says why, and is saved once it can be", "[session][crash]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock);
    const std::string asked = session->prompt(clock.now)->card_id;
    session->answer_option(0, clock.now);
    std::optional<app::Problem> problem;
    {
        const rig::NoRoomToWrite no_room;
        problem = session->rate(cards::Rating::Good, clock.now);
    }
    REQUIRE(problem);
    CHECK(problem->text.find("Could not save your answer") != std::string::npos);
    CHECK(session->prompt(clock.now)->card_id == asked);
    CHECK(session->reveal() != nullptr);
    CHECK(session->today(clock.now).answered == 0);
    CHECK_FALSE(session->rate(cards::Rating::Good, clock.now));
    CHECK(session->today(clock.now).answered == 1);
    CHECK(library_is_well(*session));
}

TEST_CASE("A card just added is asked next, whatever the day's limit", "[session][add]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock, 30);
    cards::SchedulerOptions options = session->options();
    options.new_per_day = 0;
    REQUIRE_FALSE(session->set_options(options, clock.now));
    CHECK(session->prompt(clock.now) == nullptr);
    const app::Session::Added added = session->add(good_draft(), clock.now);
    REQUIRE_FALSE(added.problem);
    REQUIRE(session->prompt(clock.now) != nullptr);
    CHECK(session->prompt(clock.now)->card_id == added.card_id);
    CHECK(session->today(clock.now).counts.fresh == 1);
}

TEST_CASE("A card just added is the next new one after a restart too, whatever the day's limit", "[session][add]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    std::string added;
    {
        auto session = rig::open_session(folder, clock, 30);
        for (int i = 0; i < 20; ++i)
            study_one(*session, clock, cards::Rating::Easy);
        CHECK(session->today(clock.now).counts.fresh == 0);
        added = session->add(good_draft(), clock.now).card_id;
    }
    auto session = rig::open_session(folder, clock, 30);
    CHECK(session->today(clock.now).counts.fresh == 1);
    REQUIRE(session->prompt(clock.now) != nullptr);
    CHECK(session->prompt(clock.now)->card_id == added);
}

TEST_CASE("Two cards with the same question get different ids", "[session][add]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock);
    app::Draft draft = good_draft();
    const std::string first = session->add(draft, clock.now).card_id;
    draft.case_id = "rudolf-abel";
    const std::string second = session->add(draft, clock.now).card_id;
    CHECK_FALSE(first.empty());
    CHECK_FALSE(second.empty());
    CHECK(first != second);
}

TEST_CASE("A draft that cannot be saved says why and saves nothing", "[session][add]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock);
    app::Draft draft = good_draft();
    draft.as_of = "yesterday";
    const app::Session::Added added = session->add(draft, clock.now);
    REQUIRE(added.problem);
    CHECK(added.problem->text.find("2017-06-22") != std::string::npos);
    CHECK(session->case_choices().size() == 1);
}

TEST_CASE("More new cards today last until the day is over, also after a restart", "[session]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    {
        auto session = rig::open_session(folder, clock, 40);
        CHECK(session->today(clock.now).counts.fresh == 20);
        CHECK_FALSE(session->more_today(5, clock.now));
        CHECK(session->today(clock.now).counts.fresh == 25);
    }
    auto session = rig::open_session(folder, clock, 40);
    CHECK(session->today(clock.now).counts.fresh == 25);
    clock.pass_days(1);
    CHECK(session->today(clock.now).counts.fresh == 20);
}

TEST_CASE("Thirty days of study keep the library whole", "[session]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock, 40);
    int answers = 0;
    for (int day = 0; day < 30; ++day) {
        for (int i = 0; i < 25 && session->prompt(clock.now) != nullptr; ++i, ++answers)
            study_one(*session, clock, answers % 5 == 2 ? cards::Rating::Again : cards::Rating::Good);
        clock.pass_days(1);
    }
    CHECK(answers > 150);
    CHECK(library_is_well(*session));
}

TEST_CASE("A newer bank keeps schedules, asks changed answers anew and sets retired facts aside", "[session][bank]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    {
        auto session = rig::open_session(folder, clock, 3);
        for (int i = 0; i < 3; ++i)
            study_one(*session, clock, cards::Rating::Easy);
    }
    std::string text = rig::sample_case("sample", 3);
    const auto replace = [&](const std::string& from, const std::string& to) {
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
    };
    replace("What was the agent of operation 1 called by the service?",
            "By which name did the service call the agent of operation 1?");
    replace("answer = \"Agent2\"", "answer = \"operation 2\"");
    replace("id = \"sample.agent-3\"", "id = \"sample.agent-3\"\nretired = true");
    app::SessionOptions options;
    options.library = folder.path / "library.casebook";
    options.now = clock.now;
    options.new_id = rig::counting_ids();
    options.shipped = {{"sample.toml", text}};
    app::Session session(options);
    const auto state = [&](const char* id) {
        return session.library().card(*session.library().find_card(id))->state.state;
    };
    CHECK(state("sample.agent-1#1") == cards::State::Review);
    CHECK(state("sample.agent-2#1") == cards::State::New);
    CHECK(session.library().card(*session.library().find_card("sample.agent-3#1"))->retired);
    CHECK(library_is_well(session));
}

TEST_CASE("General files are taught after the cases, but for what a case needs", "[session][bank]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    std::string general = rig::sample_case("terms", 2);
    std::string of_case = rig::sample_case("sample", 2);
    general.replace(general.find("kind = \"case\""), 13, "kind = \"general\"");
    of_case.insert(of_case.rfind("note = "), "needs = [\"terms.agent-2\"]\n");
    app::SessionOptions options;
    options.library = folder.path / "library.casebook";
    options.now = clock.now;
    options.new_id = rig::counting_ids();
    options.shipped = {{"terms.toml", general}, {"sample.toml", of_case}};
    app::Session session(options);
    std::vector<std::string> asked;
    for (int i = 0; i < 4; ++i)
        asked.push_back(study_one(session, clock, cards::Rating::Easy));
    CHECK(asked ==
          std::vector<std::string>{"sample.agent-1#1", "terms.agent-2#1", "sample.agent-2#1", "terms.agent-1#1"});
}

TEST_CASE("A shipped case that is broken is named with its line", "[session][bank]") {
    rig::TempFolder folder;
    app::SessionOptions options;
    options.library = folder.path / "library.casebook";
    options.now = rig::TestClock().now;
    options.new_id = rig::counting_ids();
    options.shipped = {{"broken.toml", "format = 1\nid = \n"}};
    CHECK_THROWS_WITH(app::Session(options), Catch::Matchers::Contains("broken.toml:2"));
}

TEST_CASE("Settings read back as they were written, and damaged ones keep their defaults", "[session][settings]") {
    cards::SchedulerOptions options;
    options.desired_retention = 0.85;
    options.learning_steps_minutes = {1, 15, 60};
    options.new_per_day = 7;
    options.rollover_hour = 2;
    options.fuzz = false;
    CHECK(app::options_from(app::to_setting(options)) == options);
    for (const char* text :
         {"", "{", "[]", "null", R"({"new_per_day": "many", "weights": [1, 2]})", R"({"fuzz": 3})"}) {
        INFO(text);
        CHECK(app::options_from(text) == cards::SchedulerOptions{});
    }
    CHECK(app::options_from(R"({"desired_retention": 2.0})").desired_retention == 0.97);
}
