#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cards/memory/memory.h"
#include "third_party/catch2.h"

using cards::Days;
using cards::MemoryState;
using cards::Weights;

namespace {

// One review of a sequence, and what others say follows from it.
struct Row {
    int sequence = 0;
    Weights weights = cards::fsrs6_weights;
    int rating = 0;
    double elapsed = 0.0;
    double recall_before = 0.0;
    double stability = 0.0;
    double difficulty = 0.0;
};

// Numbers of a text, in order; everything else is skipped.
std::vector<double> numbers_in(const std::string& text) {
    std::string plain = text;
    for (char& c : plain) {
        if ((c < '0' || c > '9') && c != '.' && c != '-' && c != 'e') c = ' ';
    }
    std::istringstream in(plain);
    std::vector<double> numbers;
    std::string word;
    while (in >> word) {
        if (word != "e" && word != "-" && word != ".") numbers.push_back(std::stod(word));
    }
    return numbers;
}

bool agree(double ours, double theirs) { return std::abs(ours - theirs) <= 1e-6 * std::abs(theirs); }

void check(const std::vector<Row>& rows) {
    MemoryState memory;
    int sequence = -1;
    for (const Row& row : rows) {
        const auto rating = cards::rating_from(row.rating);
        REQUIRE(rating);
        const Days elapsed{row.elapsed};
        double recall = 1.0;
        if (row.sequence != sequence) {
            memory = cards::first_memory(*rating, row.weights);
            sequence = row.sequence;
        } else {
            recall = cards::retrievability(memory, elapsed, row.weights);
            memory = cards::next_memory(memory, *rating, elapsed, row.weights);
        }
        INFO("sequence " << row.sequence << ", rating " << row.rating << " after " << row.elapsed << " days: R "
                         << recall << ", S " << memory.stability.value << ", D " << memory.difficulty);
        CHECK(agree(recall, row.recall_before));
        CHECK(agree(memory.stability.value, row.stability));
        CHECK(agree(memory.difficulty, row.difficulty));
    }
}

}  // namespace

TEST_CASE("Memory states agree with numbers computed to forty digits", "[memory]") {
    std::ifstream file(CASEBOOK_TEST_DATA "/fsrs6_numbers.csv");
    REQUIRE(file);
    Weights other{};
    std::vector<Row> rows;
    for (std::string line; std::getline(file, line);) {
        const std::vector<double> n = numbers_in(line.substr(line.find_first_of("0123456789#")));
        if (line[0] == '#') {
            if (n.size() == other.size()) std::copy(n.begin(), n.end(), other.begin());
            continue;
        }
        REQUIRE(n.size() == 7);
        rows.push_back({static_cast<int>(n[0]), n[1] == 0.0 ? cards::fsrs6_weights : other, static_cast<int>(n[2]),
                        n[3], n[4], n[5], n[6]});
    }
    REQUIRE(rows.size() > 100);
    check(rows);
}

TEST_CASE("Memory states agree with those of ts-fsrs", "[memory]") {
    std::ifstream file(CASEBOOK_SOURCE_DIR "/../shared/data/fsrs6_trace.jsonl");
    if (!file) {
        std::puts("skipped: ../shared/data/fsrs6_trace.jsonl is not here");
        return;
    }
    std::vector<Row> rows;
    int sequence = 0;
    for (std::string line; std::getline(file, line); ++sequence) {
        const std::size_t steps = line.find("\"steps\"");
        REQUIRE(steps != std::string::npos);
        Row row;
        row.sequence = sequence;
        const std::vector<double> w = numbers_in(line.substr(line.find('['), steps - line.find('[')));
        REQUIRE(w.size() == row.weights.size());
        std::copy(w.begin(), w.end(), row.weights.begin());
        const std::vector<double> n = numbers_in(line.substr(line.find('[', steps)));
        REQUIRE(n.size() % 5 == 0);
        for (std::size_t i = 0; i < n.size(); i += 5) {
            row.rating = static_cast<int>(n[i]);
            row.elapsed = n[i + 1];
            row.recall_before = n[i + 2];
            row.stability = n[i + 3];
            row.difficulty = n[i + 4];
            rows.push_back(row);
        }
    }
    CHECK(sequence == 40);
    check(rows);
}
