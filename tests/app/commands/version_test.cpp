#include "tests/support/home.h"
#include "third_party/catch2.h"

using support::Home;
using support::Run;
using support::said;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("--version names the program and what it stands on", "[commands]") {
    const Home home;
    const Run run = home.casebook({"--version"});
    INFO(said(run));
    CHECK(run.status == 0);
    CHECK(run.out.rfind("casebook ", 0) == 0);
    for (const char* name : {"\nSQLite 3.", "\nDear ImGui 1.", "\nGLFW 3."})
        CHECK(has(run.out, name));
    CHECK(run.err.empty());
}

TEST_CASE("--help lists every command, and reads no library", "[commands]") {
    const Home home;
    const Run run = home.casebook({"--help"});
    INFO(said(run));
    CHECK(run.status == 0);
    for (const char* name : {"study", "today", "add", "bank", "explain", "check", "capture", "--library"})
        CHECK(has(run.out, name));
    CHECK_FALSE(std::filesystem::exists(home.library()));
}

TEST_CASE("A command line that cannot be understood ends with status 2 and a message", "[commands]") {
    const Home home;
    const support::Command wrong[] = {
        {"forget"}, {"--no-such-option"},          {"today", "--no-such-option"}, {"today", "check"},  {"bank"},
        {"add"},    {"add", "--question", "Who?"}, {"--text-size", "9", "today"}, {"capture", "study"}};
    for (const support::Command& arguments : wrong) {
        const Run run = home.casebook(arguments);
        INFO(arguments.front() << ": " << said(run));
        CHECK(run.status == 2);
        CHECK_FALSE(run.err.empty());
        CHECK(run.out.empty());
    }
    CHECK_FALSE(std::filesystem::exists(home.library()));
}
