#include <algorithm>
#include <cstdint>

#include "cards/answer/judge.h"

namespace cards::answer {
namespace {

using Kind = Piece::Kind;
using Units = std::vector<std::string_view>;

// Beyond this many cells the middle is shown as replaced, not aligned.
constexpr std::size_t most_cells = 1'000'000;

std::size_t unit_size(std::string_view text, std::size_t i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF8 ? 4 : 1;
    if (i + size > text.size()) return 1;
    for (std::size_t k = 1; k < size; ++k)
        if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80U) return 1;
    return size;
}

// Code points; a byte that is no UTF-8 is a unit of its own.
Units units_of(std::string_view text) {
    Units units;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t size = unit_size(text, i);
        units.push_back(text.substr(i, size));
        i += size;
    }
    return units;
}

void add(std::vector<Piece>& pieces, Kind kind, std::string_view text) {
    if (text.empty()) return;
    if (pieces.empty() || pieces.back().kind != kind) pieces.push_back({kind, {}});
    pieces.back().text += text;
}

// The longest common subsequence, walked from the front.
void align(const Units& a, std::size_t a_end, const Units& b, std::size_t b_end, std::size_t start,
           std::vector<Piece>& pieces) {
    const std::size_t n = a_end - start;
    const std::size_t m = b_end - start;
    if (n * m > most_cells) {
        for (std::size_t i = start; i < a_end; ++i)
            add(pieces, Kind::Extra, a[i]);
        for (std::size_t j = start; j < b_end; ++j)
            add(pieces, Kind::Missing, b[j]);
        return;
    }
    std::vector<std::uint32_t> common((n + 1) * (m + 1), 0);
    const auto cell = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return common[i * (m + 1) + j]; };
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t j = m; j-- > 0;)
            cell(i, j) =
                a[start + i] == b[start + j] ? cell(i + 1, j + 1) + 1 : std::max(cell(i + 1, j), cell(i, j + 1));
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < n && j < m) {
        if (a[start + i] == b[start + j]) {
            add(pieces, Kind::Same, a[start + i]);
            ++i;
            ++j;
        } else if (cell(i + 1, j) >= cell(i, j + 1)) {
            add(pieces, Kind::Extra, a[start + i++]);
        } else {
            add(pieces, Kind::Missing, b[start + j++]);
        }
    }
    for (; i < n; ++i)
        add(pieces, Kind::Extra, a[start + i]);
    for (; j < m; ++j)
        add(pieces, Kind::Missing, b[start + j]);
}

}  // namespace

std::vector<Piece> difference(std::string_view typed, std::string_view right) {
    const Units a = units_of(typed);
    const Units b = units_of(right);
    std::size_t start = 0;
    while (start < a.size() && start < b.size() && a[start] == b[start])
        ++start;
    std::size_t a_end = a.size();
    std::size_t b_end = b.size();
    while (a_end > start && b_end > start && a[a_end - 1] == b[b_end - 1]) {
        --a_end;
        --b_end;
    }
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < start; ++i)
        add(pieces, Kind::Same, a[i]);
    align(a, a_end, b, b_end, start, pieces);
    for (std::size_t i = a_end; i < a.size(); ++i)
        add(pieces, Kind::Same, a[i]);
    return pieces;
}

}  // namespace cards::answer
