#include "app/widgets/text.h"

#include <algorithm>

namespace ui {
namespace {

struct Line {
    const char* begin = nullptr;
    const char* end = nullptr;
};

const char* skip_spaces(const char* at, const char* end) {
    while (at < end && *at == ' ')
        ++at;
    return at;
}

// The lines of one text: newlines break, the rest wraps at `width`.
std::vector<Line> wrap(std::string_view text, const Font& font, float width) {
    std::vector<Line> lines;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        const char* newline = std::find(at, end, '\n');
        if (newline == at) lines.push_back({at, at});
        while (at < newline) {
            const char* stop = imgui_compat::wrap_position(font.font, font.size, at, newline, width);
            if (stop <= at) stop = at + 1;
            while (stop < newline && (static_cast<unsigned char>(*stop) & 0xC0U) == 0x80U)
                ++stop;
            lines.push_back({at, stop});
            at = skip_spaces(stop, newline);
        }
        at = newline < end ? newline + 1 : end;
    }
    return lines;
}

float width_of(const Font& font, const char* begin, const char* end) {
    return font.font->CalcTextSizeA(font.size, FLT_MAX, 0.0F, begin, end).x;
}

void note(Ui& ui, std::string_view text) {
    if (ui.probe != nullptr) ui.probe->texts.emplace_back(text);
}

}  // namespace

TextStyle body(const Ui& ui) { return {ui.fonts.body, ui.palette().text, 1.25F}; }
TextStyle muted(const Ui& ui) { return {ui.fonts.body, ui.palette().muted, 1.25F}; }
TextStyle small(const Ui& ui) { return {ui.fonts.small, ui.palette().muted, 1.2F}; }
TextStyle strong(const Ui& ui) { return {ui.fonts.strong, ui.palette().text, 1.25F}; }
TextStyle heading(const Ui& ui) { return {ui.fonts.heading, ui.palette().text, 1.2F}; }
TextStyle title(const Ui& ui) { return {ui.fonts.title, ui.palette().text, 1.15F}; }
TextStyle reading(const Ui& ui) { return {ui.fonts.reading, ui.palette().text, 1.2F}; }

ImVec2 measure(std::string_view text, const Font& font) {
    if (text.empty()) return {0.0F, font.size};
    return font.font->CalcTextSizeA(font.size, FLT_MAX, 0.0F, text.data(), text.data() + text.size());
}

void text_at(Ui& ui, ImVec2 place, std::string_view text, const Font& font, Colour colour, float max_width) {
    if (text.empty()) return;
    note(ui, text);
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (max_width <= 0.0F || measure(text, font).x <= max_width) {
        list->AddText(font.font, font.size, place, colour.u32(), text.data(), text.data() + text.size());
        return;
    }
    constexpr std::string_view ellipsis = "\xE2\x80\xA6";
    const float room = max_width - measure(ellipsis, font).x;
    std::size_t length = text.size();
    while (length > 0 && measure(text.substr(0, length), font).x > room) {
        --length;
        while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
            --length;
    }
    const std::string cut = std::string(text.substr(0, length)) + std::string(ellipsis);
    list->AddText(font.font, font.size, place, colour.u32(), cut.c_str());
}

void line(Ui& ui, std::string_view text, const TextStyle& style) {
    const ImVec2 place = ImGui::GetCursorScreenPos();
    text_at(ui, place, text, style.font, style.colour);
    ImGui::Dummy({measure(text, style.font).x, style.font.size * style.leading});
}

float paragraph_height(std::string_view text, const TextStyle& style, float width) {
    return static_cast<float>(wrap(text, style.font, width).size()) * style.font.size * style.leading;
}

void paragraph(Ui& ui, std::string_view text, const TextStyle& style, float width, const std::vector<Mark>& marks) {
    if (width <= 0.0F) width = ImGui::GetContentRegionAvail().x;
    note(ui, text);
    const ImVec2 place = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float step = style.font.size * style.leading;
    float y = place.y;
    for (const Line& each : wrap(text, style.font, width)) {
        for (const Mark& mark : marks) {
            const char* begin = std::max(each.begin, text.data() + mark.begin);
            const char* end = std::min(each.end, text.data() + mark.end);
            if (begin >= end) continue;
            const float x0 = place.x + width_of(style.font, each.begin, begin);
            const float x1 = place.x + width_of(style.font, each.begin, end);
            const float pad = ui.gap(0.12F);
            list->AddRectFilled({x0 - pad, y - pad}, {x1 + pad, y + style.font.size + pad}, ui.palette().mark.u32(),
                                ui.gap(0.2F));
        }
        list->AddText(style.font.font, style.font.size, {place.x, y}, style.colour.u32(), each.begin, each.end);
        for (const Mark& mark : marks) {
            const char* begin = std::max(each.begin, text.data() + mark.begin);
            const char* end = std::min(each.end, text.data() + mark.end);
            if (begin >= end) continue;
            list->AddText(style.font.font, style.font.size, {place.x + width_of(style.font, each.begin, begin), y},
                          ui.palette().on_mark.u32(), begin, end);
        }
        y += step;
    }
    ImGui::Dummy({width, y - place.y});
}

void space(const Ui& ui, float ems) { ImGui::Dummy({0.0F, ui.gap(ems)}); }

}  // namespace ui
