#include "app/window/fonts.h"

#include <stdexcept>

#include "app/embedded/embedded.h"

namespace window {
namespace {

// ImGui sizes a font by ascent - descent, the rest of the world by the em.
constexpr float inter_height = 1.21F;
constexpr float noto_serif_height = 1.36F;

// Pairs of first and last code points. The built-in ranges leave out dashes and
// curly quotes.
constexpr ImWchar ranges[] = {
    0x0020, 0x017F,  // Latin with its extensions
    0x0218, 0x021B,  // Romanian
    0x0300, 0x036F,  // combining marks
    0x0370, 0x03FF,  // Greek
    0x0400, 0x052F,  // Cyrillic
    0x1E00, 0x1EFF,  // Latin, additional
    0x2010, 0x2044,  // dashes, quotes, ellipsis, primes
    0x20A0, 0x20BF,  // currencies
    0x2116, 0x2122,  // numero, trade mark
    0x2190, 0x2193,  // arrows
    0x2212, 0x2212,  // minus
    0x2713, 0x2717,  // check marks
    0,
};

ui::Font add(ImFontAtlas& atlas, const char* name, float pixels) {
    const std::string_view bytes = app::embedded(name);
    if (bytes.empty()) throw std::runtime_error(std::string("The program was built without its font ") + name + ".");
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;  // The bytes are part of the program.
    const auto size = static_cast<float>(static_cast<int>(pixels + 0.5F));
    ImFont* font = atlas.AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()), size,
                                              &config, ranges);
    return {font, size};
}

}  // namespace

ui::Fonts load_fonts(ImFontAtlas& atlas, float em) {
    atlas.Clear();
    imgui_compat::use_freetype(atlas);
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    const auto inter = [&](const char* weight, float ems) {
        return add(atlas, (std::string("fonts/Inter-") + weight + ".otf").c_str(), ems * em * inter_height);
    };
    const auto serif = [&](const char* weight, float ems) {
        return add(atlas, (std::string("fonts/NotoSerif-") + weight + ".ttf").c_str(), ems * em * noto_serif_height);
    };
    ui::Fonts fonts;
    fonts.body = inter("Regular", 1.0F);
    fonts.small = inter("Regular", 0.84F);
    fonts.strong = inter("SemiBold", 1.0F);
    fonts.heading = inter("SemiBold", 1.2F);
    fonts.title = inter("SemiBold", 1.6F);
    fonts.number = inter("Bold", 2.3F);
    fonts.reading = serif("Regular", 1.05F);
    fonts.reading_strong = serif("Bold", 1.05F);
    atlas.Build();
    return fonts;
}

}  // namespace window
