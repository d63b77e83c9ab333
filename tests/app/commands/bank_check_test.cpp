#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>

#include "tests/support/home.h"
#include "third_party/catch2.h"

using support::Home;
using support::Run;
using support::said;

namespace {

const std::string heron = CASEBOOK_TEST_DATA "/cases/heron.toml";

std::string text_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

int line_of(const std::string& text, const std::string& part) {
    const std::size_t at = text.find(part);
    REQUIRE(at != std::string::npos);
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

}  // namespace

TEST_CASE("The bank that ships keeps all rules", "[commands]") {
    const Home home;
    const Run run = home.casebook({"bank", "check", "--json"});
    const auto report = nlohmann::json::parse(run.out);
    CHECK(report.at("cases") > 20);
    CHECK(report.at("cards") >= report.at("facts"));
    for (const auto& finding : report.at("findings")) {
        INFO(finding.dump(2));
        CHECK(finding.at("severity") == "warning");
    }
    CHECK(run.status == 0);
    CHECK_FALSE(std::filesystem::exists(home.library()));
}

TEST_CASE("A sound case file passes", "[commands]") {
    const Home home;
    const Run run = home.casebook({"bank", "check", heron});
    INFO(said(run));
    CHECK(run.status == 0);
    CHECK(std::regex_search(run.out, std::regex("1 cases, \\d+ facts, \\d+ cards: 0 errors, ")));
}

TEST_CASE("A broken case file is refused with its name and line", "[commands]") {
    struct Row {
        const char* what;
        const char* old_text;
        const char* new_text;
    };
    const Row rows[] = {
        {"a status no one knows", "status = \"established\"", "status = \"rumoured\""},
        {"a passage that is not in the brief", "passage = \"", "passage = \"No such words: "},
        {"a line that is no TOML", "tags = [", "tags = [[["},
    };
    const Home home;
    const std::string sound = text_of(heron);
    for (const Row& row : rows) {
        std::string text = sound;
        const int line = line_of(text, row.old_text);
        text.replace(text.find(row.old_text), std::string(row.old_text).size(), row.new_text);
        const std::string file = home.folder() / "broken.toml";
        std::ofstream(file, std::ios::binary) << text;
        const Run run = home.casebook({"bank", "check", file});
        INFO(row.what << ", line " << line << "\n" << said(run));
        CHECK(run.status == 1);
        std::smatch place;
        REQUIRE(std::regex_search(run.out, place, std::regex("broken\\.toml:(\\d+): error: ")));
        CHECK(std::abs(std::stoi(place[1]) - line) <= 25);  // Its own line, or that of its fact.
    }
}

TEST_CASE("A case file that can't be read is named", "[commands]") {
    const Home home;
    const std::string none = home.folder() / "none.toml";
    for (const std::string& file : {none, home.folder().string()}) {
        const Run run = home.casebook({"bank", "check", file});
        INFO(said(run));
        CHECK(run.status == 1);
        CHECK(run.out.find(file) != std::string::npos);
        CHECK(run.out.find("can't be read") != std::string::npos);
    }
}

TEST_CASE("bank report counts the bank", "[commands]") {
    const Home home;
    const Run run = home.casebook({"bank", "report", heron, "--json"});
    INFO(said(run));
    CHECK(run.status == 0);
    CHECK(nlohmann::json::accept(run.out));
}
