// fixture.h - a library in a folder of its own, a case to put in it, and answers.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "cards/store/library.h"
#include "third_party/catch2.h"

namespace fixture {

using namespace cards;         // NOLINT: tests read better.
using namespace cards::store;  // NOLINT

// Matches a message with `part` in it.
#if __has_include(<catch2/catch_all.hpp>)
inline auto says(const std::string& part) { return Catch::Matchers::ContainsSubstring(part); }
#else
inline auto says(const std::string& part) { return Catch::Matchers::Contains(part); }
#endif

// A new folder, removed with all that is in it.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "casebook-store-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const std::filesystem::path& path() const noexcept { return path_; }

  private:
    std::filesystem::path path_;
};

// 1, 2, 3 … as ids; the first byte tells them from named ones in a failure message.
inline IdSource counting_ids(std::uint8_t first_byte = 0xff) {
    return [first_byte, count = std::uint32_t{0}]() mutable {
        Id id;
        ++count;
        id.bytes[0] = first_byte;
        for (int i = 0; i < 4; ++i)
            id.bytes[static_cast<std::size_t>(15 - i)] = static_cast<std::uint8_t>(count >> (8 * i));
        return id;
    };
}

// 2026-11-23 10:00 in Berlin, and later by some minutes.
inline Moment moment(int minutes = 0) { return {Instant{1'795'424'400'000 + minutes * ms_per_minute}, 60}; }
inline StudyDay day(int later = 0) { return StudyDay{study_day(moment(), 4).number + later}; }

inline OpenOptions options(const std::filesystem::path& path) { return {path, moment(), {}}; }

// A library that can be closed and opened again.
struct Shelf {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "library.casebook";
    Library library = Library::open(options(path));

    void reopen() {
        { const Library closed = std::move(library); }
        library = Library::open(options(path));
    }
};

inline Fact make_fact(const std::string& id, const std::string& answer, int questions = 1) {
    Fact fact;
    fact.id = id;
    fact.claim = "It is said of " + id + " that " + answer + ".";
    fact.kind = FactKind::Place;
    fact.answer = answer;
    fact.as_of = {2019, 5, 17};
    fact.sources = {"doj"};
    for (int i = 0; i < questions; ++i)
        fact.questions.push_back({"What is said of " + id + "?", false});
    return fact;
}

// A case with everything a case can have.
inline CaseFile make_case(const std::string& id = "mallory") {
    CaseFile file;
    file.id = id;
    file.title = "The " + id + " case";
    file.for_whom = "Ministry of State Security";
    file.begin = 2017;
    file.end = 2019;
    file.outcome = "convicted";
    file.summary = "A former officer sold documents.";
    file.tags = {"humint", "2010s"};
    file.brief = "He was paid in Shanghai.\n\nHe was \"surprised\".";
    file.people = {{"km",
                    "Kevin M.",
                    {"Mallory", "“K.”"},
                    LegalStatus::Convicted,
                    {2019, 5, 0},
                    "Convicted in 2018.",
                    {"18 U.S.C. § 794"},
                    12}};
    file.sources = {{"doj",
                     "Department of Justice",
                     "Sentenced",
                     {2019, 5, 17},
                     "https://example.org/1",
                     SourceTier::Official,
                     true,
                     20},
                    {"wapo", "A newspaper", "", {}, "https://example.org/2", SourceTier::Press, false, 25}};
    Fact full = make_fact(id + ".place", "Shanghai", 2);
    full.kind = FactKind::Place;
    full.accept = {"Shang-hai", "上海"};
    full.status = FactStatus::Superseded;
    full.people = {"km"};
    full.passage = "paid in Shanghai";
    full.questions[1].retired = true;
    full.wrong = {"Beijing", "Macau"};
    full.note = "Later \"corrected\".";
    full.needs = {id + ".who"};
    full.superseded_by = id + ".who";
    full.derived = "wapo";
    full.checked = false;
    full.line = 40;
    file.facts = {full, make_fact(id + ".who", "Kevin M.", 2), make_fact(id + ".year", "2017", 3)};
    return file;
}

inline Review make_review(Rating rating = Rating::Good, int minutes = 0, int days = 0) {
    Review review;
    review.at = moment(minutes + days * 24 * 60);
    review.day = day(days);
    review.rating = rating;
    review.took_ms = 4'000;
    review.form = Form::Typed;
    review.answer = "Shanghai";
    review.outcome = {State::Review, 0, day(days + 3), review.at.at};
    return review;
}

// A state that tells how many reviews led to it: all the store needs of a replay.
inline CardState replay(const std::vector<Review>& log) {
    CardState state;
    for (const Review& r : log) {
        state.state = r.outcome.state;
        state.step = r.outcome.step;
        state.stability += 1.25 * static_cast<int>(r.rating);
        state.difficulty = 5.0;
        state.last_review = r.at.at;
        state.last_day = r.day;
        state.due_day = r.outcome.due_day;
        state.due_at = r.outcome.due_at;
        ++state.reviews;
    }
    return state;
}

// Answers a card as the program does; the review gets a new id.
inline Review answer(Library& library, CardKey card, Review review = make_review(), bool bury_siblings = false) {
    static const IdSource new_id = counting_ids(0xee);
    review.id = new_id();
    std::vector<Review> log = library.log(card);
    log.push_back(review);
    library.record(card, review, replay(log), bury_siblings);
    return review;
}

}  // namespace fixture
