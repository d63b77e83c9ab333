#include "cards/answer/distance.h"

#include <algorithm>
#include <string>
#include <vector>

#include "cards/answer/fold.h"

namespace cards::answer {
namespace {

constexpr std::size_t longest_word = 128;

}  // namespace

int distance(std::string_view a, std::string_view b) {
    if (a == b) return 0;
    const std::u32string s = code_points(a);
    const std::u32string t = code_points(b);
    if (s.size() > longest_word || t.size() > longest_word) return far;
    std::vector<int> before(t.size() + 1);
    std::vector<int> last(t.size() + 1);
    std::vector<int> row(t.size() + 1);
    for (std::size_t j = 0; j <= t.size(); ++j)
        last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= s.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= t.size(); ++j) {
            const int changed = last[j - 1] + (s[i - 1] == t[j - 1] ? 0 : 1);
            row[j] = std::min({changed, last[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && s[i - 1] == t[j - 2] && s[i - 2] == t[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[t.size()];
}

int allowance(std::string_view word) {
    if (std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) return 0;
    const std::size_t letters = code_points(word).size();
    return letters <= 3 ? 0 : letters <= 7 ? 1 : 2;
}

}  // namespace cards::answer
