#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "third_party/catch2.h"
#include "walls.h"

namespace {

namespace fs = std::filesystem;

struct File {
    std::string name;  // From the top of the project.
    std::string text;
};

bool is_cpp(const fs::path& path) { return path.extension() == ".cpp" || path.extension() == ".h"; }

// The project's own files: nothing built, nothing hidden.
std::vector<File> project_files() {
    const fs::path top = CASEBOOK_SOURCE_DIR;
    std::vector<File> files;
    const auto take = [&](const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        files.push_back({path.lexically_relative(top).generic_string(), {std::istreambuf_iterator<char>(in), {}}});
    };
    for (const auto& entry : fs::directory_iterator(top)) {
        if (entry.is_regular_file() && entry.path().filename() != ".git") take(entry.path());
    }
    for (const char* folder : {"app", "cards", "assets", "third_party", "tests", ".ci"}) {
        if (!fs::exists(top / folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(top / folder)) {
            if (entry.is_regular_file()) take(entry.path());
        }
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.name < b.name; });
    return files;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

}  // namespace

TEST_CASE("No file crosses a wall of the house", "[structure]") {
    std::vector<std::string> found;
    int read = 0;
    for (const File& file : project_files()) {
        const bool ours = file.name.rfind("app/", 0) == 0 || file.name.rfind("cards/", 0) == 0;
        if (!ours || !is_cpp(file.name)) continue;
        ++read;
        const auto crossed = structure::crossings(file.name, file.text);
        found.insert(found.end(), crossed.begin(), crossed.end());
    }
    CHECK(read > 100);
    INFO(joined(found));
    CHECK(found.empty());
}

TEST_CASE("No file names a folder of the machine it was written on", "[structure]") {
    std::vector<std::string> found;
    for (const File& file : project_files()) {
        if (file.name.rfind("tests/structure/", 0) == 0) continue;  // Its tables hold made-up ones.
        const auto named = structure::machine_paths(file.name, file.text, CASEBOOK_SOURCE_DIR);
        found.insert(found.end(), named.begin(), named.end());
    }
    INFO(joined(found));
    CHECK(found.empty());
}

TEST_CASE("Long files are pointed out", "[structure]") {
    for (const File& file : project_files()) {
        const std::string warning = is_cpp(file.name) ? structure::too_long(file.name, file.text) : "";
        if (!warning.empty()) WARN(warning);
    }
    const std::string four_hundred(400, '\n');
    CHECK(structure::too_long("app/a.cpp", four_hundred).empty());
    CHECK(structure::too_long("app/a.cpp", four_hundred + "\n") ==
          "app/a.cpp: 401 lines: is there a second noun in it?");
}
