#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/commands/commands.h"
#include "rig.h"
#include "third_party/catch2.h"

namespace {

// A program with one shipped case, whose output is kept.
struct Desk {
    rig::TempFolder folder;
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    commands::Program program{[] { return rig::TestClock().now; },
                              rig::counting_ids(),
                              folder.path / "library.casebook",
                              {{"sample.toml", rig::sample_case("sample", 5)}},
                              in,
                              out,
                              err,
                              nullptr};

    std::string printed() {
        std::string text = out.str();
        out.str("");
        return text;
    }
    bool prints(const std::string& words) const { return out.str().find(words) != std::string::npos; }
};

}  // namespace

TEST_CASE("Questions are drawn with numbers and ids, and with answers only when asked", "[commands][bank]") {
    Desk desk;
    commands::DrawOptions options;
    options.count = 3;
    CHECK(commands::bank_draw(desk.program, options) == commands::done);
    const std::string blind = desk.printed();
    CHECK(blind.find("  3  sample.agent-") != std::string::npos);
    CHECK(blind.find("  4  ") == std::string::npos);
    CHECK(blind.find("What was the agent of operation") != std::string::npos);
    CHECK(blind.find("= Agent") == std::string::npos);
    options.answers = true;
    commands::bank_draw(desk.program, options);
    CHECK(desk.prints("= Agent"));
    desk.printed();
    options.json = true;
    options.answers = false;
    commands::bank_draw(desk.program, options);
    CHECK(desk.prints("\"question\": \"What was"));
    CHECK_FALSE(desk.prints("\"answer\""));
}

TEST_CASE("A bank is checked against an older edition, so that no id vanishes", "[commands][bank]") {
    Desk desk;
    const auto old_edition = [&](int facts) {
        const std::filesystem::path file = desk.folder.path / "old.toml";
        std::ofstream(file) << rig::sample_case("sample", facts);
        return file.string();
    };
    commands::CheckOptions options;
    commands::bank_check(desk.program, options);
    CHECK_FALSE(desk.prints("has vanished"));
    options.against = {old_edition(4)};
    commands::bank_check(desk.program, options);
    CHECK_FALSE(desk.prints("has vanished"));
    options.against = {old_edition(6)};
    CHECK(commands::bank_check(desk.program, options) == commands::failed);
    CHECK(desk.prints("fact \"sample.agent-6\": has vanished"));
    desk.printed();
    options.against = {(desk.folder.path / "nowhere.toml").string()};
    CHECK(commands::bank_check(desk.program, options) == commands::failed);
    CHECK(desk.prints("can't be read"));
    desk.printed();
    options.json = true;
    options.against = {old_edition(6)};
    commands::bank_check(desk.program, options);
    CHECK(desk.prints("\"rule\": \"fact.id\""));
}
