// picture.h - pixels, and PNG files of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace window {

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;  // Rows from the top, three bytes a pixel.
};

// Throws std::runtime_error where the file can't be written.
void write_png(const Picture& picture, const std::filesystem::path& path);

}  // namespace window
