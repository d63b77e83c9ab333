// revlog_csv.h - a log of reviews from a CSV text.
//
// Columns card_id, review_rating (1 to 4), review_time (ISO 8601; UTC where no
// offset is given) and review_duration (milliseconds, may be missing or empty), in
// any order, named in the first line; other columns are passed over. All or
// nothing: one bad row, and no review is given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cards/diagnostic.h"
#include "cards/memory/training_set.h"

namespace cards {

struct RevlogOptions {
    std::string file = "revlog.csv";      // As diagnostics name it.
    std::int32_t utc_offset_minutes = 0;  // Where the student lives; for study days.
    int rollover_hour = 4;                // 0 to 23.
};

struct Revlog {
    std::vector<LoggedReview> reviews;  // In the order of the file; empty where there are errors.
    std::vector<int> took_ms;           // Of each review; 0 where it is not given.
    Diagnostics diagnostics;            // At most 100, then a last one says that there are more.
};

// Text with or without a byte order mark, lines ended by LF or CRLF.
Revlog read_revlog_csv(std::string_view text, const RevlogOptions& options);

}  // namespace cards
