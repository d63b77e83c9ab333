// date.h - dates as people type them.
#pragma once

#include <string_view>
#include <vector>

#include "cards/time.h"

namespace cards::answer {

struct DateReading {
    PartialDate date;
    bool typo = false;  // The month's name had a typing error.
};

// Every date the whole of `text` can mean: "22 June 2017", "June 22nd, 2017",
// "2017-06-22", "22/6/2017", "22.6.17", "June 2017", "2017". "5/6/2017" has two
// readings, as has a year of two digits. Empty for other text and for dates that
// do not exist.
std::vector<DateReading> read_dates(std::string_view text);

// Whether `typed` says at least as much as `asked` and agrees with it.
bool agrees(const PartialDate& typed, const PartialDate& asked) noexcept;

}  // namespace cards::answer
