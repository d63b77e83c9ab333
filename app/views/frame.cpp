#include "app/views/frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/widgets/controls.h"

namespace views {
namespace {

using ui::Key;

struct Place {
    View view;
    const char* name;
    const char* label;
    const char* hint;
    Key key;
};

constexpr std::array places = {
    Place{View::Today, "today", "Today", "Ctrl+1", Key::D1},
    Place{View::Study, "study", "Study", "Ctrl+2", Key::D2},
    Place{View::Add, "add", "Add", "Ctrl+3", Key::D3},
};

struct HelpLine {
    const char* key;
    const char* what;
};

constexpr HelpLine everywhere[] = {{"Ctrl+1 \xE2\x80\xA6 3", "Today, Study, Add"},
                                   {"Ctrl+Z", "Take the last answer back, also after a restart"},
                                   {"?", "Show or hide this help"},
                                   {"Ctrl+Q", "Quit; everything is saved already"}};
constexpr HelpLine of_today[] = {{"Enter", "Start or continue"},
                                 {"M", "10 more new cards, when today is done"},
                                 {"G", "Got it: what changed in the question bank is not shown again"}};
constexpr HelpLine of_study[] = {{"1 \xE2\x80\xA6 4", "Choose an option; after the answer, rate it"},
                                 {"Enter", "Check what you typed; after the answer, take the proposed rating"},
                                 {"Space", "Show the answer; after it, take the proposed rating"},
                                 {"Ctrl+Enter", "Show the answer while typing"},
                                 {"-", "Bury until tomorrow"},
                                 {"@", "Suspend"}};
constexpr HelpLine of_add[] = {{"Tab", "Next field"}, {"Ctrl+Enter", "Add the card"}};

}  // namespace

std::string_view to_text(View view) noexcept {
    for (const Place& place : places) {
        if (place.view == view) return place.name;
    }
    return {};
}

std::optional<View> view_from(std::string_view text) noexcept {
    for (const Place& place : places) {
        if (text == place.name) return place.view;
    }
    return std::nullopt;
}

void Frame::go(View to) {
    view = to;
    study.take_focus();
}

void Frame::undo(ui::Ui& ui, app::Session& session) {
    const app::Session::Undo undone = session.undo(ui.now);
    if (undone.problem) {
        ui.toast(undone.problem->text, true);
    } else if (!undone.done) {
        ui.toast("Nothing to undo.");
    } else {
        ui.toast(fmt::format("Took back {}. The card is asked again.", cards::to_text(undone.what.rating)));
        go(View::Study);
    }
}

void Frame::navigation(ui::Ui& ui, app::Session&, float width, float height) {
    const ui::Palette& p = ui.palette();
    const ImVec2 origin = ImGui::GetWindowPos();
    ImGui::GetWindowDrawList()->AddRectFilled(origin, {origin.x + width, origin.y + height}, p.rail.u32());
    const float pad = ui.gap(0.8F);
    text_at(ui, {origin.x + pad + ui.gap(0.9F), origin.y + ui.gap(1.3F)}, "Casebook", ui.fonts.heading, p.text);
    ImGui::SetCursorPos({pad, ui.gap(4.2F)});
    for (const Place& place : places) {
        ImGui::SetCursorPosX(pad);
        if (nav_item(ui, place.label, place.hint, view == place.view, width - 2 * pad)) go(place.view);
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ui.gap(0.25F));
    }
    ImGui::SetCursorPos({pad, height - ui.gap(6.0F)});
    if (nav_item(ui, ui.wants_dark ? "Light colours" : "Dark colours", "", false, width - 2 * pad)) {
        ui.wants_dark = !ui.wants_dark;
    }
    ImGui::SetCursorPos({pad, height - ui.gap(3.3F)});
    if (nav_item(ui, "Keys", "?", false, width - 2 * pad)) show_help = !show_help;
}

void Frame::help(ui::Ui& ui) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float width = std::min(display.x - ui.gap(4.0F), ui.gap(40.0F));
    ImGui::SetNextWindowPos({display.x / 2, display.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.gap(1.6F), ui.gap(1.4F)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.theme.rounding());
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, ui.theme.hairline());
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.palette().surface.vec4());
    ImGui::SetNextWindowFocus();
    ImGui::Begin("keys", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_AlwaysAutoResize);
    line(ui, "Keys", heading(ui));
    const auto rows = [&](const auto& lines) {
        for (const HelpLine& each : lines) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            key_cap(ui, {at.x, at.y + ui.gap(0.1F)}, each.key, ui.palette().text);
            ImGui::SetCursorScreenPos({at.x + ui.gap(8.0F), at.y});
            paragraph(ui, each.what, body(ui), width - ui.gap(11.5F));
        }
    };
    if (view == View::Today) rows(of_today);
    if (view == View::Study) rows(of_study);
    if (view == View::Add) rows(of_add);
    ui::space(ui, 0.2F);
    rows(everywhere);
    ui::space(ui, 0.4F);
    if (button(ui, "Close", {.key = "Esc"})) {
        show_help = false;
        study.take_focus();
    }
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

void Frame::toasts(ui::Ui& ui) {
    std::erase_if(ui.toasts, [&](const ui::Toast& t) { return t.until <= ui.now.at; });
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    ImDrawList* list = ImGui::GetForegroundDrawList();
    float bottom = display.y - ui.gap(6.4F);
    for (auto toast = ui.toasts.rbegin(); toast != ui.toasts.rend(); ++toast) {
        const float max_width = std::min(display.x - ui.gap(4.0F), ui.gap(40.0F));
        const ImVec2 size =
            ui.fonts.body.font->CalcTextSizeA(ui.fonts.body.size, FLT_MAX, max_width, toast->text.c_str());
        const ImVec2 begin{display.x / 2 - size.x / 2 - ui.gap(1.2F), bottom - size.y - ui.gap(1.2F)};
        const ui::Palette& p = ui.palette();
        const ui::Colour ground = toast->is_error ? p.bad : p.text;
        list->AddRectFilled(begin, {display.x / 2 + size.x / 2 + ui.gap(1.2F), bottom}, ground.u32(),
                            ui.theme.rounding());
        list->AddText(ui.fonts.body.font, ui.fonts.body.size, {begin.x + ui.gap(1.2F), begin.y + ui.gap(0.6F)},
                      (toast->is_error ? p.surface : p.page).u32(), toast->text.c_str(), nullptr, max_width);
        if (ui.probe != nullptr) ui.probe->texts.push_back(toast->text);
        bottom = begin.y - ui.gap(0.5F);
    }
}

void Frame::draw(ui::Ui& ui, app::Session& session) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(display);
    ImGui::Begin("casebook", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
    contents(ui, session, display);
    ImGui::End();
    if (show_help) help(ui);
    toasts(ui);
}

void Frame::contents(ui::Ui& ui, app::Session& session, ImVec2 display) {
    const ui::FontScope font(ui.fonts.body);
    const bool had_help = show_help;

    for (const Place& place : places) {
        if (ui.input.use(place.key, ui::ctrl)) go(place.view);
    }
    // A field with text in it has an undo of its own.
    const bool writing = ImGui::GetIO().WantTextInput && !(view == View::Study && study.nothing_typed());
    if (!writing && ui.input.use(Key::Z, ui::ctrl)) undo(ui, session);
    if (ui.input.use(Key::Q, ui::ctrl)) ui.wants_quit = true;
    if (ui.character('?') || ui.input.use(Key::F1)) show_help = !show_help;
    if (show_help && ui.input.use(Key::Escape)) show_help = false;
    if (show_help) ui.input.forget();  // What lies under the help is not for the keyboard.
    if (had_help != show_help) study.take_focus();

    const float rail = ui.gap(display.x < ui.gap(70.0F) ? 10.5F : 12.5F);
    navigation(ui, session, rail, display.y);
    ImGui::SetCursorPos({rail, 0});
    {
        const ui::AreaScope area(ui, "view", {display.x - rail, display.y}, 0.0F,
                                 ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
        switch (view) {
            case View::Today: {
                const TodayView::Wish wish = today.draw(ui, session);
                if (wish == TodayView::Wish::Study) go(View::Study);
                if (wish == TodayView::Wish::Add) go(View::Add);
                break;
            }
            case View::Study:
                if (study.draw(ui, session) == StudyView::Wish::Today) go(View::Today);
                break;
            case View::Add: add.draw(ui, session); break;
        }
    }
}

}  // namespace views
