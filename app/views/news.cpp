#include "app/views/news.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/widgets/controls.h"

namespace views {
namespace {

constexpr std::size_t first_lines = 12;
constexpr float meaning_ems = 13.0F;

void entry_line(ui::Ui& ui, const app::NewsEntry& entry, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    text_at(ui, {at.x, at.y + (ui.fonts.body.size - ui.fonts.small.size) / 2}, meaning(entry), ui.fonts.small,
            ui.palette().muted);
    ImGui::SetCursorScreenPos({at.x + ui.gap(meaning_ems), at.y});
    const std::string text =
        entry.claim.empty() ? entry.case_title : fmt::format("{} ({})", entry.claim, entry.case_title);
    paragraph(ui, text, body(ui), width - ui.gap(meaning_ems));
}

}  // namespace

void NewsPanel::draw(ui::Ui& ui, app::Session& session, float width) {
    const app::News& news = session.news();
    if (news.empty()) return;
    const std::size_t shown = all ? news.size() : std::min(news.size(), first_lines);
    const std::string more = fmt::format("Show all {}", news.size());
    bool seen = ui.key(ui::Key::G);
    panel(ui, width, ui.palette().surface, [&](float inner) {
        line(ui, "What changed in the question bank", heading(ui));
        seen = button(ui, "Got it", {.key = "G"}) || seen;
        if (shown < news.size()) {
            ImGui::SameLine();
            if (button(ui, more, {.key = "L"}) || ui.key(ui::Key::L)) all = true;
        }
        ui::space(ui, 0.3F);
        for (std::size_t i = 0; i < shown; ++i)
            entry_line(ui, news[i], inner);
    });
    ui::space(ui, 0.8F);
    if (!seen) return;
    all = false;
    if (const auto problem = session.news_seen()) ui.toast(problem->text, true);
}

}  // namespace views
