#include "source_text.h"

#include <cctype>
#include <regex>
#include <sstream>
#include <string_view>

namespace structure {
namespace {

enum class Within { Code, BlockComment, String, Character, RawString };

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string include_in(const std::string& line) {
    static const std::regex include(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::smatch found;
    return std::regex_search(line, found, include) ? found[1].str() : std::string();
}

// Reads line after line, for comments and raw strings may go over several.
class Scanner {
  public:
    SourceLine scan(const std::string& text, int number) {
        SourceLine line;
        line.number = number;
        if (within_ == Within::Code) line.include = include_in(text);
        for (std::size_t i = 0; i < text.size(); ++i) {
            const std::string_view rest = std::string_view(text).substr(i);
            if (within_ == Within::Code) {
                if (rest.rfind("//", 0) == 0) break;
                i += enter(rest, line) - 1;
            } else {
                i += go_on(rest, line) - 1;
            }
        }
        if (within_ == Within::String || within_ == Within::Character) within_ = Within::Code;
        return line;
    }

  private:
    // Takes some bytes of code and says how many.
    std::size_t enter(std::string_view rest, SourceLine& line) {
        if (rest.rfind("/*", 0) == 0) {
            within_ = Within::BlockComment;
            return 2;
        }
        if (rest.rfind("R\"(", 0) == 0) {
            within_ = Within::RawString;
            return 3;
        }
        const bool separates_digits = rest[0] == '\'' && !line.code.empty() && is_word(line.code.back());
        if (rest[0] == '"') {
            within_ = Within::String;
        } else if (rest[0] == '\'' && !separates_digits) {
            within_ = Within::Character;
        }
        line.code += rest[0];
        return 1;
    }

    // Takes some bytes of a comment, a string or a character and says how many.
    std::size_t go_on(std::string_view rest, SourceLine& line) {
        const std::string_view end = within_ == Within::BlockComment ? "*/"
                                     : within_ == Within::RawString  ? ")\""
                                     : within_ == Within::String     ? "\""
                                                                     : "'";
        if (rest.rfind(end, 0) == 0) {
            if (within_ != Within::BlockComment) line.code += end.back();
            within_ = Within::Code;
            return end.size();
        }
        const bool escape = rest[0] == '\\' && within_ != Within::BlockComment && within_ != Within::RawString;
        const std::size_t taken = escape && rest.size() > 1 ? 2 : 1;
        if (within_ != Within::BlockComment) line.literals += rest.substr(0, taken);
        return taken;
    }

    Within within_ = Within::Code;
};

}  // namespace

std::vector<SourceLine> lines_of(const std::string& text) {
    std::vector<SourceLine> lines;
    Scanner scanner;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(scanner.scan(line, static_cast<int>(lines.size()) + 1));
    return lines;
}

}  // namespace structure
