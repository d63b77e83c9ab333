#include <algorithm>
#include <thread>

#include "app/session.h"
#include "cards/schedule/exam.h"
#include "cards/schedule/replay.h"
#include "cards/store/check.h"
#include "rig.h"
#include "third_party/catch2.h"

namespace {

void study_all(app::Session& session, rig::TestClock& clock, cards::Rating rating) {
    while (session.prompt(clock.now) != nullptr) {
        clock.pass_ms(4'000);
        session.show_answer(clock.now);
        REQUIRE_FALSE(session.rate(rating, clock.now));
    }
}

bool is_well(app::Session& session) {
    const cards::Weights weights = session.options().weights;
    return cards::store::check(session.library(),
                               [&](const std::vector<cards::Review>& log) { return cards::replay(log, weights); })
        .problems.empty();
}

void set_limits(app::Session& session, const rig::TestClock& clock, int fresh, int reviews) {
    cards::SchedulerOptions options = session.options();
    options.new_per_day = fresh;
    options.reviews_per_day = reviews;
    REQUIRE_FALSE(session.set_options(options, clock.now));
}

}  // namespace

TEST_CASE("A case's own retention shortens the intervals on its buttons", "[session][plan]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock, 1);
    study_all(*session, clock, cards::Rating::Easy);
    clock.pass_days(10);
    const auto row = *session->library().card(*session->library().find_card("sample.agent-1#1"));
    const cards::StudyDay day = study_day(clock.now, 4);
    CHECK(session->options_for(row, day).desired_retention == 0.90);
    REQUIRE(session->prompt(clock.now) != nullptr);
    session->show_answer(clock.now);
    const std::string usual = session->reveal()->ratings[2].interval;
    REQUIRE_FALSE(session->bury(clock.now));

    REQUIRE_FALSE(session->set_case("sample", {0.97, std::nullopt}, clock.now));
    CHECK(session->options_for(row, day).desired_retention == 0.97);
    clock.pass_days(1);
    REQUIRE(session->prompt(clock.now) != nullptr);
    session->show_answer(clock.now);
    CHECK(session->reveal()->ratings[2].interval != usual);
    const int due_before = row.state.due_day.number;
    REQUIRE_FALSE(session->rate(cards::Rating::Good, clock.now));
    const auto after = session->library().card(row.key)->state;
    CHECK(after.due_day.number - study_day(clock.now, 4).number < 12);
    CHECK(after.due_day.number != due_before);
    CHECK(is_well(*session));
}

TEST_CASE("What is set for a case survives a restart and can be taken away", "[session][plan]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    {
        auto session = rig::open_session(folder, clock);
        REQUIRE_FALSE(session->set_case("sample", {0.95, cards::StudyDay{20800}}, clock.now));
    }
    auto session = rig::open_session(folder, clock);
    REQUIRE(session->case_settings().count("sample") == 1);
    CHECK(session->case_settings().at("sample") == app::CaseSettings{0.95, cards::StudyDay{20800}});
    REQUIRE_FALSE(session->set_case("sample", {}, clock.now));
    CHECK(session->case_settings().empty());
}

TEST_CASE("Damaged settings of cases are passed over", "[session][settings]") {
    for (const char* text : {"", "[]", "{", R"({"a": 3, "b": {"exam": "soon"}, "c": {"desired_retention": "all"}})"}) {
        INFO(text);
        CHECK(app::cases_from(text).empty());
    }
    CHECK(app::cases_from(R"({"a": {"desired_retention": 0.2}})").at("a").desired_retention == 0.70);
}

TEST_CASE("No card waits past the eve of its exam", "[session][exam]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock, 8);
    for (int day = 0; day < 20; ++day, clock.pass_days(1))
        study_all(*session, clock, cards::Rating::Easy);
    const int today = study_day(clock.now, 4).number;
    const cards::StudyDay exam{today + 20};
    for (const auto& row : session->library().all_cards())
        REQUIRE(row.state.due_day > exam);
    CHECK(session->today(clock.now).counts.due == 0);

    REQUIRE_FALSE(session->set_case("sample", {std::nullopt, exam}, clock.now));
    int looked_at = 0;
    for (; study_day(clock.now, 4) < exam; clock.pass_days(1)) {
        const int before = session->answered_in_session();
        study_all(*session, clock, cards::Rating::Good);
        const int answered = session->answered_in_session() - before;
        const int left = exam.number - study_day(clock.now, 4).number;
        if (left > cards::exam_last_look_days) CHECK(answered == 0);
        looked_at += answered;
    }
    CHECK(looked_at >= 8);
    for (const auto& row : session->library().all_cards())
        CHECK(row.state.last_day.number >= exam.number - cards::exam_last_look_days);
    CHECK(is_well(*session));
}

TEST_CASE("After a break the costliest reviews come first and new cards pause", "[session][backlog]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock, 60);
    for (int day = 0; day < 2; ++day, clock.pass_days(1))
        study_all(*session, clock, day == 0 ? cards::Rating::Good : cards::Rating::Easy);
    CHECK_FALSE(session->today(clock.now).backlog);
    clock.pass_days(60);
    set_limits(*session, clock, 20, 10);

    const app::Today& today = session->today(clock.now);
    REQUIRE(today.backlog);
    CHECK(today.backlog->overdue > 10);
    CHECK(today.backlog->per_day == 10);
    CHECK(today.backlog->days >= today.backlog->overdue / 10);
    CHECK(today.backlog->minutes_a_day > 0.0);
    CHECK(today.counts.due == 10);
    CHECK(today.counts.fresh == 0);

    const int day = study_day(clock.now, 4).number;
    double best = 0.0;
    for (const auto& row : session->library().due_reviews(cards::StudyDay{day})) {
        const auto state = session->library().card(row.key)->state;
        best = std::max(best, cards::loss_of_waiting(state, cards::StudyDay{day}, session->options().weights));
    }
    const auto first = session->library().card(session->prompt(clock.now)->card)->state;
    CHECK(cards::loss_of_waiting(first, cards::StudyDay{day}, session->options().weights) == best);

    const int due = today.backlog->due;
    for (int i = 0; i < 10; ++i) {
        REQUIRE(session->prompt(clock.now) != nullptr);
        session->show_answer(clock.now);
        REQUIRE_FALSE(session->rate(cards::Rating::Good, clock.now));
    }
    REQUIRE(session->today(clock.now).backlog);
    CHECK(session->today(clock.now).backlog->due == due - 10);
    CHECK(session->today(clock.now).counts.fresh == 0);  // Until tomorrow, or as many as are asked for.
    CHECK_FALSE(session->more_today(3, clock.now));
    CHECK(session->today(clock.now).counts.fresh == 3);
}

TEST_CASE("A backlog that has begun in the morning lasts through the day, also after a restart", "[session][backlog]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    {
        auto session = rig::open_session(folder, clock, 40);
        study_all(*session, clock, cards::Rating::Good);
        clock.pass_days(30);
        set_limits(*session, clock, 20, 19);
        REQUIRE(session->today(clock.now).backlog);
        study_all(*session, clock, cards::Rating::Good);
    }
    auto session = rig::open_session(folder, clock, 40);
    CHECK(session->today(clock.now).backlog);
    CHECK(session->today(clock.now).counts.fresh == 0);
    clock.pass_days(1);
    CHECK_FALSE(session->today(clock.now).backlog);
    CHECK(session->today(clock.now).counts.fresh == 20);
}

TEST_CASE("The workload is predicted for each retention from the student's own cards", "[session][plan]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock, 40);
    study_all(*session, clock, cards::Rating::Good);
    const std::vector<double> retentions = {0.75, 0.97};
    const auto points = session->workload(retentions, 60, clock.now);
    REQUIRE(points.size() == 2);
    CHECK(points[0].reviews_a_day < points[1].reviews_a_day);
    CHECK(session->workload_job(60, clock.now).options.new_cards == 20);
}

TEST_CASE("Weights are fitted on a worker, adopted, and every state follows them", "[session][optimize]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock, 40);
    for (int day = 0; day < 25; ++day, clock.pass_days(1))
        study_all(*session, clock, cards::Rating::Good);
    const app::OptimizeJob job = session->optimize_job();
    CHECK(job.log.size() > 60);
    cards::OptimizeReport report;
    int told = 0;
    std::thread worker([&] { report = cards::optimize(job.log, job.options, [&](double) { return ++told > 0; }); });
    worker.join();
    CHECK(told > 0);
    const auto key = *session->library().find_card("sample.agent-1#1");
    const double before = session->library().card(key)->state.stability;

    report.changed = true;
    report.weights = cards::fsrs6_weights;
    report.weights[2] = 5.0;
    const std::size_t reviews = session->library().log(key).size();
    REQUIRE_FALSE(session->adopt(report, clock.now));
    CHECK(session->options().weights[2] == 5.0);
    CHECK(session->library().card(key)->state.stability != before);
    CHECK(session->library().log(key).size() == reviews);
    CHECK(is_well(*session));
}

TEST_CASE("A fit that is cancelled changes nothing", "[session][optimize]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock, 40);
    for (int day = 0; day < 25; ++day, clock.pass_days(1))
        study_all(*session, clock, cards::Rating::Good);
    const app::OptimizeJob job = session->optimize_job();
    const cards::OptimizeReport report = cards::optimize(job.log, job.options, [](double) { return false; });
    CHECK(report.cancelled);
    REQUIRE_FALSE(session->adopt(report, clock.now));
    CHECK(session->options().weights == cards::fsrs6_weights);
}

TEST_CASE("A clock behind the last review is pointed out and studying goes on", "[session][clock]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    {
        auto session = rig::open_session(folder, clock);
        CHECK(session->today(clock.now).clock_warning.empty());
        session->prompt(clock.now);
        session->show_answer(clock.now);
        REQUIRE_FALSE(session->rate(cards::Rating::Good, clock.now));
    }
    for (const int days : {-1, -365}) {
        rig::TestClock wrong = clock;
        wrong.pass_days(days);
        auto session = rig::open_session(folder, wrong);
        CHECK(session->today(wrong.now).clock_warning.find("check the clock") != std::string::npos);
        CHECK(session->prompt(wrong.now) != nullptr);
    }
    rig::TestClock hour_back = clock;
    hour_back.pass_ms(-cards::ms_per_hour);
    CHECK_FALSE(rig::open_session(folder, hour_back)->today(hour_back.now).clock_warning.empty());
    rig::TestClock later = clock;
    later.pass_days(5);
    auto session = rig::open_session(folder, later);
    CHECK(session->today(later.now).clock_warning.find("5 days ago") != std::string::npos);
    session->prompt(later.now);
    session->show_answer(later.now);
    REQUIRE_FALSE(session->rate(cards::Rating::Good, later.now));
    CHECK(session->today(later.now).clock_warning.empty());
    rig::TestClock tomorrow = later;
    tomorrow.pass_ms(25 * cards::ms_per_hour);
    CHECK(session->today(tomorrow.now).clock_warning.empty());  // The next study day: nothing was skipped.
}

TEST_CASE("The counts kept during a day are those a restart finds", "[session]") {
    rig::TempFolder folder;
    rig::TestClock clock;
    auto session = rig::open_session(folder, clock, 40);
    for (int day = 0; day < 6; ++day, clock.pass_days(1)) {
        for (int i = 0; i < 17 && session->prompt(clock.now) != nullptr; ++i) {
            clock.pass_ms(9'000);
            session->show_answer(clock.now);
            REQUIRE_FALSE(session->rate(i % 4 == 1 ? cards::Rating::Again : cards::Rating::Good, clock.now));
        }
        const app::Today kept = session->today(clock.now);
        session.reset();
        session = rig::open_session(folder, clock, 40);
        const app::Today found = session->today(clock.now);
        CHECK(kept.answered == found.answered);
        CHECK(kept.minutes_spent == found.minutes_spent);
        CHECK(kept.counts.fresh == found.counts.fresh);
        CHECK(kept.counts.due == found.counts.due);
        CHECK(kept.counts.learning == found.counts.learning);
        CHECK(kept.cases[0].counts.fresh == found.cases[0].counts.fresh);
    }
}
