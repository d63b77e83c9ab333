#include "cards/memory/weights.h"

#include <cmath>
#include <limits>
#include <string>

#include "third_party/catch2.h"

using cards::fsrs6_weights;
using cards::Weights;

TEST_CASE("The default weights are in their ranges", "[memory][weights]") {
    CHECK(cards::clamped(fsrs6_weights) == fsrs6_weights);
}

TEST_CASE("Weights are read with commas, spaces, brackets and line ends", "[memory][weights]") {
    CHECK(cards::parse_weights(cards::to_text(fsrs6_weights)).weights == fsrs6_weights);
    CHECK(cards::parse_weights("[" + cards::to_text(fsrs6_weights) + "]\r\n").weights == fsrs6_weights);
    CHECK(cards::parse_weights("0.212 1.2931 2.3065 8.2956 6.4133 0.8334 3.0194\n0.001 1.8722 0.1666 0.796 1.4835 "
                               "0.0614 0.2629\n1.6483 0.6014 1.8729 0.5425 0.0912 0.0658 0.1542")
              .weights == fsrs6_weights);
}

TEST_CASE("Weights that the model cannot work with are refused, and it is said why", "[memory][weights][hostile]") {
    const std::string good = cards::to_text(fsrs6_weights);
    struct Row {
        std::string text;
        std::string says;
    };
    std::string with_word = good;
    with_word.replace(with_word.find("6.4133"), 6, "abc");
    std::string too_high = good;
    too_high.replace(too_high.find("6.4133"), 6, "11");
    std::string not_a_number = good;
    not_a_number.replace(not_a_number.find("6.4133"), 6, "nan");
    std::string half_a_number = good;
    half_a_number.replace(half_a_number.find("6.4133"), 6, "6.4x");
    for (const Row& row :
         {Row{"", "21 weights, and 0 were given"}, Row{"0.5", "1 was given"}, Row{good + ", 0.1", "22 were given"},
          Row{with_word, "w4 is \"abc\", which is no number"}, Row{too_high, "w4 is 11; it must be 1 to 10"},
          Row{not_a_number, "w4 is \"nan\""}, Row{half_a_number, "w4 is \"6.4x\""}}) {
        const cards::ParsedWeights parsed = cards::parse_weights(row.text);
        INFO(row.text << " gives: " << parsed.error);
        CHECK_FALSE(parsed.weights);
        CHECK(parsed.error.find(row.says) != std::string::npos);
    }
}

TEST_CASE("Clamping moves each weight into its range and replaces what is no number", "[memory][weights]") {
    Weights w = fsrs6_weights;
    w[0] = -3.0;
    w[4] = 99.0;
    w[20] = std::numeric_limits<double>::quiet_NaN();
    const Weights c = cards::clamped(w);
    CHECK(c[0] == 0.001);
    CHECK(c[4] == 10.0);
    CHECK(c[20] == fsrs6_weights[20]);
}

TEST_CASE("With several relearning steps, same-day weights are held lower", "[memory][weights]") {
    Weights w = fsrs6_weights;
    w[17] = 2.0;
    w[18] = 2.0;
    CHECK(cards::clamped(w, 1)[17] == 2.0);
    const Weights c = cards::clamped(w, 3);
    const double room = -(std::log(w[11]) + std::log(std::exp2(w[13]) - 1.0) + 0.3 * w[14]);
    CHECK(c[17] == Approx(std::sqrt(std::max(0.01, room / 3))));
    CHECK(c[18] == c[17]);
}
