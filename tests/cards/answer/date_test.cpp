#include "cards/answer/date.h"

#include "third_party/catch2.h"

using cards::PartialDate;
using cards::answer::agrees;
using cards::answer::read_dates;

TEST_CASE("One date is read from every way of writing it", "[answer][date]") {
    for (const char* text :
         {"22 June 2017", "June 22, 2017", "22nd of June, 2017", "2017-06-22", "22/6/2017", "6/22/2017", "22.6.2017",
          "22-06-2017", "Jun 22 2017", "22 jun. 2017", "on 22 June 2017", "2017 June 22", " 22 JUNE 2017. "}) {
        INFO(text);
        const auto readings = read_dates(text);
        REQUIRE(readings.size() == 1);
        CHECK(readings[0].date == PartialDate{2017, 6, 22});
        CHECK_FALSE(readings[0].typo);
    }
}

TEST_CASE("Dates of less precision are read as such", "[answer][date]") {
    for (const char* text : {"June 2017", "2017-06", "6/2017", "june of 2017"}) {
        INFO(text);
        REQUIRE(read_dates(text).size() == 1);
        CHECK(read_dates(text)[0].date == PartialDate{2017, 6, 0});
    }
    for (const char* text : {"2017", "in 2017", "about 2017"}) {
        INFO(text);
        REQUIRE(read_dates(text).size() == 1);
        CHECK(read_dates(text)[0].date == PartialDate{2017, 0, 0});
    }
}

TEST_CASE("A date that can be read in two ways has both readings", "[answer][date]") {
    CHECK(read_dates("5/6/2017").size() == 2);
    CHECK(read_dates("5/5/2017").size() == 1);
    CHECK(read_dates("22/6/17").size() == 2);
}

TEST_CASE("A month's name may have a typing error", "[answer][date]") {
    const auto readings = read_dates("3 Febuary 1998");
    REQUIRE(readings.size() == 1);
    CHECK(readings[0].date == PartialDate{1998, 2, 3});
    CHECK(readings[0].typo);
}

TEST_CASE("What is no date, or no date that exists, has no reading", "[answer][date][hostile]") {
    for (const char* text :
         {"", "   ", "June", "22 June", "31 June 2017", "29 February 2019", "2017-13-01", "22/22/2017", "12345",
          "22 June 2017 or 2018", "yesterday", "1/2/3/4", "$2017", "0000", "Jun Jul 2017", "June 2017 77 9"}) {
        INFO(text);
        CHECK(read_dates(text).empty());
    }
    CHECK(read_dates(std::string(100'000, '1')).empty());
}

TEST_CASE("A typed date must be as precise as the one asked for, and may be more so", "[answer][date]") {
    const PartialDate day{2017, 6, 22};
    const PartialDate month{2017, 6, 0};
    const PartialDate year{2017, 0, 0};
    CHECK(agrees(day, day));
    CHECK(agrees(day, month));
    CHECK(agrees(day, year));
    CHECK(agrees(month, year));
    CHECK_FALSE(agrees(year, month));
    CHECK_FALSE(agrees(month, day));
    CHECK_FALSE(agrees(PartialDate{2017, 6, 21}, day));
    CHECK_FALSE(agrees(PartialDate{2018, 6, 22}, year));
    CHECK_FALSE(agrees(PartialDate{}, PartialDate{}));
}
