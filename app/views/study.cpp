#include "app/views/study.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/widgets/controls.h"

namespace views {
namespace {

using ui::ButtonKind;
using ui::Key;

constexpr float column_ems = 50.0F;
constexpr float side_by_side_ems = 60.0F;  // From this width on the evidence stands beside the question.
constexpr float evidence_ems = 34.0F;      // At most so wide.
constexpr float evidence_part = 0.42F;     // Of the width, up to that.
constexpr float bar_ems = 5.4F;

constexpr Key option_keys[] = {Key::D1, Key::D2, Key::D3, Key::D4};

ui::Colour state_colour(const ui::Palette& p, cards::State state) {
    switch (state) {
        case cards::State::New: return p.fresh;
        case cards::State::Review: return p.due;
        default: return p.learning;
    }
}

ui::OptionLook look_of(const app::Prompt& prompt, const app::Reveal* reveal, std::size_t option) {
    if (reveal == nullptr) return ui::OptionLook::Open;
    if (option == prompt.right_option) return ui::OptionLook::Right;
    return reveal->chosen == option ? ui::OptionLook::WrongChosen : ui::OptionLook::Other;
}

void counts_line(ui::Ui& ui, const cards::QueueCounts& counts, float right, float y) {
    struct Part {
        int number;
        const char* name;
        ui::Colour colour;
    };
    const ui::Palette& p = ui.palette();
    const Part parts[] = {
        {counts.due, "due", p.due}, {counts.learning, "learning", p.learning}, {counts.fresh, "new", p.fresh}};
    float x = right;
    for (const Part& part : parts) {
        const std::string text = fmt::format("{} {}", part.number, part.name);
        x -= ui::measure(text, ui.fonts.strong).x;
        text_at(ui, {x, y}, text, ui.fonts.strong, part.number > 0 ? part.colour : p.muted);
        x -= ui.gap(1.0F);
    }
}

void header(ui::Ui& ui, app::Session& session, const app::Prompt& prompt, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ui::Palette& p = ui.palette();
    const float dot = ui.gap(0.35F);
    const float middle = at.y + ui.fonts.strong.size / 2;
    ImGui::GetWindowDrawList()->AddCircleFilled({at.x + dot, middle}, dot, state_colour(p, prompt.state).u32());
    const float x = at.x + 2 * dot + ui.gap(0.5F);
    const std::string state(to_text(prompt.state));
    text_at(ui, {x, at.y}, state, ui.fonts.strong, state_colour(p, prompt.state));
    text_at(ui, {x + ui::measure(state, ui.fonts.strong).x + ui.gap(0.8F), at.y}, prompt.case_title, ui.fonts.body,
            p.muted, width * 0.4F);
    const cards::QueueCounts& counts = session.today(ui.now).counts;
    counts_line(ui, counts, at.x + width, at.y);
    ImGui::Dummy({width, ui.fonts.strong.size});
    const auto done = static_cast<float>(session.today(ui.now).answered);
    const auto left = static_cast<float>(counts.due + counts.learning + counts.fresh);
    progress_bar(ui, done / std::max(1.0F, done + left), width, p.accent);
}

void difference_line(ui::Ui& ui, const app::Reveal& reveal) {
    const ui::Palette& p = ui.palette();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float x = at.x;
    for (const auto& piece : reveal.difference) {
        using Kind = cards::answer::Piece::Kind;
        const ImVec2 size = ui::measure(piece.text, ui.fonts.heading);
        const ui::Colour ink = piece.kind == Kind::Same ? p.good : piece.kind == Kind::Missing ? p.warn : p.bad;
        text_at(ui, {x, at.y}, piece.text, ui.fonts.heading, ink);
        ImDrawList* list = ImGui::GetWindowDrawList();
        if (piece.kind == Kind::Missing) {
            list->AddLine({x, at.y + size.y}, {x + size.x, at.y + size.y}, ink.u32(), ui.theme.hairline() * 2);
        } else if (piece.kind == Kind::Extra) {
            list->AddLine({x, at.y + size.y * 0.55F}, {x + size.x, at.y + size.y * 0.55F}, ink.u32(),
                          ui.theme.hairline() * 2);
        }
        x += size.x;
    }
    ImGui::Dummy({x - at.x, ui.fonts.heading.size * 1.2F});
}

// The place of the evidence beside the question: kept free until the answer, so
// that nothing moves when it comes.
void evidence_pane(ui::Ui& ui, const app::Reveal* reveal, ImVec2 size) {
    const ImVec2 place = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(place, {place.x + size.x, place.y + size.y}, ui.palette().surface.u32());
    list->AddLine(place, {place.x, place.y + size.y}, ui.palette().border.u32(), ui.theme.hairline());
    const ui::AreaScope area(ui, "evidence", size, 1.6F);
    const float width = ImGui::GetContentRegionAvail().x;
    if (reveal != nullptr) {
        draw_evidence(ui, reveal->evidence, width);
        return;
    }
    line(ui, "Evidence", heading(ui));
    paragraph(ui, "After your answer: the passage, its sources, and how surely it is known.", muted(ui), width);
}

}  // namespace

void StudyView::rate(ui::Ui& ui, app::Session& session, cards::Rating rating) {
    if (const auto problem = session.rate(rating, ui.now)) {
        problem_ = problem->text;
        return;
    }
    problem_.reset();
    card_.clear();  // What comes next starts empty, even if it is the same card.
    if (session.last_saved() && session.last_saved()->leech) {
        ui.toast("This card keeps slipping. Rewrite it, or suspend it with @ when it comes back.");
    }
}

void StudyView::ask(ui::Ui& ui, app::Session& session, const app::Prompt& prompt, float width) {
    const app::Reveal* reveal = session.reveal();
    header(ui, session, prompt, width);
    ui::space(ui, 1.2F);
    paragraph(ui, prompt.question, title(ui), width);
    if (!prompt.gap.empty()) {
        ui::space(ui, 0.2F);
        ui::TextStyle style = reading(ui);
        style.colour = ui.palette().muted;
        paragraph(ui, prompt.gap, style, width);
    }
    ui::space(ui, 0.9F);
    if (prompt.form == cards::Form::Options) {
        for (std::size_t i = 0; i < prompt.options.size(); ++i) {
            const ui::OptionLook look = look_of(prompt, reveal, i);
            const bool pressed = option_row(ui, static_cast<int>(i) + 1, prompt.options[i], look, width);
            if (reveal == nullptr && (pressed || (i < 4 && ui.key(option_keys[i])))) {
                session.answer_option(i, ui.now);
                return;
            }
        }
    } else if (reveal == nullptr) {
        const bool entered =
            field(ui, "Your answer", typed_,
                  {.hint = "Type your answer, then press Enter", .width = width, .focus = focus_, .large = true});
        focus_ = false;
        if (entered && !ImGui::GetIO().KeyCtrl) {
            ui.input.use(Key::Enter);  // One press does one thing.
            ui.input.use(Key::KeypadEnter);
            session.answer_typed(typed_, ui.now);
        }
    }
}

void StudyView::result(ui::Ui& ui, const app::Prompt& prompt, const app::Reveal& reveal, float width) {
    using cards::answer::Verdict;
    const ui::Palette& p = ui.palette();
    ui::space(ui, 0.4F);
    const bool right = reveal.verdict == Verdict::Right || reveal.verdict == Verdict::Typo;
    const char* words = !reveal.verdict                    ? "The answer"
                        : reveal.verdict == Verdict::Typo  ? "\xE2\x9C\x93 Right, but for the spelling"
                        : right                            ? "\xE2\x9C\x93 Right"
                        : reveal.verdict == Verdict::Empty ? "No answer given. The answer:"
                                                           : "\xE2\x9C\x97 Wrong. The right answer:";
    const ui::Colour ground = right ? p.good_soft : p.surface;
    const ui::Colour ink = !reveal.verdict ? p.muted : right ? p.good : p.bad;
    if (reveal.chosen) {  // The options themselves show which was right.
        ui::TextStyle style = strong(ui);
        style.colour = ink;
        paragraph(ui, right ? words : fmt::format("{} {}", words, reveal.answer), style, width);
        return;
    }
    panel(ui, width, ground, [&](float inner) {
        ui::TextStyle style = strong(ui);
        style.colour = ink;
        line(ui, words, style);
        if (prompt.form != cards::Form::Options && reveal.verdict == Verdict::Typo) {
            difference_line(ui, reveal);
        } else if (prompt.form != cards::Form::Options && !reveal.given.empty() && !right) {
            paragraph(ui, "You typed: " + reveal.given, body(ui), inner);
        }
        paragraph(ui, reveal.answer, heading(ui), inner);
    });
}

void StudyView::answer_bar(ui::Ui& ui, app::Session& session, const app::Prompt& prompt, float width) {
    const app::Reveal* reveal = session.reveal();
    if (reveal == nullptr) {
        const bool typed = prompt.form != cards::Form::Options;
        if (typed) {
            const bool check =
                button(ui, "Check", {.kind = ButtonKind::Primary, .key = "Enter", .width = ui.gap(12.0F)});
            if (check) session.answer_typed(typed_, ui.now);
            ImGui::SameLine();
        }
        const bool show = button(ui, "Show answer", {.kind = ButtonKind::Plain, .key = typed ? "Ctrl+Enter" : "Space"});
        const bool key = typed ? ui.input.use(Key::Enter, ui::ctrl)
                               : ui.key(Key::Space) || ui.key(Key::Enter) || ui.key(Key::KeypadEnter);
        if (session.reveal() == nullptr && (show || key)) session.show_answer(ui.now);
        return;
    }
    const float gap = ui.gap(0.6F);
    const float each = std::min((width - 3 * gap) / 4, ui.gap(13.0F));
    std::optional<cards::Rating> chosen;
    for (std::size_t i = 0; i < reveal->ratings.size(); ++i) {
        const app::RatingButton& rating = reveal->ratings[i];
        if (i > 0) ImGui::SameLine(0, gap);
        const std::string key = std::to_string(i + 1);
        if (button(ui, to_text(rating.rating),
                   {.key = key, .detail = rating.interval, .width = each, .marked = rating.proposed}) ||
            ui.key(option_keys[i])) {
            chosen = rating.rating;
        }
    }
    if (ui.key(Key::Space) || ui.key(Key::Enter) || ui.key(Key::KeypadEnter)) chosen = reveal->proposed;
    if (chosen) rate(ui, session, *chosen);
}

StudyView::Wish StudyView::done(ui::Ui& ui, app::Session& session) {
    const app::Today& today = session.today(ui.now);
    const float avail = ImGui::GetContentRegionAvail().x;
    const float width = std::min(avail - ui.gap(4.0F), ui.gap(36.0F));
    ImGui::SetCursorPos({(avail - width) / 2, ui.gap(5.0F)});
    ImGui::BeginGroup();
    line(ui, today.answered > 0 ? "Done for now" : "Nothing to ask", title(ui));
    std::string text;
    if (session.answered_in_session() > 0) {
        text = fmt::format("{} of {} recalled in this session. Everything is saved.", session.right_in_session(),
                           session.answered_in_session());
    } else {
        text = "Nothing is due. Write a card of your own, or let more new cards in from Today.";
    }
    paragraph(ui, text, body(ui), width);
    if (today.next_learning) {
        const std::int64_t minutes = (today.next_learning->unix_ms - ui.now.at.unix_ms) / cards::ms_per_minute + 1;
        paragraph(
            ui, fmt::format("The next card you are learning comes back in {} min.", std::max<std::int64_t>(1, minutes)),
            muted(ui), width);
    }
    ui::space(ui, 0.6F);
    Wish wish = Wish::None;
    if (button(ui, "Back to Today", {.kind = ButtonKind::Primary, .key = "Enter"}) || ui.key(Key::Enter))
        wish = Wish::Today;
    ImGui::EndGroup();
    return wish;
}

StudyView::Wish StudyView::draw(ui::Ui& ui, app::Session& session) {
    const app::Prompt* prompt = session.prompt(ui.now);
    if (prompt == nullptr) return done(ui, session);
    if (card_ != prompt->card_id) {
        card_ = prompt->card_id;
        typed_.clear();
        focus_ = true;
        problem_.reset();
    }

    const app::Prompt shown = *prompt;  // A rating replaces the session's own while we draw.
    const ImVec2 avail = ImGui::GetContentRegionAvail();
    const bool beside = avail.x >= ui.gap(side_by_side_ems);
    const float bar_height = ui.gap(bar_ems);
    const float evidence_width = beside ? std::min(avail.x * evidence_part, ui.gap(evidence_ems)) : 0.0F;
    const float column = avail.x - evidence_width;
    const float width = std::min(column - ui.gap(4.0F), ui.gap(column_ems));
    const float left = std::max(ui.gap(2.0F), (column - width) / 2);
    const ImVec2 origin = ImGui::GetCursorPos();
    {
        const ui::AreaScope area(ui, "card", {column, avail.y - bar_height}, 0.0F);
        ImGui::SetCursorPos({left, ui.gap(1.6F)});
        ImGui::BeginGroup();
        ask(ui, session, shown, width);
        if (const app::Reveal* reveal = session.reveal()) {
            result(ui, shown, *reveal, width);
            if (problem_) {
                panel(ui, width, ui.palette().warn_soft,
                      [&](float inner) { paragraph(ui, *problem_, body(ui), inner); });
            }
            if (!beside) {
                ui::space(ui, 0.6F);
                draw_evidence(ui, reveal->evidence, width);
            }
            ui::space(ui, 1.0F);
        }
        ImGui::EndGroup();
    }
    const app::Reveal* reveal = session.reveal();
    if (beside) {
        ImGui::SetCursorPos({origin.x + column, origin.y});
        evidence_pane(ui, reveal, {evidence_width, avail.y - bar_height});
    }

    const ImVec2 window = ImGui::GetWindowPos();
    const float bar_y = window.y + origin.y + avail.y - bar_height;
    const float bar_x = window.x + origin.x;
    ImGui::GetWindowDrawList()->AddRectFilled({bar_x, bar_y}, {bar_x + avail.x, bar_y + bar_height},
                                              ui.palette().surface.u32());
    ImGui::GetWindowDrawList()->AddLine({bar_x, bar_y}, {bar_x + avail.x, bar_y}, ui.palette().border.u32(),
                                        ui.theme.hairline());
    ImGui::SetCursorPos({origin.x + left, origin.y + avail.y - bar_height + ui.gap(reveal != nullptr ? 1.0F : 1.4F)});
    answer_bar(ui, session, shown, width);

    const auto report = [&](const std::optional<app::Problem>& problem, const char* done_text) {
        ui.toast(problem ? problem->text : done_text, problem.has_value());
    };
    if (ui.character('-')) report(session.bury(ui.now), "Buried until tomorrow.");
    if (ui.character('@')) report(session.suspend(ui.now), "Suspended: not asked until you bring it back.");
    return Wish::None;
}

}  // namespace views
