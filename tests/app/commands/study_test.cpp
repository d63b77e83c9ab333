#include <csignal>

#include "tests/support/home.h"
#include "third_party/catch2.h"

using support::Home;
using support::Process;
using support::Run;
using support::said;

namespace {

// The question asked in what was printed from `from` on: what stands between the
// counts and the first option or prompt.
std::string question_in(const std::string& out, std::size_t from = 0) {
    const std::size_t counts = out.find(" due]", from);
    if (counts == std::string::npos) return {};
    const std::size_t begin = out.find("\n\n", counts) + 2;
    const std::size_t end = std::min(out.find("\n  1  ", begin), out.find("\n> ", begin));
    return out.substr(begin, end - begin);
}

int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

}  // namespace

TEST_CASE("study at the end of its input ends in order", "[commands][study]") {
    const Home home(Home::new_library_made());
    const Run run = home.casebook({"study"});
    INFO(said(run));
    CHECK(run.status == 0);
    CHECK_FALSE(question_in(run.out).empty());
    CHECK(run.out.find("0 answered in this session, all saved.") != std::string::npos);
    CHECK(home.json({"check"}).at("reviews") == 0);
}

TEST_CASE("An answer is shown, rated, saved and counted", "[commands][study]") {
    const Home home(Home::new_library_made());
    const Run run = home.casebook({"study"}, "\n3\n\n1\nq\n");
    INFO(said(run));
    CHECK(run.status == 0);
    CHECK(count(run.out, "saved ") == 2);
    CHECK(run.out.find(" Good 10 min\n") != std::string::npos);
    CHECK(run.out.find(" Again 1 min\n") != std::string::npos);
    const auto plan = home.json({"today"});
    CHECK(plan.at("answered") == 2);
    CHECK(plan.at("new") == 18);
    CHECK(plan.at("learning") == 2);
    CHECK(home.json({"check"}).at("reviews") == 2);
}

TEST_CASE("A card shows its evidence after the answer, and not before", "[commands][study]") {
    const Home home(Home::new_library_made());
    const Run asked = home.casebook({"study"}, "q\n");
    const Run answered = home.casebook({"study"}, "\nq\n");
    INFO(said(answered));
    for (const char* caption : {"  Claim\n", "  Status\n", "  Source\n"}) {
        CHECK(count(asked.out, caption) == 0);
        CHECK(count(answered.out, caption) >= 1);
    }
    CHECK(home.json({"check"}).at("reviews") == 0);  // Not rated.
}

TEST_CASE("A key that means nothing here says what does, and changes nothing", "[commands][study]") {
    const Home home(Home::new_library_made());
    const Run run = home.casebook({"study"}, "9\nx\n\n7\nzz\n?\nq\n");
    INFO(said(run));
    CHECK(run.status == 0);
    CHECK(count(run.out, "Type 1 to ") == 2);
    CHECK(count(run.out, "Rate it 1 to 4") == 2);
    CHECK(count(run.out, "undo the last rating") == 1);
    CHECK(home.json({"check"}).at("reviews") == 0);
}

TEST_CASE("After a restart the next card is asked, not the one before", "[commands][study]") {
    const Home home(Home::new_library_made());
    const Run first = home.casebook({"study"}, "\n4\n");
    const std::string rated = question_in(first.out);
    const std::string next = question_in(first.out, first.out.find("saved "));
    const Run second = home.casebook({"study"});
    INFO(said(first) << said(second));
    REQUIRE_FALSE(rated.empty());
    CHECK(question_in(second.out) == next);
    CHECK(question_in(second.out) != rated);
}

TEST_CASE("An answer can be taken back after a restart, and its card is asked again", "[commands][study]") {
    const Home home(Home::new_library_made());
    const Run first = home.casebook({"study"}, "\n3\n");
    const std::string rated = question_in(first.out);
    REQUIRE(home.json({"today"}).at("answered") == 1);

    const Run second = home.casebook({"study"}, "u\n");
    INFO(said(second));
    CHECK(count(second.out, "undone\n") == 1);
    CHECK(question_in(second.out, second.out.find("undone\n")) == rated);
    const auto plan = home.json({"today"});
    CHECK(plan.at("answered") == 0);
    CHECK(plan.at("new") == 20);
    CHECK(plan.at("learning") == 0);
    CHECK(home.json({"check"}).at("problems").empty());

    const Run third = home.casebook({"study"}, "u\n");
    CHECK(count(third.out, "nothing to undo\n") == 1);
    CHECK(question_in(third.out) == rated);
}

TEST_CASE("A buried or suspended card is not asked again today", "[commands][study]") {
    for (const char* key : {"-\n", "@\n"}) {
        const Home home(Home::new_library_made());
        const Run first = home.casebook({"study"}, key);
        const std::string gone = question_in(first.out);
        const Run second = home.casebook({"study"});
        INFO(said(first) << said(second));
        REQUIRE_FALSE(gone.empty());
        CHECK(question_in(second.out) != gone);
        CHECK(home.json({"check"}).at("problems").empty());
    }
}

TEST_CASE("A whole day can be studied to its end", "[commands][study]") {
    const Home home(Home::new_library_made());
    std::string easy;
    for (int i = 0; i < 30; ++i)
        easy += "\n4\n";
    const Run run = home.casebook({"study"}, easy);
    INFO(said(run));
    CHECK(run.status == 0);
    CHECK(run.out.find("Done for now: 20 answered today.") != std::string::npos);
    const auto plan = home.json({"today"});
    CHECK(plan.at("new").get<int>() + plan.at("learning").get<int>() + plan.at("due").get<int>() == 0);
    CHECK(plan.at("minutes") == 0);
}

TEST_CASE("Ctrl+C ends study in order, with all that was saved", "[commands][study]") {
    const Home home(Home::new_library_made());
    Process study(home.command({"study"}), home.environment);
    REQUIRE(study.wait_for_out("\n> "));
    study.write("\n3\n");
    REQUIRE(study.wait_for_out("saved "));
    REQUIRE(study.wait_for_out("\n> ", study.out().find("saved ")));
    study.signal(SIGINT);
    CHECK(study.wait() == 0);
    INFO(study.out() << study.err());
    CHECK(study.out().find("1 answered in this session, all saved.") != std::string::npos);
    CHECK(home.json({"today"}).at("answered") == 1);
}

TEST_CASE("A second program on an open library is refused, and let in once the first is gone", "[commands][study]") {
    const Home home(Home::new_library_made());
    {
        Process study(home.command({"study"}), home.environment);
        REQUIRE(study.wait_for_out("\n> "));
        for (const char* command : {"today", "study", "check"}) {
            const Run second = home.casebook({command});
            INFO(said(second));
            CHECK(second.status == 1);
            CHECK(second.out.find("[20 new") == std::string::npos);
            CHECK(second.err.find("library.casebook") != std::string::npos);
        }
        study.write("q\n");
        CHECK(study.wait() == 0);
    }
    CHECK(home.casebook({"today"}).status == 0);
}
