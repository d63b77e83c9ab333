#include "cards/memory/revlog_csv.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "cards/memory/optimize.h"
#include "third_party/catch2.h"

using cards::read_revlog_csv;

namespace {

const std::string header = "card_id,review_rating,review_time,review_duration\n";

// What the first diagnostic says of a file with this second line.
std::string complaint(const std::string& row) {
    const cards::Revlog log = read_revlog_csv(header + "1,3,2024-03-29T20:32:39+00:00,1\n" + row + "\n", {});
    if (log.diagnostics.empty()) return "";
    CHECK(log.reviews.empty());
    CHECK(log.took_ms.empty());
    return cards::to_text(log.diagnostics.front());
}

}  // namespace

TEST_CASE("A log is read with its times, ratings and durations", "[revlog][import]") {
    const cards::Revlog log = read_revlog_csv(header +
                                                  "1711684780667,3,2024-03-29T20:32:39.497000+00:00,7241\n"
                                                  "-5,1,2024-03-30 03:59:59Z,\n"
                                                  "5,4,2024-03-30T04:00:00+05:30,15072\n",
                                              {});
    REQUIRE(log.diagnostics.empty());
    REQUIRE(log.reviews.size() == 3);
    CHECK(log.reviews[0].card == 1711684780667);
    CHECK(log.reviews[0].rating == cards::Rating::Good);
    CHECK(log.reviews[0].at.unix_ms == 1711744359497);
    CHECK(cards::to_iso(log.reviews[0].day) == "2024-03-29");
    CHECK(cards::to_iso(log.reviews[1].day) == "2024-03-29");
    CHECK(cards::to_iso(log.reviews[2].day) == "2024-03-29");
    CHECK(log.took_ms == std::vector<int>{7241, 0, 15072});
}

TEST_CASE("Columns may come in another order, with others among them, quoted, with CRLF and a mark",
          "[revlog][import]") {
    const cards::Revlog log = read_revlog_csv(
        "\xEF\xBB\xBFreview_time,deck,review_rating,card_id\r\n\"2024-03-29T20:32:39Z\",x,2,7\r\n\r\n", {});
    REQUIRE(log.diagnostics.empty());
    REQUIRE(log.reviews.size() == 1);
    CHECK(log.reviews[0].card == 7);
    CHECK(log.reviews[0].rating == cards::Rating::Hard);
}

TEST_CASE("The study day of a review is that of the student's place", "[revlog][import]") {
    cards::RevlogOptions options;
    options.utc_offset_minutes = 13 * 60;
    options.rollover_hour = 0;
    const cards::Revlog log = read_revlog_csv(header + "1,3,2024-03-29T20:32:39+00:00,1\n", options);
    CHECK(cards::to_iso(log.reviews.at(0).day) == "2024-03-30");
}

TEST_CASE("Bad rows are named by line, and then nothing is read", "[revlog][import][hostile]") {
    struct Row {
        const char* row;
        const char* says;
    };
    for (const Row& row : {
             Row{"1,3", "revlog.csv:3: error: 2 values, and the first line names 4 columns"},
             Row{"1,3,2024-03-29T20:32:39Z,1,1", "5 values"},
             Row{"x,3,2024-03-29T20:32:39Z,1", "card_id \"x\" is no whole number"},
             Row{",3,2024-03-29T20:32:39Z,1", "card_id \"\" is no whole number"},
             Row{"99999999999999999999,3,2024-03-29T20:32:39Z,1", "is no whole number"},
             Row{"1,0,2024-03-29T20:32:39Z,1", "review_rating \"0\" is no rating"},
             Row{"1,5,2024-03-29T20:32:39Z,1", "is no rating"},
             Row{"1,3.0,2024-03-29T20:32:39Z,1", "is no rating"},
             Row{"1,3,2024-02-30T20:32:39Z,1", "review_time \"2024-02-30T20:32:39Z\" is no date and time"},
             Row{"1,3,2023-02-29T20:32:39Z,1", "is no date"},
             Row{"1,3,2024-13-01T20:32:39Z,1", "is no date"},
             Row{"1,3,2024-03-29T24:00:00Z,1", "is no date"},
             Row{"1,3,2024-03-29T20:60:00Z,1", "is no date"},
             Row{"1,3,2024-03-29T20:32:61Z,1", "is no date"},
             Row{"1,3,2024-03-29T20:32:39.Z,1", "is no date"},
             Row{"1,3,2024-03-29T20:32:39+25:00,1", "is no date"},
             Row{"1,3,2024-03-29T20:32:39 and more,1", "is no date"},
             Row{"1,3,1969-12-31T20:32:39Z,1", "is no date"},
             Row{"1,3,2024-03-29,1", "is no date"},
             Row{"1,3,,1", "is no date"},
             Row{"1,3,2024-03-29T20:32:39Z,-1", "review_duration \"-1\" is no duration"},
             Row{"1,3,2024-03-29T20:32:39Z,1e3", "is no duration"},
             Row{"1,3,2024-03-29T20:32:39Z,99999999999", "is no duration"},
         }) {
        const std::string text = complaint(row.row);
        INFO(row.row << " gives: " << text);
        CHECK(text.find(row.says) != std::string::npos);
        CHECK(text.find("revlog.csv:3:") == 0);
    }
}

TEST_CASE("A file without the columns is refused at its first line", "[revlog][import][hostile]") {
    for (const char* text : {"", "\n", "hello", "card_id,review_rating\n1,3\n"}) {
        const cards::Revlog log = read_revlog_csv(text, {});
        REQUIRE_FALSE(log.diagnostics.empty());
        CHECK(log.diagnostics[0].line == 1);
        CHECK(log.reviews.empty());
    }
    CHECK(read_revlog_csv(header, {}).diagnostics.empty());
}

TEST_CASE("A file full of errors ends with one line instead of thousands", "[revlog][import][hostile]") {
    std::string text = header;
    for (int i = 0; i < 5000; ++i)
        text += "x,x,x,x\n";
    const cards::Revlog log = read_revlog_csv(text, {});
    CHECK(log.diagnostics.size() == 101);
    CHECK(log.diagnostics.back().what == "there are more errors");
}

TEST_CASE("A real log is read, and fitted weights predict its end better than the defaults", "[revlog][optimize]") {
    std::ifstream file(CASEBOOK_SOURCE_DIR "/../shared/data/revlog.csv", std::ios::binary);
    if (!file) {
        std::puts("skipped: ../shared/data/revlog.csv is not here");
        return;
    }
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const cards::Revlog log = read_revlog_csv(text, {});
    CHECK(log.diagnostics.empty());
    CHECK(log.reviews.size() == 6220);
    const cards::OptimizeReport report = cards::optimize(log.reviews, {});
    CHECK(report.changed);
    CHECK(report.after.log_loss < report.default_log_loss);
    CHECK(report.after.log_loss < 0.4458);
}
