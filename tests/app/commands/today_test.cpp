#include <sys/stat.h>

#include "tests/support/home.h"
#include "third_party/catch2.h"

using support::Home;
using support::Run;
using support::said;

namespace {

mode_t permissions(const std::filesystem::path& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

}  // namespace

TEST_CASE("today --json has the plan and every case", "[commands]") {
    const Home home(Home::new_library_made());
    const nlohmann::json plan = home.json({"today"});
    INFO(plan.dump(2));
    CHECK(plan.at("day").get<std::string>().size() == 10);
    CHECK(plan.at("new") == 20);
    CHECK(plan.at("learning") == 0);
    CHECK(plan.at("due") == 0);
    CHECK(plan.at("minutes") > 0);
    CHECK(plan.at("answered") == 0);
    int fresh = 0;
    for (const nlohmann::json& each : plan.at("cases")) {
        for (const char* key : {"id", "title", "learning", "due"})
            CHECK(each.contains(key));
        CHECK(each.at("cards") > 0);
        fresh += each.at("new").get<int>();
    }
    CHECK(plan.at("cases").size() > 20);
    CHECK(fresh == 20);
}

TEST_CASE("today in words names the cases that wait", "[commands]") {
    const Home home(Home::new_library_made());
    const Run run = home.casebook({"today"});
    INFO(said(run));
    CHECK(run.status == 0);
    CHECK(run.out.rfind("Today, ", 0) == 0);
    CHECK(run.out.find("20 new") != std::string::npos);
    CHECK(run.out.find("Kevin Mallory") != std::string::npos);
}

TEST_CASE("The library is made where XDG says, for its student alone", "[commands]") {
    const Home home;
    ::umask(0022);
    REQUIRE(home.casebook({"today"}).status == 0);
    CHECK(permissions(home.library()) == 0600);
    CHECK(permissions(home.library().parent_path()) == 0700);
}

TEST_CASE("--library names another library, before the command or after it", "[commands]") {
    const Home home;
    const std::string before = home.folder() / "before.casebook";
    const std::string after = home.folder() / "deep" / "after.casebook";
    CHECK(home.casebook({"--library", before, "today"}).status == 0);
    CHECK(home.casebook({"today", "--library", after}).status == 0);
    CHECK(permissions(before) == 0600);
    CHECK(permissions(after) == 0600);
    CHECK_FALSE(std::filesystem::exists(home.library()));
}

TEST_CASE("Without a home folder the program says how to name a library", "[commands]") {
    Home home;
    home.environment.erase("HOME");
    home.environment.erase("XDG_DATA_HOME");
    const Run run = home.casebook({"today"});
    INFO(said(run));
    CHECK(run.status == 1);
    CHECK(run.err.find("--library FILE") != std::string::npos);
}

TEST_CASE("check finds a new library well, and --rebuild has nothing to mend", "[commands]") {
    const Home home(Home::new_library_made());
    const nlohmann::json report = home.json({"check"});
    CHECK(report.at("problems").empty());
    CHECK(report.at("wrong_caches") == 0);
    CHECK(report.at("reviews") == 0);
    CHECK(report.at("cards") > 1'000);
    CHECK(home.json({"check", "--rebuild"}).at("mended") == 0);
    const Run run = home.casebook({"check"});
    CHECK(run.status == 0);
    CHECK(run.out.find("all is well") != std::string::npos);
}
