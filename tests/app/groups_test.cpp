#include "app/session.h"
#include "rig.h"
#include "third_party/catch2.h"

namespace {

// The sample case, whose first two facts ask for people with names that sound alike.
std::string case_with_two_alike(int facts) {
    std::string text = rig::sample_case("sample", facts);
    for (const auto& [number, name] : {std::pair{"1", "Ronald Hansen"}, std::pair{"2", "Robert Hanssen"}}) {
        const std::string from = std::string("kind = \"term\"\nanswer = \"Agent") + number + "\"";
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), std::string("kind = \"person\"\nanswer = \"") + name + "\"");
    }
    return text;
}

std::unique_ptr<app::Session> open(const rig::TempFolder& folder, const rig::TestClock& clock, int facts) {
    return std::make_unique<app::Session>(app::SessionOptions{folder.path / "library.casebook",
                                                              clock.now,
                                                              rig::counting_ids(),
                                                              {{"sample.toml", case_with_two_alike(facts)}}});
}

std::string study_one(app::Session& session, rig::TestClock& clock) {
    const app::Prompt* prompt = session.prompt(clock.now);
    REQUIRE(prompt != nullptr);
    const std::string id = prompt->card_id;
    clock.pass_ms(4'000);
    session.show_answer(clock.now);
    REQUIRE_FALSE(session.rate(cards::Rating::Easy, clock.now));
    return id;
}

}  // namespace

TEST_CASE("Facts easily taken for each other are not asked back to back", "[session][groups]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = open(folder, clock, 4);
    std::vector<std::string> asked;
    for (int i = 0; i < 4; ++i)
        asked.push_back(study_one(*session, clock));
    CHECK(asked ==
          std::vector<std::string>{"sample.agent-1#1", "sample.agent-3#1", "sample.agent-2#1", "sample.agent-4#1"});
}

TEST_CASE("They are asked back to back where nothing else is left", "[session][groups]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = open(folder, clock, 2);
    CHECK(study_one(*session, clock) == "sample.agent-1#1");
    CHECK(study_one(*session, clock) == "sample.agent-2#1");
}

TEST_CASE("They stay apart when the day's queue is built anew in between", "[session][groups]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = open(folder, clock, 4);
    CHECK(study_one(*session, clock) == "sample.agent-1#1");
    CHECK_FALSE(session->more_today(5, clock.now));
    CHECK(study_one(*session, clock) == "sample.agent-3#1");
}

TEST_CASE("A card buried still keeps those like it apart", "[session][groups]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = open(folder, clock, 4);
    REQUIRE(session->prompt(clock.now)->card_id == "sample.agent-1#1");
    REQUIRE_FALSE(session->bury(clock.now));
    CHECK(session->prompt(clock.now)->card_id == "sample.agent-3#1");
}
