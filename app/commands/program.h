// program.h - what every command is handed.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/session.h"
#include "cards/id.h"
#include "cards/time.h"

namespace commands {

struct Program {
    cards::Clock clock;
    cards::IdSource new_id;
    std::optional<std::filesystem::path> library;  // --library; the default place otherwise.
    std::vector<std::pair<std::string, std::string>> shipped;
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool (*interrupted)() = nullptr;  // Whether Ctrl+C was pressed; may be null.

    std::filesystem::path library_path() const;
    app::SessionOptions session_options() const;
};

// What a command ends with.
inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int wrong_command_line = 2;

// A whole file, or nothing where it cannot be read or is larger than `most` bytes.
std::optional<std::string> read_file(const std::string& file, std::size_t most);

// A case of the session by its id; where there is none, `command` says which there are.
bool has_case(Program& program, const app::Session& session, const std::string& id, std::string_view command);

// A text without what a terminal would obey: control characters become spaces,
// escape sequences lose their start, text direction marks go.
std::string printable(std::string_view text);

// Words broken at `width` columns, each line with `indent` spaces before it.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent = 0);

}  // namespace commands
