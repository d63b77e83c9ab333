#include <sqlite3.h>

#include "cards/store/backup.h"
#include "cards/store/check.h"
#include "cards/store/connection.h"
#include "fixture.h"
#include "third_party/catch2.h"

using namespace fixture;

namespace {

// The rows of another copy that this one has not, by their ids: all it takes.
constexpr const char* unite = R"(
    INSERT INTO main.device (id, own, made_ms, utc_offset)
    SELECT id, 0, made_ms, utc_offset FROM other.device WHERE id NOT IN (SELECT id FROM main.device);

    INSERT INTO main.review (id, card, device, sequence, made_ms, utc_offset, logged_ms, day, rating, took_ms, form,
                             answer, before, state, step, due_day, due_ms)
    SELECT r.id, (SELECT key FROM main.card WHERE id = c.id), (SELECT key FROM main.device WHERE id = d.id), r.sequence,
           r.made_ms, r.utc_offset, r.logged_ms, r.day, r.rating, r.took_ms, r.form, r.answer, r.before, r.state,
           r.step, r.due_day, r.due_ms
    FROM other.review AS r JOIN other.card AS c ON c.key = r.card JOIN other.device AS d ON d.key = r.device
    WHERE r.id NOT IN (SELECT id FROM main.review);

    INSERT INTO main.undo (id, review, device, sequence, made_ms, utc_offset)
    SELECT u.id, (SELECT key FROM main.review WHERE id = r.id), (SELECT key FROM main.device WHERE id = d.id),
           u.sequence, u.made_ms, u.utc_offset
    FROM other.undo AS u JOIN other.review AS r ON r.key = u.review JOIN other.device AS d ON d.key = u.device
    WHERE u.id NOT IN (SELECT id FROM main.undo);)";

void take_rows_of(Library& library, const std::filesystem::path& other) {
    auto& database = library.connection().database;
    SQLite::Statement attach(database, "ATTACH ?1 AS other");
    attach.bind(1, other.string());
    attach.exec();
    database.exec(unite);
    database.exec("DETACH other");
}

}  // namespace

TEST_CASE("Two copies of a library unite as sets and agree on every log", "[store][merge]") {
    Shelf one;
    Shelf two;  // Made apart, on another device.
    for (Shelf* shelf : {&one, &two})
        shelf->library.take_over(make_case(), Origin::Shipped, "1", {moment(), {}});
    const CardKey who = *one.library.find_card("mallory.who#1");
    const CardKey year = *one.library.find_card("mallory.year#1");
    std::vector<Review> expected;
    for (int i = 0; i < 10; ++i)
        expected.push_back(answer((i % 2 == 0 ? one : two).library, who, make_review(Rating::Good, i)));
    answer(one.library, year);
    one.library.undo_last({moment(), {}}, replay);
    answer(two.library, year);

    const Backup of_one = backup(one.library, one.folder.path() / "b", moment());
    const Backup of_two = backup(two.library, two.folder.path() / "b", moment());
    take_rows_of(one.library, of_two.path);
    take_rows_of(one.library, of_two.path);  // Twice is once.
    take_rows_of(two.library, of_one.path);
    for (Shelf* shelf : {&one, &two}) {
        CHECK(rebuild(shelf->library, replay).problems.empty());
        CHECK(shelf->library.log(*shelf->library.find_card("mallory.who#1")) == expected);
        CHECK(shelf->library.log(*shelf->library.find_card("mallory.year#1")).size() == 1);
        CHECK(shelf->library.card(who)->state == replay(expected));
    }
}
