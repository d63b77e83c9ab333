// embedded.h - the files that are part of the program itself: fonts, the shipped
// case files, the icon. Made at build time by embedded.cmake.
#pragma once

#include <string_view>
#include <vector>

namespace app {

struct EmbeddedFile {
    std::string_view name;   // "cases/mallory.toml"
    std::string_view bytes;  // Lives as long as the program.
};

// Every file, in the order of names.
const std::vector<EmbeddedFile>& embedded_files();

// The bytes of one file; empty where there is none of that name.
std::string_view embedded(std::string_view name);

}  // namespace app
