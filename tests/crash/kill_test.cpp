// kill_test.cpp - `casebook study` is killed again and again while it is answered.
//
// Round after round on one library: the program is fed answers and killed at a random
// moment (the same ones in every run of a seed). An answer was acknowledged when its
// "saved …" line arrived here; it must be in the log for good.
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "app/settings.h"
#include "cards/store/library.h"
#include "tests/support/home.h"
#include "third_party/catch2.h"

namespace {

using support::Home;

constexpr unsigned seed = 20'261'123;
constexpr int usual_rounds = 100;
constexpr int thorough_rounds = 2'000;

// Moments to kill at: so many answers into the stream, and so long after that.
constexpr unsigned most_answers_before = 8;
constexpr unsigned latest_kill_us = 15'000;

// In every such round the last acknowledged rating is looked up as well.
constexpr int look_up_every = 4;

// Enough cards for all rounds.
void let_in(int new_cards, const Home& home) {
    cards::SchedulerOptions options;
    options.new_per_day = new_cards;
    options.reviews_per_day = 9'999;
    options.bury_siblings = false;
    cards::store::Library library = cards::store::Library::open({home.library(), {}, {}});
    library.set_setting(app::scheduler_setting, app::to_setting(options));
}

// Where to look for the next `part`, when `found` of them have been found.
std::size_t next_after(const std::string& text, std::string_view part, unsigned found) {
    std::size_t at = 0;
    for (unsigned i = 0; i < found; ++i)
        at = text.find(part, at) + part.size();
    return at;
}

// What a program has acknowledged in its own words.
struct Acknowledged {
    int saved = 0;
    int undone = 0;
    std::string last_card;  // Of the last line, where it was "saved"; else "".
    std::string last_rating;
};

// Only whole lines count: the rest of one may never have been said.
Acknowledged acknowledged(const std::string& out) {
    Acknowledged all;
    std::istringstream in(out.substr(0, out.rfind('\n') + 1));
    for (std::string line; std::getline(in, line);) {
        const std::size_t prompt = line.rfind("> ", 0) == 0 ? 2 : 0;
        std::istringstream words(line.substr(prompt));
        std::string first;
        words >> first;
        if (first == "saved") {
            ++all.saved;
            words >> all.last_card >> all.last_rating;
        } else if (first == "undone") {
            ++all.undone;
            all.last_card.clear();
        }
    }
    return all;
}

// What the program is fed: answers are shown, then rated; every now and then the last
// rating is taken back. Most cards stay in learning, so that there is always another.
struct Script {
    std::string input;
    std::vector<bool> undoes;  // For each thing it will acknowledge, in order.
};

Script make_script(std::mt19937& random, int answers) {
    Script script;
    for (int i = 0; i < answers; ++i) {
        const bool may_graduate = random() % 10 == 0;
        script.input += "\n" + std::to_string(1 + random() % (may_graduate ? 4 : 2)) + "\n";
        script.undoes.push_back(false);
        if (random() % 5 != 0) continue;
        script.input += "u\n";
        script.undoes.push_back(true);
    }
    return script;
}

// Whether a journal waits to be played back: its first bytes are wiped by a commit.
bool save_was_cut(const Home& home) {
    std::ifstream journal(home.library().string() + "-journal", std::ios::binary);
    const int first = journal.get();
    return journal && first != 0;
}

// The card's last rating, as the log has it.
std::string last_rating(const Home& home, const std::string& card) {
    const auto steps = home.json({"explain", card}).at("steps");
    REQUIRE_FALSE(steps.empty());
    const char* const words[] = {"", "Again", "Hard", "Good", "Easy"};
    return words[steps.back().at("rating").get<std::size_t>()];
}

}  // namespace

TEST_CASE("An acknowledged answer outlives the program, however it ends", "[crash]") {
    const bool thorough = std::getenv("CASEBOOK_THOROUGH") != nullptr;
    const int rounds = thorough ? thorough_rounds : usual_rounds;
    const Home home(Home::new_library_made());
    let_in(rounds, home);

    std::mt19937 random(seed);
    long reviews = home.json({"check"}).at("reviews");
    long all_saved = 0;
    long all_undone = 0;
    int last_compared = 0;        // Rounds in which the last acknowledged rating was looked up.
    int killed_while_saving = 0;  // Rounds whose kill fell into a save.
    for (int round = 1; round <= rounds; ++round) {
        const auto answers_before = static_cast<unsigned>(random() % (most_answers_before + 1));
        const std::chrono::microseconds delay(random() % latest_kill_us);
        support::Process study(home.command({"study"}), home.environment);
        const Script script = make_script(random, 500);
        study.write(script.input);
        REQUIRE(study.wait_for_out("\n> "));
        for (unsigned i = 0; i < answers_before; ++i)
            REQUIRE(study.wait_for_out("\n> saved ", next_after(study.out(), "\n> saved ", i)));
        study.talk_for(delay);
        study.signal(SIGKILL);
        REQUIRE(study.wait() == -SIGKILL);

        const Acknowledged told = acknowledged(study.out());
        if (save_was_cut(home)) ++killed_while_saving;
        const nlohmann::json report = home.json({"check"});
        INFO("round " << round << ", killed " << delay.count() << " us after answer " << answers_before << ", "
                      << told.saved << " saved\n"
                      << report);
        REQUIRE(report.at("problems").empty());
        REQUIRE(report.at("wrong_caches") == 0);
        // The log only grows, by what was acknowledged and at most the one answer
        // that was on its way.
        const long grown = report.at("reviews").get<long>() - reviews;
        REQUIRE(grown >= told.saved);
        REQUIRE(grown <= told.saved + 1);
        const bool undo_on_its_way = script.undoes.at(static_cast<std::size_t>(told.saved + told.undone));
        if (!told.last_card.empty() && grown == told.saved && !undo_on_its_way && round % look_up_every == 0) {
            ++last_compared;
            INFO(told.last_card);
            REQUIRE(last_rating(home, told.last_card) == told.last_rating);
        }
        reviews += grown;
        all_saved += told.saved;
        all_undone += told.undone;
    }
    std::cout << rounds << " rounds, " << all_saved << " acknowledged answers, " << all_undone
              << " acknowledged undos, " << killed_while_saving << " kills within a save (seed " << seed << ")\n";
    CHECK(all_saved > rounds);
    CHECK(all_undone > 0);
    CHECK(last_compared > 0);
}

TEST_CASE("Killed while it makes its library, the program leaves a whole one or none", "[crash]") {
    std::mt19937 random(seed);
    const int rounds = std::getenv("CASEBOOK_THOROUGH") != nullptr ? 100 : 4;
    for (int round = 1; round <= rounds; ++round) {
        const Home home;
        const std::chrono::microseconds delay(random() % 300'000);
        {
            support::Process today(home.command({"today"}), home.environment);
            today.talk_for(delay);
            today.signal(SIGKILL);
            today.wait();
        }
        INFO("killed after " << delay.count() << " us");
        const nlohmann::json report = home.json({"check"});
        CHECK(report.at("problems").empty());
        CHECK(report.at("cards") > 1'000);
    }
}
