#include "app/views/today.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/widgets/controls.h"

namespace views {
namespace {

constexpr float content_ems = 52.0F;

std::string minutes_text(int minutes) {
    if (minutes <= 0) return "";
    return minutes == 1 ? "about a minute" : fmt::format("about {} minutes", minutes);
}

// One figure with its name under it.
void tile(ui::Ui& ui, ImVec2 begin, float width, int number, std::string_view name, ui::Colour colour) {
    const float height = ui.gap(6.2F);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 end{begin.x + width, begin.y + height};
    list->AddRectFilled(begin, end, ui.palette().surface.u32(), ui.theme.rounding());
    list->AddRect(begin, end, ui.palette().border.u32(), ui.theme.rounding(), 0, ui.theme.hairline());
    list->AddRectFilled({begin.x + ui.gap(1.2F), begin.y + ui.gap(1.1F)},
                        {begin.x + ui.gap(1.5F), end.y - ui.gap(1.1F)},
                        (number > 0 ? colour : ui.palette().border).u32(), ui.gap(0.15F));
    const float x = begin.x + ui.gap(2.3F);
    text_at(ui, {x, begin.y + ui.gap(0.9F)}, fmt::format("{}", number), ui.fonts.number,
            number > 0 ? colour : ui.palette().muted);
    text_at(ui, {x, end.y - ui.gap(0.9F) - ui.fonts.body.size}, name, ui.fonts.body, ui.palette().muted);
}

void tiles(ui::Ui& ui, const cards::QueueCounts& counts, float width) {
    const float gap = ui.gap(0.8F);
    const float each = (width - 2 * gap) / 3;
    const ImVec2 begin = ImGui::GetCursorScreenPos();
    tile(ui, begin, each, counts.fresh, "New", ui.palette().fresh);
    tile(ui, {begin.x + each + gap, begin.y}, each, counts.learning, "Learning", ui.palette().learning);
    tile(ui, {begin.x + 2 * (each + gap), begin.y}, each, counts.due, "Due", ui.palette().due);
    ImGui::Dummy({width, ui.gap(6.2F)});
}

void count(ui::Ui& ui, float right, float y, int number, ui::Colour colour) {
    const std::string text = number > 0 ? fmt::format("{}", number) : std::string("\xC2\xB7");
    const ui::Font& font = number > 0 ? ui.fonts.strong : ui.fonts.body;
    const float width = ui::measure(text, font).x;
    text_at(ui, {right - width, y}, text, font, number > 0 ? colour : ui.palette().muted);
}

void cases(ui::Ui& ui, const app::Today& today, float width) {
    line(ui, "Cases", heading(ui));
    const float columns = ui.gap(5.0F);
    const float right = width - ui.gap(1.0F);
    panel(ui, width, ui.palette().surface, [&](float inner) {
        const ImVec2 head = ImGui::GetCursorScreenPos();
        const auto column = [&](int index) { return head.x + inner - columns * static_cast<float>(2 - index); };
        const char* names[] = {"New", "Learning", "Due"};
        for (int i = 0; i < 3; ++i) {
            const float w = ui::measure(names[i], ui.fonts.small).x;
            text_at(ui, {column(i) - w, head.y}, names[i], ui.fonts.small, ui.palette().muted);
        }
        text_at(ui, head, "Case", ui.fonts.small, ui.palette().muted);
        text_at(ui, {column(0) - ui.gap(8.0F), head.y}, "Cards", ui.fonts.small, ui.palette().muted);
        ImGui::Dummy({inner, ui.fonts.small.size * 1.2F});
        for (const app::CaseToday& each : today.cases) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            ImGui::GetWindowDrawList()->AddLine({at.x, at.y}, {at.x + inner, at.y}, ui.palette().border.u32(),
                                                ui.theme.hairline());
            const float y = at.y + ui.gap(0.45F);
            text_at(ui, {at.x, y}, each.title, ui.fonts.body, ui.palette().text, inner - columns * 2 - ui.gap(12.0F));
            text_at(ui, {column(0) - ui.gap(8.0F), y}, fmt::format("{}", each.cards), ui.fonts.body,
                    ui.palette().muted);
            count(ui, column(0), y, each.counts.fresh, ui.palette().fresh);
            count(ui, column(1), y, each.counts.learning, ui.palette().learning);
            count(ui, column(2), y, each.counts.due, ui.palette().due);
            ImGui::Dummy({inner, ui.fonts.body.size + ui.gap(0.5F)});
        }
        (void)right;
    });
}

void more_today(ui::Ui& ui, app::Session& session) {
    constexpr int some_more = 10;
    if (const auto problem = session.more_today(some_more, ui.now)) ui.toast(problem->text, true);
}

// A clock that jumped, and the way back after a break.
void notices(ui::Ui& ui, const app::Today& today, float width) {
    if (!today.clock_warning.empty()) {
        panel(ui, width, ui.palette().warn_soft,
              [&](float inner) { paragraph(ui, today.clock_warning, body(ui), inner); });
    }
    if (!today.backlog) return;
    const app::BacklogToday& backlog = *today.backlog;
    std::string text = fmt::format("{} cards are overdue. At {} a day, about {:.0f} minutes, ", backlog.overdue,
                                   backlog.per_day, backlog.minutes_a_day);
    text += backlog.days > 0 ? fmt::format("they are caught up with in {} days. ", backlog.days)
                             : std::string("it takes more than a year: raise the daily limit. ");
    text += "Those you would lose most by waiting come first; new cards wait until then.";
    panel(ui, width, ui.palette().surface, [&](float inner) {
        line(ui, "After a break", heading(ui));
        paragraph(ui, text, body(ui), inner);
    });
}

}  // namespace

TodayView::Wish TodayView::draw(ui::Ui& ui, app::Session& session) {
    Wish wish = Wish::None;
    const app::Today& today = session.today(ui.now);
    const float avail = ImGui::GetContentRegionAvail().x;
    const ui::AreaScope area(ui, "today", {0, 0}, 2.0F);
    const float width = std::min(avail - ui.gap(4.0F), ui.gap(content_ems));
    ImGui::SetCursorPosX((avail - width) / 2);
    ImGui::BeginGroup();

    line(ui, "Today", title(ui));
    std::string caption = to_text(today.day);
    if (today.answered > 0) {
        caption += fmt::format(" \xC2\xB7 {} answered in {} min", today.answered, std::max(1, today.minutes_spent));
    }
    line(ui, caption, muted(ui));
    ui::space(ui, 0.6F);
    tiles(ui, today.counts, width);
    ui::space(ui, 0.6F);
    notices(ui, today, width);

    const int left = today.counts.fresh + today.counts.learning + today.counts.due;
    if (left > 0) {
        const char* label = today.answered > 0 ? "Continue" : "Start";
        const bool pressed =
            button(ui, label, {.kind = ui::ButtonKind::Primary, .key = "Enter", .width = ui.gap(13.0F)});
        if (pressed || ui.key(ui::Key::Enter)) wish = Wish::Study;
        ImGui::SameLine(0, ui.gap(1.0F));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const std::string estimate = fmt::format("{} cards, {}", left, minutes_text(today.minutes));
        text_at(ui, {at.x, at.y + ui.gap(1.25F) - ui.fonts.body.size / 2}, estimate, ui.fonts.body, ui.palette().muted);
        ImGui::NewLine();
    } else {
        panel(ui, width, ui.palette().good_soft, [&](float inner) {
            line(ui, today.answered > 0 ? "Done for today." : "Nothing is due today.", heading(ui));
            paragraph(ui, "What you have learned comes back when it is about to be forgotten. Come back tomorrow.",
                      body(ui), inner);
        });
        ui::space(ui, 0.3F);
        if (today.new_waiting > 0 && button(ui, "10 more new cards today", {.key = "M"})) {
            more_today(ui, session);
        }
        if (today.new_waiting > 0) ImGui::SameLine();
        if (button(ui, "Write a card", {.key = "A"})) wish = Wish::Add;
        if (today.new_waiting > 0 && ui.key(ui::Key::M)) more_today(ui, session);
        if (ui.key(ui::Key::A)) wish = Wish::Add;
    }
    ui::space(ui, 0.8F);
    news.draw(ui, session, width);
    cases(ui, today, width);
    ui::space(ui, 1.0F);
    ImGui::EndGroup();
    return wish;
}

}  // namespace views
