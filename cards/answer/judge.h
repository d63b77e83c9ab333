// judge.h - whether a typed answer is right.
//
// Case, accents, punctuation, articles, small typing errors and listed spellings
// are forgiven; numbers, money, durations and dates are compared by value. Pure
// functions; the text may be anything a student can type.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cards/fact.h"
#include "cards/rating.h"

namespace cards::answer {

enum class Verdict {
    Right,
    Typo,  // Right but for small typing errors.
    Wrong,
    Empty,  // Nothing but spaces was typed.
};

struct Judgement {
    Verdict verdict = Verdict::Wrong;
    std::string matched;  // The spelling it was right for: the answer or one of `accept`.
};

// `wrong` options are never taken for typing errors of the answer.
Judgement judge(const Fact& fact, std::string_view typed);

// The same, where `others` (names of other people, other cases' answers) are never
// taken for typing errors either.
Judgement judge(const Fact& fact, std::string_view typed, const std::vector<std::string>& others);

// The rating proposed for it: Again when wrong or empty, Hard for a typo that took
// long, Good otherwise; never Easy by itself.
Rating proposed_rating(Verdict verdict, int took_ms) noexcept;

// Where what was typed and what was right differ, for showing.
struct Piece {
    enum class Kind { Same, Missing, Extra } kind = Kind::Same;
    std::string text;
    bool operator==(const Piece&) const = default;
};

// Same and Extra pieces spell `typed`, Same and Missing pieces spell `right`; cut
// at code points.
std::vector<Piece> difference(std::string_view typed, std::string_view right);

}  // namespace cards::answer
