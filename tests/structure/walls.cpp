#include "walls.h"

#include <algorithm>
#include <regex>
#include <sstream>
#include <string_view>

#include "source_text.h"

namespace structure {
namespace {

using Names = std::vector<std::string>;

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

bool starts_with_one(std::string_view text, const Names& starts) {
    return std::any_of(starts.begin(), starts.end(),
                       [&](const std::string& start) { return starts_with(text, start); });
}

// A header of C++ itself: <string>, <cmath>.
bool is_standard(const std::string& include) { return include.find_first_of("./") == std::string::npos; }

// A noun at the top of cards: cards/fact.h.
bool is_noun(std::string_view path) {
    return starts_with(path, "cards/") && path.find('/', 6) == std::string_view::npos;
}

const Names sqlite = {"sqlite3", "SQLiteCpp/", "cards/store/sql.h", "cards/store/connection.h", "cards/store/query.h"};
const Names imgui = {"imgui", "misc/freetype/imgui", "misc/cpp/imgui", "backends/imgui", "third_party/imgui"};
const Names glfw = {"GLFW/", "GL/", "EGL/"};
const Names clocks = {"chrono", "ctime", "time.h", "sys/time.h", "cards/clock"};
const Names outside = {"filesystem", "fstream", "iostream", "cstdio", "cstdlib", "ctime"};

const std::string sql_stays = "SQL stays in the store";

// A room and the only includes it may have besides standard headers and nouns.
struct Only {
    Names files;
    Names may;
};

const std::vector<Only> only = {
    {{"cards/id.cpp"}, {"fmt/", "uuid/"}},
    {{"cards/memory/"}, {"fmt/", "cards/memory/"}},
    {{"cards/schedule/"}, {"fmt/", "cards/schedule/", "cards/memory/"}},
};
const Only nouns = {{}, {"fmt/"}};

// A room and includes it never has.
struct Never {
    Names files;
    Names includes;
    std::string why;
};

std::vector<Never> never() {
    const Names pure = {"cards/memory/", "cards/schedule/"};
    return {
        {pure, outside, "memory and schedule are pure functions: no files, no clock"},
        {{"cards/"}, {"app/"}, "the library is usable without the app"},
        {{"cards/"}, {"CLI/"}, "the library knows no command line"},
        {{"cards/"}, imgui, "the library knows no window"},
        {{"cards/"}, glfw, "the library knows no window"},
        {{"cards/bank/", "cards/answer/", "cards/extract/"}, sqlite, "only the store knows SQLite"},
        {{"cards/bank/", "cards/answer/", "cards/extract/"}, {"cards/store/"}, "data runs one way"},
        {{"cards/store/"}, {"cards/schedule/", "cards/memory/"}, "the store does no rating arithmetic"},
        {{"app/session", "app/draft", "app/evidence", "app/settings", "app/shipped", "app/commands/"},
         {"cards/store/sql.h", "cards/store/connection.h", "cards/store/query.h", "SQLiteCpp/"},
         sql_stays},
        {{"app/session", "app/draft", "app/evidence", "app/settings", "app/shipped"},
         imgui,
         "the session draws nothing"},
        {{"app/session", "app/draft", "app/evidence", "app/settings", "app/shipped"},
         {"app/views/", "app/widgets/", "app/window/", "app/commands/"},
         "the session knows nothing of who uses it"},
        {{"app/views/", "app/widgets/"}, {"cards/store/"}, "views reach the store through the session"},
        {{"app/views/", "app/widgets/"}, sqlite, "views know no SQL"},
        {{"app/views/", "app/widgets/"}, glfw, "views are functions of state, without a window"},
        {{"app/views/", "app/widgets/"}, {"app/window/"}, "views are functions of state, without a window"},
        {{"app/views/", "app/widgets/"}, clocks, "views are handed the time"},
        {{"app/window/"}, {"cards/", "app/session", "app/views/"}, "the window knows nothing of cards"},
    };
}

// Code, or text in quotes, that a room never has.
struct Word {
    Names files;
    std::regex pattern;
    bool in_quotes;
    std::string why;
};

const std::vector<Word>& words() {
    const std::string asks = "only main.cpp asks for the time";
    const auto code = [](const char* pattern) { return std::regex(pattern); };
    static const std::vector<Word> list = {
        {{"app/", "cards/"}, code(R"(\b(system|steady|high_resolution)_clock::now\b)"), false, asks},
        {{"app/", "cards/"}, code(R"(\b(gettimeofday|clock_gettime|localtime(_r)?|gmtime(_r)?) *\()"), false, asks},
        {{"app/", "cards/"}, code(R"((std::|^|[^\w.>:])time *\()"), false, asks},
        {{"app/views/", "app/widgets/"}, code(R"(\bstd::chrono\b)"), false, "views are handed the time"},
        {{"cards/"}, code(R"(\b(random_device\b|s?rand *\())"), false, "randomness comes with a seed passed in"},
        {{"app/"}, code(R"(\b(INSERT INTO|SELECT .+ FROM|UPDATE \w+ SET|DELETE FROM|PRAGMA) )"), true, sql_stays},
    };
    return list;
}

std::string place(const std::string& file, int line) { return file + ":" + std::to_string(line) + ": "; }

// Whether the nouns, memory or schedule may have this include.
bool is_allowed(const std::string& file, const std::string& include) {
    const auto room =
        std::find_if(only.begin(), only.end(), [&](const Only& o) { return starts_with_one(file, o.files); });
    if (room == only.end() && !is_noun(file)) return true;
    const Only& rule = room == only.end() ? nouns : *room;
    return is_standard(include) || is_noun(include) || starts_with_one(include, rule.may);
}

}  // namespace

std::vector<std::string> crossings(const std::string& file, const std::string& text) {
    static const std::vector<Never> nevers = never();
    std::vector<std::string> found;
    const bool may_ask_for_the_time = file == "app/main.cpp";
    for (const SourceLine& line : lines_of(text)) {
        const std::string& include = line.include;
        const std::string where = place(file, line.number);
        if (!include.empty()) {
            if (!is_allowed(file, include)) {
                found.push_back(where + "includes " + include +
                                ": nouns, memory and schedule use only the standard library, fmt and nouns");
            }
            for (const Never& rule : nevers) {
                const bool through_widgets = starts_with(file, "app/window/") && include == "cards/time.h";
                if (!through_widgets && starts_with_one(file, rule.files) && starts_with_one(include, rule.includes)) {
                    found.push_back(where + "includes " + include + ": " + rule.why);
                }
            }
            continue;
        }
        for (const Word& word : words()) {
            if (may_ask_for_the_time && !word.in_quotes) continue;
            const std::string& searched = word.in_quotes ? line.literals : line.code;
            std::smatch match;
            if (starts_with_one(file, word.files) && std::regex_search(searched, match, word.pattern)) {
                found.push_back(where + "has \"" + match.str() + "\": " + word.why);
            }
        }
    }
    return found;
}

std::vector<std::string> machine_paths(const std::string& file, const std::string& text,
                                       const std::filesystem::path& top) {
    // Not where more stands before it: then it is a part of an address. A made-up home
    // has a name of one letter.
    static const std::regex homes(R"((^|[^\w./$}-])/(root/\w|(home|Users)/\w\w))");
    std::vector<std::string> found;
    std::istringstream in(text);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.find(top.string()) != std::string::npos || std::regex_search(line, homes)) {
            found.push_back(place(file, number) + "names a folder of one machine");
        }
    }
    return found;
}

std::string too_long(const std::string& file, const std::string& text) {
    const auto lines = std::count(text.begin(), text.end(), '\n');
    if (lines <= long_file_lines) return {};
    return file + ": " + std::to_string(lines) + " lines: is there a second noun in it?";
}

}  // namespace structure
