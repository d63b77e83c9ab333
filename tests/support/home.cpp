#include "tests/support/home.h"

#include <cstdlib>
#include <ctime>

#include "third_party/catch2.h"

namespace support {
namespace {

namespace fs = std::filesystem;

// POSIX counts hours west of Greenwich.
std::string zone_of_noon() {
    constexpr std::time_t seconds_an_hour = 3'600;
    const auto hour = static_cast<int>(std::time(nullptr) / seconds_an_hour % 24);
    return "NOON" + std::to_string(hour - 12);
}

}  // namespace

Home::Home() {
    const std::string home = folder().string();
    environment = {{"HOME", home},
                   {"XDG_DATA_HOME", home + "/data"},
                   {"XDG_STATE_HOME", home + "/state"},
                   {"XDG_CONFIG_HOME", home + "/config"},
                   {"XDG_CACHE_HOME", home + "/cache"},
                   {"XDG_RUNTIME_DIR", home},
                   {"LANG", "C.UTF-8"},
                   {"TZ", zone_of_noon()}};
    for (const char* name : {"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LD_LIBRARY_PATH"}) {
        if (const char* value = std::getenv(name)) environment[name] = value;
    }
}

Home::Home(const Home& like) : Home() {
    fs::create_directories(library().parent_path());
    fs::copy_file(like.library(), library());
}

const Home& Home::new_library_made() {
    // Made once for a test program: it takes longer than most tests.
    static const Home made;
    if (!fs::exists(made.library())) {
        const Run run = made.casebook({"today"});
        INFO(said(run));
        REQUIRE(run.status == 0);
    }
    return made;
}

Command Home::command(const Command& arguments) const {
    Command whole = {CASEBOOK_PROGRAM};
    whole.insert(whole.end(), arguments.begin(), arguments.end());
    return whole;
}

Run Home::casebook(const Command& arguments, std::string_view input) const {
    return run(command(arguments), environment, input);
}

nlohmann::json Home::json(Command arguments, int status) const {
    arguments.emplace_back("--json");
    const Run run = casebook(arguments);
    INFO(said(run));
    REQUIRE(run.status == status);
    nlohmann::json report = nlohmann::json::parse(run.out, nullptr, false);
    REQUIRE_FALSE(report.is_discarded());
    return report;
}

std::string said(const Run& run) {
    return "exit status " + std::to_string(run.status) + "\n" + run.out + "\n" + run.err;
}

}  // namespace support
