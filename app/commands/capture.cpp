#include <fmt/format.h>

#include <map>
#include <ostream>

#include "app/commands/commands.h"
#include "app/commands/sample.h"
#include "app/views/frame.h"
#include "app/window/offscreen.h"

namespace commands {
namespace {

using Prepare = void (*)(Sample&, views::Frame&);

bool has_options(const app::Prompt& prompt) { return prompt.form == cards::Form::Options; }
bool is_typed(const app::Prompt& prompt) { return prompt.form != cards::Form::Options; }

void show_study(Sample& sample, views::Frame& frame, bool (*wanted)(const app::Prompt&)) {
    frame.view = views::View::Study;
    if (!sample.find(wanted)) throw std::runtime_error("The sample library has no such card.");
}

void study(Sample& sample, views::Frame& frame) { show_study(sample, frame, has_options); }

void study_right(Sample& sample, views::Frame& frame) {
    show_study(sample, frame, has_options);
    sample.session().answer_option(sample.session().prompt(sample.now())->right_option, sample.now());
}

void study_wrong(Sample& sample, views::Frame& frame) {
    show_study(sample, frame, has_options);
    const app::Prompt& prompt = *sample.session().prompt(sample.now());
    sample.session().answer_option((prompt.right_option + 1) % prompt.options.size(), sample.now());
}

void study_typed(Sample& sample, views::Frame& frame) { show_study(sample, frame, is_typed); }

void study_typo(Sample& sample, views::Frame& frame) {
    show_study(sample, frame, is_typed);
    sample.session().answer_typed("something else", sample.now());
}

void add(Sample&, views::Frame& frame) {
    frame.view = views::View::Add;
    frame.add.draft.question = "Is it true that Rudolf Abel was exchanged in 1962?";
    frame.add.draft.answer = "Francis Gary Powers";
    frame.add.draft.accept = "Gary Powers; Powers";
    frame.add.draft.new_case_title = "Rudolf Abel";
    frame.add.draft.publisher = "Central Intelligence Agency";
}

void keys(Sample& sample, views::Frame& frame) {
    study(sample, frame);
    frame.show_help = true;
}

const std::map<std::string, Prepare>& pictures() {
    static const std::map<std::string, Prepare> known = {
        {"today", [](Sample&, views::Frame&) {}},
        {"study", study},
        {"study-right", study_right},
        {"study-wrong", study_wrong},
        {"study-typed", study_typed},
        {"study-typed-wrong", study_typo},
        {"add", add},
        {"add-empty", [](Sample&, views::Frame& frame) { frame.view = views::View::Add; }},
        {"keys", keys},
    };
    return known;
}

}  // namespace

int capture(Program& program, const CaptureOptions& options) {
    const auto picture = pictures().find(options.view);
    if (picture == pictures().end()) {
        program.err << fmt::format("casebook capture: There is no view \"{}\".\n    Choose one of:",
                                   printable(options.view));
        for (const auto& [name, prepare] : pictures())
            program.err << ' ' << name;
        program.err << '\n';
        return wrong_command_line;
    }
    constexpr int weeks_of_study_in_days = 24;
    Sample sample(program, weeks_of_study_in_days);
    views::Frame frame;
    picture->second(sample, frame);

    constexpr int frames_to_settle = 4;
    window::Offscreen screen(options.width, options.height,
                             ui::make_theme(options.dark, static_cast<float>(options.scale)));
    screen.ui().now = sample.now();
    for (int i = 0; i < frames_to_settle; ++i) {
        screen.frame([&](ui::Ui& ui) { frame.draw(ui, sample.session()); });
    }
    window::write_png(screen.picture(), options.out);
    program.out << fmt::format("{} ({} x {})\n", options.out, options.width, options.height);
    return done;
}

}  // namespace commands
