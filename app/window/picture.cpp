#include "app/window/picture.h"

#include <stb/stb_image_write.h>

#include <stdexcept>

namespace window {

void write_png(const Picture& picture, const std::filesystem::path& path) {
    if (stbi_write_png(path.c_str(), picture.width, picture.height, 3, picture.rgb.data(), picture.width * 3) == 0) {
        throw std::runtime_error("Could not write the picture " + path.string() +
                                 ".\n    Check that the folder exists and can be written to.");
    }
}

}  // namespace window
