#include "app/views/add.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/widgets/controls.h"

namespace views {
namespace {

using ui::Key;

constexpr float form_ems = 44.0F;
constexpr float advice_ems = 24.0F;
constexpr float side_by_side_ems = 66.0F;

void label(ui::Ui& ui, std::string_view text, float width) {
    paragraph(ui, text, small(ui), width);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ui.gap(0.35F));
}

std::vector<std::string> as_items(const std::vector<std::string_view>& words) { return {words.begin(), words.end()}; }

// A list of an enumeration's words.
template <typename Enum>
void choose(ui::Ui& ui, std::string_view name, const std::vector<std::string_view>& words, Enum& value, float width) {
    int chosen = static_cast<int>(value);
    if (choice(ui, name, as_items(words), chosen, width)) value = static_cast<Enum>(chosen);
}

// "The question has 3 words, not 6 to 30."
std::string sentence_of(const cards::bank::Finding& finding) {
    const std::string_view noun = finding.field == "wrong"   ? "list of wrong options"
                                  : finding.field == "claim" ? "statement"
                                  : finding.field == "as_of" ? "date"
                                                             : std::string_view(finding.field);
    return fmt::format("The {} {}.", noun, finding.what);
}

bool is_bad(const std::vector<app::DraftProblem>& problems, std::string_view name) {
    return std::any_of(problems.begin(), problems.end(), [&](const app::DraftProblem& p) { return p.field == name; });
}

}  // namespace

void AddView::form(ui::Ui& ui, app::Session& session, float width) {
    const std::vector<app::DraftProblem> problems = tried_ ? app::problems_of(draft) : std::vector<app::DraftProblem>{};
    const float gap = ui.gap(0.8F);
    const float half = (width - gap) / 2;
    const float third = (width - 2 * gap) / 3;

    // A label and what stands under it, `part` wide, beside the one before it.
    const auto cell = [&](std::string_view text, float part, bool first, const auto& content) {
        if (!first) ImGui::SameLine(0, gap);
        ImGui::BeginGroup();
        label(ui, text, part);
        content();
        ImGui::EndGroup();
    };

    cell("Question", width, true, [&] {
        field(ui, "Question", draft.question,
              {.hint = "One question with one answer, naming its subject",
               .width = width,
               .focus = focus_,
               .bad = is_bad(problems, "question")});
        focus_ = false;
    });
    cell("Answer", half, true, [&] {
        field(ui, "Answer", draft.answer,
              {.hint = "At most six words", .width = half, .bad = is_bad(problems, "answer")});
    });
    cell("Also accepted (separate with ;)", half, false,
         [&] { field(ui, "Also accepted", draft.accept, {.hint = "Other right spellings", .width = half}); });
    cell("Wrong options (separate with ;)", width, true, [&] {
        field(ui, "Wrong options", draft.wrong, {.hint = "Three of the same kind, false here", .width = width});
    });

    std::vector<std::string> cases = {"A new case \xE2\x80\xA6"};
    int chosen = 0;
    const auto choices = session.case_choices();
    for (const auto& [id, title] : choices) {
        if (id == draft.case_id) chosen = static_cast<int>(cases.size());
        cases.push_back(title);
    }
    cell("Case", half, true, [&] {
        if (choice(ui, "Case", cases, chosen, half)) {
            draft.case_id = chosen == 0 ? "" : choices[static_cast<std::size_t>(chosen - 1)].first;
        }
    });
    if (draft.case_id.empty()) {
        cell("Title of the new case", half, false, [&] {
            field(ui, "Title of the new case", draft.new_case_title,
                  {.hint = "Who, or what it is called", .width = half, .bad = is_bad(problems, "new_case_title")});
        });
    }
    cell("Kind of answer", third, true, [&] { choose(ui, "Kind", cards::fact_kind_words(), draft.kind, third); });
    cell("Status", third, false, [&] {
        auto words = cards::fact_status_words();
        words.pop_back();  // A new card is not superseded by another yet.
        choose(ui, "Status", words, draft.status, third);
    });
    cell("Holds as of", third, false, [&] {
        field(ui, "As of", draft.as_of, {.hint = "2017-06-22", .width = third, .bad = is_bad(problems, "as_of")});
    });
    cell("Source: publisher", third, true, [&] {
        field(ui, "Publisher", draft.publisher,
              {.hint = "Who published it", .width = third, .bad = is_bad(problems, "publisher")});
    });
    cell("Source: tier", third, false, [&] { choose(ui, "Tier", cards::source_tier_words(), draft.tier, third); });
    cell("Source: date", third, false, [&] {
        field(ui, "Source date", draft.source_date,
              {.hint = "2018-06-08", .width = third, .bad = is_bad(problems, "source_date")});
    });
    cell("Source: title", half, true,
         [&] { field(ui, "Source title", draft.title, {.hint = "Optional", .width = half}); });
    cell("Source: address", half, false, [&] {
        field(ui, "Address", draft.address,
              {.hint = "https://\xE2\x80\xA6 (optional)", .width = half, .bad = is_bad(problems, "address")});
    });
    cell("Statement (optional)", width, true, [&] {
        field(ui, "Statement", draft.statement, {.hint = "The fact as one sentence that stands alone", .width = width});
    });
    cell("Passage (optional)", width, true,
         [&] { field(ui, "Passage", draft.passage, {.hint = "The words of the source that say it", .width = width}); });
    cell("Note shown after the answer (optional)", width, true,
         [&] { field(ui, "Note", draft.note, {.hint = "Why it matters, what came later", .width = width}); });
    ui::space(ui, 0.4F);
    for (const app::DraftProblem& problem : problems) {
        ui::TextStyle style = body(ui);
        style.colour = ui.palette().bad;
        paragraph(ui, problem.what, style, width);
    }
    if (problem_) {
        panel(ui, width, ui.palette().warn_soft, [&](float inner) { paragraph(ui, *problem_, body(ui), inner); });
    }
    const bool pressed = button(ui, "Add card", {.kind = ui::ButtonKind::Primary, .key = "Ctrl+Enter"});
    if (pressed || ui.input.use(Key::Enter, ui::ctrl)) save(ui, session);
}

void AddView::advice(ui::Ui& ui, app::Session& session, float width) {
    if (!(advised_ == draft)) {
        advised_ = draft;
        const cards::CaseFile* file = draft.case_id.empty() ? nullptr : session.casefile(draft.case_id);
        advice_ = app::advice_on(draft, file == nullptr ? std::vector<cards::Person>{} : file->people);
    }
    line(ui, "Advice", heading(ui));
    if (draft.question.empty()) {
        paragraph(ui, "Write a question. What could be better about the card is said here while you type.", muted(ui),
                  width);
        return;
    }
    if (advice_.empty()) {
        ui::TextStyle style = body(ui);
        style.colour = ui.palette().good;
        paragraph(ui, "\xE2\x9C\x93 Nothing to mend.", style, width);
        return;
    }
    for (const cards::bank::Finding& finding : advice_) {
        const bool error = finding.severity == cards::Severity::Error;
        panel(ui, width, error ? ui.palette().warn_soft : ui.palette().surface, [&](float inner) {
            paragraph(ui, sentence_of(finding), strong(ui), inner);
            if (!finding.fix.empty()) paragraph(ui, finding.fix, body(ui), inner);
            paragraph(ui, "Rule " + finding.rule, small(ui), inner);
        });
    }
}

void AddView::save(ui::Ui& ui, app::Session& session) {
    tried_ = true;
    if (!app::problems_of(draft).empty()) return;
    const app::Session::Added added = session.add(draft, ui.now);
    if (added.problem) {
        problem_ = added.problem->text;
        return;
    }
    problem_.reset();
    tried_ = false;
    ui.toast("Card added. It is in today's session.");
    // The next card is usually from the same source and case.
    app::Draft next;
    next.case_id = draft.case_id;
    if (next.case_id.empty()) {
        for (const auto& [id, title] : session.case_choices()) {
            if (title == draft.new_case_title) next.case_id = id;
        }
    }
    next.publisher = draft.publisher;
    next.title = draft.title;
    next.address = draft.address;
    next.source_date = draft.source_date;
    next.tier = draft.tier;
    next.status = draft.status;
    next.as_of = draft.as_of;
    draft = next;
    focus_ = true;
}

void AddView::draw(ui::Ui& ui, app::Session& session) {
    const float avail = ImGui::GetContentRegionAvail().x;
    const bool beside = avail >= ui.gap(side_by_side_ems);
    const float advice_width = ui.gap(advice_ems);
    const float gap = ui.gap(2.0F);
    const float room = avail - ui.gap(4.0F);
    const float width = std::min(beside ? room - advice_width - gap : room, ui.gap(form_ems));
    const float whole = beside ? width + gap + advice_width : width;

    const ui::AreaScope area(ui, "add", {0, 0}, 2.0F);
    ImGui::SetCursorPosX((avail - whole) / 2);
    ImGui::BeginGroup();
    line(ui, "Add a card", title(ui));
    form(ui, session, width);
    if (!beside) {
        ui::space(ui, 1.0F);
        advice(ui, session, width);
    }
    ImGui::EndGroup();
    if (beside) {
        ImGui::SameLine(0, gap);
        ImGui::BeginGroup();
        advice(ui, session, advice_width);
        ImGui::EndGroup();
    }
}

}  // namespace views
