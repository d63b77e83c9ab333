#include "app/commands/program.h"

#include <fmt/format.h>

#include <fstream>
#include <ostream>

#include "app/paths.h"

namespace commands {
namespace {

// Columns of a text, one for each code point.
std::size_t columns(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
    return count;
}

// Marks that change the direction of text: U+200E, U+200F, U+202A to U+202E and
// U+2066 to U+2069, as three UTF-8 bytes.
bool is_direction_mark(std::string_view bytes) {
    if (bytes.size() < 3 || bytes[0] != '\xE2') return false;
    const auto second = static_cast<unsigned char>(bytes[1]);
    const auto third = static_cast<unsigned char>(bytes[2]);
    if (second == 0x80) return third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE);
    return second == 0x81 && third >= 0xA6 && third <= 0xA9;
}

}  // namespace

std::filesystem::path Program::library_path() const { return library ? *library : app::default_library(); }

app::SessionOptions Program::session_options() const { return {library_path(), clock(), new_id, shipped}; }

std::optional<std::string> read_file(const std::string& file, std::size_t most) {
    std::ifstream in(file, std::ios::binary);
    std::string text;
    std::vector<char> piece(1U << 16);
    while (in && text.size() <= most) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        text.append(piece.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (!in.is_open() || in.bad() || !in.eof() || text.size() > most) return std::nullopt;
    return text;
}

bool has_case(Program& program, const app::Session& session, const std::string& id, std::string_view command) {
    const auto choices = session.case_choices();
    for (const auto& [known, title] : choices)
        if (known == id) return true;
    program.err << fmt::format("casebook {}: There is no case \"{}\".\n    Name one of:", command, printable(id));
    for (const auto& [known, title] : choices)
        program.err << ' ' << printable(known);
    program.err << '\n';
    return false;
}

std::string printable(std::string_view text) {
    std::string clean;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (is_direction_mark(text.substr(i))) {
            i += 2;
        } else if (text.substr(i, 2) == "\xD8\x9C") {  // U+061C, a direction mark too.
            i += 1;
        } else if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
            clean += ' ';  // A C1 control, e.g. U+009B, which starts a sequence too.
            ++i;
        } else if (byte == '\n' || (byte >= 0x20 && byte != 0x7F)) {
            clean += text[i];
        } else {
            clean += ' ';
        }
    }
    return clean;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
    const std::string margin(indent, ' ');
    std::string out;
    std::string line;
    const auto finish = [&] {
        out += margin + line + '\n';
        line.clear();
    };
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        const std::string_view word = text.substr(at, end - at);
        if (!line.empty() && columns(line) + 1 + columns(word) > width) finish();
        if (!line.empty() && !word.empty()) line += ' ';
        line += word;
        if (end < text.size() && text[end] == '\n') finish();
        at = end + 1;
    }
    if (!line.empty()) finish();
    return out;
}

}  // namespace commands
