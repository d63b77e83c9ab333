#include "app/views/frame.h"
#include "rig.h"
#include "third_party/catch2.h"

using ui::Key;

namespace {

// A frame on a sample library, drawn by the rig.
struct Screen {
    rig::TempFolder folder;
    rig::TestClock clock;
    std::unique_ptr<app::Session> session;
    views::Frame frame;
    std::unique_ptr<rig::Rig> rig;

    explicit Screen(views::View view = views::View::Today, int width = 1180, int height = 780, float scale = 1.0F) {
        session = rig::open_session(folder, clock);
        frame.view = view;
        rig = std::make_unique<rig::Rig>(
            [this](ui::Ui& ui) {
                ui.now = clock.now;
                frame.draw(ui, *session);
            },
            width, height, scale);
    }

    // The options' labels in the order of the screen.
    std::string right_option() const {
        return session->prompt(clock.now)->options.at(session->prompt(clock.now)->right_option);
    }
    std::string wrong_option() const {
        const app::Prompt& prompt = *session->prompt(clock.now);
        return prompt.options.at((prompt.right_option + 1) % prompt.options.size());
    }
    std::size_t reviews() const { return static_cast<std::size_t>(session->today(clock.now).answered); }
};

}  // namespace

TEST_CASE("Today tells how many cards wait, by case, and Enter starts them", "[views][today]") {
    Screen screen;
    CHECK(screen.rig->shows("8 cards, about"));
    CHECK(screen.rig->shows("Sample sample"));
    screen.rig->press(Key::Enter);
    CHECK(screen.frame.view == views::View::Study);
    CHECK(screen.rig->shows("What was the agent of operation 1 called"));
}

TEST_CASE("After a break Today tells how the overdue cards are caught up with", "[views][today]") {
    Screen screen;
    cards::SchedulerOptions options = screen.session->options();
    options.reviews_per_day = 2;
    REQUIRE_FALSE(screen.session->set_options(options, screen.clock.now));
    screen.rig->press(Key::Enter);
    for (int i = 0; i < 8; ++i) {
        screen.rig->press(Key::Space);
        screen.rig->press(Key::D4);
    }
    screen.clock.pass_days(60);
    screen.frame.view = views::View::Today;
    screen.rig->frames();
    CHECK(screen.rig->shows("After a break"));
    CHECK(screen.rig->shows("cards are overdue"));
}

TEST_CASE("Every place in the navigation opens by mouse and by key", "[views]") {
    Screen screen;
    screen.rig->click("Study");
    CHECK(screen.frame.view == views::View::Study);
    screen.rig->click("Add");
    CHECK(screen.frame.view == views::View::Add);
    screen.rig->press(Key::D1, ui::ctrl);
    CHECK(screen.frame.view == views::View::Today);
    screen.rig->press(Key::D2, ui::ctrl);
    CHECK(screen.frame.view == views::View::Study);
}

TEST_CASE("A right option is judged right and the proposed rating saves it", "[views][study]") {
    Screen screen(views::View::Study);
    screen.rig->click(screen.right_option());
    CHECK(screen.rig->shows("Right"));
    CHECK(screen.rig->shows("Evidence"));
    CHECK(screen.rig->shows("established"));
    CHECK(screen.rig->shows("as of 1 February 2001"));
    CHECK(screen.rig->shows("https://example.org/paper"));
    CHECK(screen.rig->shows("A note on operation 1."));
    CHECK(screen.reviews() == 0);
    screen.rig->press(Key::Space);
    CHECK(screen.reviews() == 1);
    REQUIRE(screen.session->last_saved());
    CHECK(screen.session->last_saved()->rating == cards::Rating::Good);
    CHECK(screen.rig->shows("operation 2"));
}

TEST_CASE("A wrong option is judged wrong, shows the right one and proposes Again", "[views][study]") {
    Screen screen(views::View::Study);
    screen.rig->click(screen.wrong_option());
    CHECK(screen.rig->shows("Wrong. The right answer:"));
    CHECK(screen.rig->shows("Agent1"));
    screen.rig->press(Key::Enter);
    REQUIRE(screen.session->last_saved());
    CHECK(screen.session->last_saved()->rating == cards::Rating::Again);
}

TEST_CASE("Options and ratings are chosen by the number keys, one press each", "[views][study]") {
    Screen screen(views::View::Study);
    screen.rig->press(Key::D2);
    REQUIRE(screen.session->reveal() != nullptr);
    CHECK(screen.session->reveal()->chosen == 1);
    CHECK(screen.reviews() == 0);
    screen.rig->press(Key::D4);
    CHECK(screen.reviews() == 1);
    CHECK(screen.session->last_saved()->rating == cards::Rating::Easy);
}

TEST_CASE("Each rating shows its next interval", "[views][study]") {
    Screen screen(views::View::Study);
    screen.rig->press(Key::Space);
    for (const char* text : {"Again", "Hard", "Good", "Easy", "1 min", "6 min", "10 min"}) {
        INFO(text);
        CHECK(screen.rig->shows(text));
    }
}

TEST_CASE("Each rating button saves its rating", "[views][study]") {
    for (const cards::Rating rating : cards::all_ratings) {
        Screen screen(views::View::Study);
        screen.rig->click("Show answer");
        screen.rig->click(std::string(to_text(rating)));
        REQUIRE(screen.session->last_saved());
        CHECK(screen.session->last_saved()->rating == rating);
    }
}

TEST_CASE("Undo asks the same card again and takes its review back", "[views][study]") {
    Screen screen(views::View::Study);
    screen.rig->press(Key::Space);
    screen.rig->press(Key::D3);
    CHECK(screen.reviews() == 1);
    CHECK(screen.rig->shows("operation 2"));
    screen.rig->press(Key::Z, ui::ctrl);
    CHECK(screen.reviews() == 0);
    CHECK(screen.rig->shows("operation 1"));
    screen.rig->press(Key::Z, ui::ctrl);
    CHECK(screen.rig->shows("Nothing to undo."));
}

TEST_CASE("A card in review is asked by typing, and Enter checks it", "[views][study]") {
    Screen screen(views::View::Study);
    screen.rig->press(Key::Space);
    screen.rig->press(Key::D4);  // Easy: into review at once.
    screen.clock.pass_days(30);
    screen.rig->frames();
    REQUIRE(screen.session->prompt(screen.clock.now) != nullptr);
    REQUIRE(screen.session->prompt(screen.clock.now)->state == cards::State::Review);
    screen.rig->type("agent1");
    screen.rig->press(Key::Enter);
    REQUIRE(screen.session->reveal() != nullptr);
    CHECK(screen.session->reveal()->verdict == cards::answer::Verdict::Right);
    CHECK(screen.reviews() == 0);
    screen.rig->press(Key::Enter);
    CHECK(screen.reviews() == 1);
}

TEST_CASE("Number keys type numbers while an answer is typed", "[views][study]") {
    Screen screen(views::View::Study);
    screen.rig->press(Key::Space);
    screen.rig->press(Key::D4);
    screen.clock.pass_days(30);
    screen.rig->frames();
    screen.rig->press(Key::D3);
    screen.rig->type("3");
    CHECK(screen.session->reveal() == nullptr);
}

TEST_CASE("A source's address is copied by a click on it", "[views][study]") {
    Screen screen(views::View::Study, 1600, 900);
    screen.rig->press(Key::Space);
    screen.rig->click("https://example.org/paper");
    CHECK(screen.rig->clipboard == "https://example.org/paper");
}

TEST_CASE("Bury and suspend put the card away", "[views][study]") {
    Screen screen(views::View::Study);
    screen.rig->type("-");
    CHECK(screen.rig->shows("Buried until tomorrow."));
    CHECK(screen.rig->shows("operation 2"));
    screen.rig->type("@");
    CHECK(screen.rig->shows("operation 3"));
    CHECK(screen.session->today(screen.clock.now).counts.fresh == 6);
}

TEST_CASE("At the end of the session the window says so and leads back to Today", "[views][study]") {
    Screen screen(views::View::Study);
    for (int i = 0; i < 8; ++i) {
        screen.rig->press(Key::Space);
        screen.rig->press(Key::D4);
    }
    CHECK(screen.rig->shows("Done for now"));
    CHECK(screen.rig->shows("8 of 8 recalled"));
    screen.rig->press(Key::Enter);
    CHECK(screen.frame.view == views::View::Today);
    CHECK(screen.rig->shows("Done for today."));
}

TEST_CASE("Keys pressed faster than frames are drawn all count, in their order", "[views][study]") {
    Screen screen(views::View::Study);
    const auto tap = [&](Key key, ui::Modifiers mods = {}) {
        screen.rig->ui.input.push(ui::KeyEvent{key, true, mods});
        screen.rig->ui.input.push(ui::KeyEvent{key, false, mods});
    };
    tap(Key::Space);
    tap(Key::D4);
    tap(Key::Space);
    tap(Key::D4);
    tap(Key::Q, ui::ctrl);
    screen.rig->frames();
    CHECK(screen.reviews() == 2);
    CHECK(screen.rig->ui.wants_quit);
}

TEST_CASE("Text typed right after Tab goes into the next field", "[views][add]") {
    Screen screen(views::View::Add);
    screen.rig->ui.input.push(ui::TextEvent{'a'});
    screen.rig->ui.input.push(ui::KeyEvent{Key::Tab, true, {}});
    screen.rig->ui.input.push(ui::KeyEvent{Key::Tab, false, {}});
    screen.rig->ui.input.push(ui::TextEvent{'b'});
    screen.rig->ui.input.push(ui::TextEvent{'c'});
    screen.rig->frames();
    CHECK(screen.frame.add.draft.question == "a");
    CHECK(screen.frame.add.draft.answer == "bc");
    for (int i = 0; i < 3; ++i) {
        screen.rig->ui.input.push(ui::KeyEvent{Key::Tab, true, {}});
        screen.rig->ui.input.push(ui::KeyEvent{Key::Tab, false, {}});
    }
    screen.rig->ui.input.push(ui::TextEvent{'d'});
    screen.rig->frames();
    CHECK(screen.frame.add.draft.new_case_title == "d");
}

TEST_CASE("The help lists the view's keys and closes with Escape", "[views]") {
    Screen screen(views::View::Study);
    screen.rig->type("?");
    CHECK(screen.rig->shows("Bury until tomorrow"));
    screen.rig->press(Key::Escape);
    CHECK_FALSE(screen.frame.show_help);
}

TEST_CASE("Keys pressed while the help is open do not reach the card under it", "[views][study]") {
    Screen screen(views::View::Study);
    screen.rig->type("?");
    screen.rig->press(Key::Space);
    screen.rig->press(Key::D1);
    CHECK(screen.session->reveal() == nullptr);
    screen.rig->press(Key::Escape);
    screen.rig->press(Key::Space);
    CHECK(screen.session->reveal() != nullptr);
}

TEST_CASE("Ctrl+Enter shows the answer while one is typed, and Ctrl+Z works on an empty field", "[views][study]") {
    Screen screen(views::View::Study);
    screen.rig->press(Key::Space);
    screen.rig->press(Key::D4);
    screen.clock.pass_days(30);
    screen.rig->frames();
    REQUIRE(screen.session->prompt(screen.clock.now)->state == cards::State::Review);
    screen.rig->press(Key::Enter, ui::ctrl);
    REQUIRE(screen.session->reveal() != nullptr);
    CHECK_FALSE(screen.session->reveal()->verdict);
    screen.rig->press(Key::D3);
    CHECK(screen.reviews() == 1);
    screen.rig->press(Key::Z, ui::ctrl);
    CHECK(screen.reviews() == 0);
}

TEST_CASE("A card is added by keyboard and asked first in today's session", "[views][add]") {
    Screen screen(views::View::Add);
    app::Draft& draft = screen.frame.add.draft;
    screen.rig->type("Who was exchanged for Rudolf Abel on the Glienicke Bridge in 1962?");
    CHECK(draft.question.find("Rudolf Abel") != std::string::npos);
    screen.rig->press(Key::Tab);
    screen.rig->type("Francis Gary Powers");
    CHECK(draft.answer == "Francis Gary Powers");
    draft.new_case_title = "Rudolf Abel";
    draft.as_of = "1962-02-10";
    draft.publisher = "CIA";
    screen.rig->press(Key::Enter, ui::ctrl);
    CHECK(screen.rig->shows("Card added."));
    CHECK(screen.session->today(screen.clock.now).counts.fresh == 9);
    REQUIRE(screen.session->prompt(screen.clock.now) != nullptr);
    CHECK(screen.session->prompt(screen.clock.now)->case_title == "Rudolf Abel");
}

TEST_CASE("What is missing from a card is named, and nothing typed is lost", "[views][add]") {
    Screen screen(views::View::Add);
    screen.rig->type("Who was exchanged for Rudolf Abel in 1962?");
    screen.rig->press(Key::Enter, ui::ctrl);
    CHECK(screen.rig->shows("Write the answer."));
    CHECK(screen.rig->shows("Name the source"));
    CHECK(screen.frame.add.draft.question == "Who was exchanged for Rudolf Abel in 1962?");
}

TEST_CASE("Advice appears while a question is typed", "[views][add]") {
    Screen screen(views::View::Add);
    CHECK(screen.rig->shows("Write a question."));
    screen.rig->type("Was Rudolf Abel exchanged in the year 1962?");
    CHECK(screen.rig->shows("Rule B5"));
}

TEST_CASE("The answer bar stays in sight at every size and scale", "[views][layout]") {
    struct Row {
        int width;
        int height;
        float scale;
    };
    for (const Row& row : {Row{900, 600, 1.0F}, Row{1920, 1080, 1.0F}, Row{1575, 1050, 1.75F}, Row{900, 600, 1.4F}}) {
        INFO(row.width << "x" << row.height << " at " << row.scale);
        Screen screen(views::View::Study, row.width, row.height, row.scale);
        screen.rig->click("Show answer");
        screen.rig->click("Good");
        CHECK(screen.reviews() == 1);
    }
}
