// evidence.cpp - the panel that shows what stands behind an answer.
#include <fmt/format.h>

#include "app/views/study.h"
#include "app/widgets/controls.h"

namespace views {
namespace {

void status_chips(ui::Ui& ui, const app::Evidence& evidence) {
    const ui::Palette& p = ui.palette();
    const bool proved = evidence.status == cards::FactStatus::Established;
    const bool old = evidence.status == cards::FactStatus::Superseded;
    chip(ui, to_text(evidence.status),
         proved ? p.good_soft
         : old  ? p.sunken
                : p.warn_soft,
         proved ? p.good
         : old  ? p.muted
                : p.warn);
    ImGui::SameLine();
    chip(ui, "as of " + evidence.as_of, p.sunken, p.muted);
    if (!evidence.checked) {
        ImGui::SameLine();
        chip(ui, "not checked against its source", p.bad_soft, p.bad);
    }
}

void caption(ui::Ui& ui, std::string_view text) {
    ui::space(ui, 0.3F);
    ui::TextStyle style = small(ui);
    style.font = ui.fonts.strong;
    style.colour = ui.palette().muted;
    line(ui, text, style);
}

void passage(ui::Ui& ui, const app::Evidence& evidence, float width) {
    if (evidence.passage.empty()) return;
    caption(ui, "Passage");
    const ImVec2 begin = ImGui::GetCursorScreenPos();
    const float indent = ui.gap(1.0F);
    ImGui::SetCursorScreenPos({begin.x + indent, begin.y});
    std::vector<ui::Mark> marks;
    if (evidence.answer_end > evidence.answer_begin) {
        marks.push_back({evidence.before.size() + evidence.answer_begin, evidence.before.size() + evidence.answer_end});
    }
    paragraph(ui, evidence.before + evidence.passage + evidence.after, reading(ui), width - indent, marks);
    ImGui::GetWindowDrawList()->AddRectFilled(begin, {begin.x + ui.gap(0.2F), ImGui::GetItemRectMax().y},
                                              ui.palette().accent.u32(), ui.gap(0.1F));
}

void sources(ui::Ui& ui, const app::Evidence& evidence, float width) {
    caption(ui, evidence.sources.size() == 1 ? "Source" : "Sources");
    for (const app::EvidenceSource& source : evidence.sources) {
        std::string text = source.publisher;
        if (!source.title.empty()) text += ": " + source.title;
        paragraph(ui, text, body(ui), width);
        std::string detail = source.tier;
        if (!source.date.empty()) detail += " \xC2\xB7 " + source.date;
        if (!source.read) detail += " \xC2\xB7 page not read";
        paragraph(ui, detail, small(ui), width);
        if (!source.address.empty()) copy_link(ui, source.address, width);
        ui::space(ui, 0.1F);
    }
}

}  // namespace

void draw_evidence(ui::Ui& ui, const app::Evidence& evidence, float width) {
    ImGui::PushID("evidence");
    line(ui, "Evidence", heading(ui));
    status_chips(ui, evidence);
    paragraph(ui, app::status_meaning(evidence.status), small(ui), width);
    ui::space(ui, 0.2F);
    paragraph(ui, evidence.claim, strong(ui), width);
    if (!evidence.superseded_by.empty()) {
        caption(ui, "What came later");
        paragraph(ui, evidence.superseded_by, body(ui), width);
    }
    passage(ui, evidence, width);
    if (!evidence.note.empty()) {
        caption(ui, "Note");
        paragraph(ui, evidence.note, body(ui), width);
    }
    if (!evidence.people.empty()) {
        caption(ui, "Legal status");
        for (const app::EvidencePerson& person : evidence.people) {
            paragraph(ui, fmt::format("{}: {}, as of {}", person.name, person.status, person.as_of), body(ui), width);
            if (!person.detail.empty()) paragraph(ui, person.detail, small(ui), width);
        }
    }
    sources(ui, evidence, width);
    ImGui::PopID();
}

}  // namespace views
