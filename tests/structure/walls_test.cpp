// walls_test.cpp - every wall is shown to stand: made-up files that cross it.
#include "walls.h"

#include "third_party/catch2.h"

namespace {

struct Example {
    const char* file;
    const char* line;
};

}  // namespace

TEST_CASE("Each wall stops what crosses it", "[structure]") {
    const Example bad[] = {
        {"cards/fact.h", "#include <sqlite3.h>"},
        {"cards/fact.h", "#include <nlohmann/json.hpp>"},
        {"cards/fact.h", "#include \"cards/bank/reader.h\""},
        {"cards/fact.cpp", "#include <uuid/uuid.h>"},
        {"cards/fact.cpp", "#include <unistd.h>"},
        {"cards/memory/fit.cpp", "#include \"cards/schedule/queue.h\""},
        {"cards/memory/fit.cpp", "#include \"cards/store/library.h\""},
        {"cards/memory/fit.cpp", "#include <toml++/toml.h>"},
        {"cards/memory/fit.cpp", "#include <fstream>"},
        {"cards/memory/fit.cpp", "#include <ctime>"},
        {"cards/schedule/queue.cpp", "#include \"cards/store/library.h\""},
        {"cards/schedule/queue.cpp", "#include <filesystem>"},
        {"cards/schedule/queue.cpp", "  #  include <sqlite3.h>"},
        {"cards/schedule/fuzz.cpp", "std::random_device source;"},
        {"cards/schedule/fuzz.cpp", "const int n = rand();"},
        {"cards/schedule/queue.cpp", "auto t = std::chrono::system_clock::now();"},
        {"cards/bank/reader.cpp", "#include <SQLiteCpp/SQLiteCpp.h>"},
        {"cards/bank/reader.cpp", "#include \"cards/store/library.h\""},
        {"cards/bank/reader.cpp", "#include \"third_party/imgui.h\""},
        {"cards/answer/judge.cpp", "#include <sqlite3.h>"},
        {"cards/answer/judge.cpp", "#include <imgui.h>"},
        {"cards/store/check.cpp", "#include <imgui.h>"},
        {"cards/store/check.cpp", "#include \"cards/schedule/replay.h\""},
        {"cards/store/check.cpp", "#include \"cards/memory/memory.h\""},
        {"cards/store/check.cpp", "#include \"app/session.h\""},
        {"cards/store/check.cpp", "#include <CLI/CLI.hpp>"},
        {"cards/store/check.cpp", "#include <GLFW/glfw3.h>"},
        {"app/session.cpp", "#include \"third_party/imgui.h\""},
        {"app/session.cpp", "#include <SQLiteCpp/SQLiteCpp.h>"},
        {"app/session_add.cpp", "#include \"cards/store/sql.h\""},
        {"app/session_add.cpp", "#include \"app/views/frame.h\""},
        {"app/session.cpp", "library.exec(\"DELETE FROM review\");"},
        {"app/session.cpp", "query(\"SELECT count(*) FROM review\");"},
        {"app/views/today.cpp", "query(\"PRAGMA integrity_check\");"},
        {"app/commands/check.cpp", "#include <SQLiteCpp/SQLiteCpp.h>"},
        {"app/views/study.cpp", "#include \"cards/store/library.h\""},
        {"app/views/study.cpp", "#include <GLFW/glfw3.h>"},
        {"app/views/study.cpp", "#include \"app/window/shell.h\""},
        {"app/views/study.cpp", "#include <sqlite3.h>"},
        {"app/views/study.cpp", "#include <chrono>"},
        {"app/views/study.cpp", "const auto soon = std::chrono::seconds(1);"},
        {"app/views/study.cpp", "const auto now = time(nullptr);"},
        {"app/views/study.cpp", "const auto now = std::time(nullptr);"},
        {"app/widgets/text.cpp", "#include \"cards/store/error.h\""},
        {"app/widgets/text.cpp", "#include <ctime>"},
        {"app/widgets/text.cpp", "#include <GL/gl.h>"},
        {"app/window/shell.cpp", "#include \"cards/fact.h\""},
        {"app/window/shell.cpp", "#include \"app/session.h\""},
        {"app/window/shell.cpp", "localtime_r(&seconds, &local);"},
        {"app/window/shell.cpp", "const auto start = std::chrono::steady_clock::now();"},
    };
    for (const Example& each : bad) {
        INFO(each.file << ": " << each.line);
        const auto found = structure::crossings(each.file, std::string("// Preface.\n") + each.line + "\n");
        REQUIRE_FALSE(found.empty());
        CHECK(found.front().rfind(std::string(each.file) + ":2: ", 0) == 0);
    }
}

TEST_CASE("What is allowed passes every wall", "[structure]") {
    const Example good[] = {
        {"cards/id.cpp", "#include <uuid/uuid.h>"},
        {"cards/fact.h", "#include <string>"},
        {"cards/fact.cpp", "#include <fmt/format.h>"},
        {"cards/fact.cpp", "#include \"cards/time.h\""},
        {"cards/time.cpp", "#include <chrono>"},
        {"cards/memory/fit.cpp", "#include \"cards/memory/memory.h\""},
        {"cards/schedule/queue.cpp", "#include \"cards/memory/memory.h\""},
        {"cards/store/check.cpp", "#include <SQLiteCpp/SQLiteCpp.h>"},
        {"cards/store/check.cpp", "c.query(\"SELECT count(*) FROM review\");"},
        {"app/session.cpp", "#include \"cards/store/library.h\""},
        {"app/session.cpp", "// Nothing here asks for time(nullptr) or SELECT * FROM card."},
        {"app/session.cpp", "/* #include <imgui.h> */ const char mark = '\"';"},
        {"app/commands/version.cpp", "#include <sqlite3.h>"},
        {"app/commands/study.cpp", "say(\"Take your time (now)\");"},
        {"app/views/study.cpp", "#include \"app/session.h\""},
        {"app/views/study.cpp", "ui.toast(\"Select a case from the list.\"); const int n = 1'000'000;"},
        {"app/views/study.cpp", "const auto at = session.next_time(ui.now);"},
        {"app/window/shell.cpp", "#include <GLFW/glfw3.h>"},
        {"app/window/shell.cpp", "#include \"cards/time.h\""},
        {"app/window/shell.cpp", "const double now = glfwGetTime();"},
        {"app/main.cpp", "const auto since = std::chrono::system_clock::now().time_since_epoch();"},
    };
    for (const Example& each : good) {
        INFO(each.file << ": " << each.line);
        CHECK(structure::crossings(each.file, each.line) == std::vector<std::string>{});
    }
}

TEST_CASE("An include within a comment of several lines is no include", "[structure]") {
    CHECK(structure::crossings("app/session.cpp", "/*\n#include <imgui.h>\n*/\n").empty());
    CHECK(structure::crossings("app/session.cpp", "/*\n*/\n#include <imgui.h>\n")
              .front()
              .rfind("app/session.cpp:3: ", 0) == 0);
}

TEST_CASE("A folder of one machine is found, an address is not", "[structure]") {
    const auto found = [](const std::string& line) {
        return structure::machine_paths("tests/run.sh", line, "/build-farm/casebook");
    };
    CHECK(found("cd /build-farm/casebook/tests") ==
          std::vector<std::string>{"tests/run.sh:1: names a folder of one machine"});
    CHECK(found("open(\"/home/ada/library.casebook\")").size() == 1);
    CHECK(found("\ncp a /root/b").front().rfind("tests/run.sh:2: ", 0) == 0);
    CHECK(found("PATH=/Users/ada/bin").size() == 1);
    CHECK(found("https://example.org/home/news").empty());
    CHECK(found("\"$top/home/x\" /usr/bin/env").empty());
    CHECK(found("open(\"/home/a/library.casebook\")").empty());
    CHECK(found("/home is where HOME usually is").empty());
}
