#include "cards/bank/options.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "cards/answer/date.h"
#include "cards/answer/judge.h"
#include "cards/answer/statute.h"
#include "cards/answer/value.h"
#include "cards/bank/words.h"

namespace cards::bank {
namespace {

constexpr std::size_t most_wrong = 3;
constexpr std::size_t fewest_options = 3;
constexpr double like_question = 0.5;  // Jaccard index: questions this alike may share answers.

// Steele, Lea and Flood's splitmix64: the same numbers on every machine.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    template <typename Thing>
    void shuffle(std::vector<Thing>& things) {
        for (std::size_t i = things.size(); i > 1; --i)
            std::swap(things[i - 1], things[static_cast<std::size_t>(next() % i)]);
    }

  private:
    std::uint64_t state_;
};

const Person* find_named(const CaseFile& casefile, const std::string& name) {
    const std::string folded = Text(name).folded;
    for (const Person& person : casefile.people) {
        if (Text(person.name).folded == folded) return &person;
        for (const std::string& alias : person.aliases)
            if (Text(alias).folded == folded) return &person;
    }
    return nullptr;
}

bool is_proved(const Person* p) {
    return p != nullptr && (p->status == LegalStatus::Pleaded || p->status == LegalStatus::Convicted);
}

bool is_uncharged(const Person* p) {
    return p != nullptr && (p->status == LegalStatus::Official || p->status == LegalStatus::Witness ||
                            p->status == LegalStatus::Named || p->status == LegalStatus::NeverProsecuted);
}

// How an answer is written, so that options look alike: "9 May 1994" is no option
// beside "1994", nor "12" beside "four".
std::string form_of(FactKind kind, const std::string& answer) {
    const bool digit = answer.find_first_of("0123456789") != std::string::npos;
    switch (kind) {
        case FactKind::Date: {
            const auto readings = answer::read_dates(answer);
            if (readings.empty()) return "text";
            return std::string(readings[0].date.month != 0 ? "m" : "") + (readings[0].date.day != 0 ? "d" : "");
        }
        case FactKind::Money: {
            const auto money = answer::read_money(answer);
            return money ? money->currency : "text";
        }
        case FactKind::Statute:
            return answer::read_statute(answer) ? (answer.find(' ') != std::string::npos ? "cited" : "bare") : "named";
        case FactKind::Number: return digit ? "digits" : "words";
        case FactKind::Duration:
        case FactKind::Outcome: return answer::order_of(kind, answer) ? (digit ? "digits" : "words") : "text";
        default: return {};
    }
}

// The right answer and the wrong ones chosen so far.
class Chosen {
  public:
    explicit Chosen(const Fact& fact) : bare_(fact) {
        bare_.wrong.clear();
        bare_.questions.clear();  // A surname alone is right enough to be no option.
        texts_.push_back(fact.answer);
        folded_.push_back(Text(fact.answer).folded);
        for (const std::string& spelling : fact.accept)
            aliases_.push_back(Text(spelling).folded);
    }

    bool full() const { return texts_.size() > most_wrong; }

    // Takes a distractor unless it is right, or overlaps what is there.
    bool offer(const std::string& option) {
        const std::string folded = Text(option).folded;
        if (full() || folded.empty()) return false;
        if (answer::judge(bare_, option).verdict == answer::Verdict::Right) return false;
        for (const std::string& other : folded_)
            if (folded == other || occurs(folded, other) || occurs(other, folded)) return false;
        for (const std::string& alias : aliases_)
            if (occurs(alias, folded)) return false;
        texts_.push_back(option);
        folded_.push_back(folded);
        return true;
    }

    std::vector<std::string> take() { return std::move(texts_); }

  private:
    Fact bare_;
    std::vector<std::string> texts_;
    std::vector<std::string> folded_;
    std::vector<std::string> aliases_;
};

// Whether two facts of one case ask so much alike that one's answer may be right
// for the other.
bool ask_alike(const Fact& a, const Fact& b) {
    if (a.superseded_by == b.id || b.superseded_by == a.id) return true;
    for (const Question& p : a.questions)
        for (const Question& q : b.questions)
            if (jaccard(content_words(Text(p.text).words), content_words(Text(q.text).words)) >= like_question)
                return true;
    return false;
}

// Lenders in the order in which they are asked.
struct Loan {
    const Lender* lender;
    bool same_case;
    bool unlike;  // Of another standing or a very different length.
    double far;   // From the right answer's value, as a ratio; 0 without one.
};

class Loans {
  public:
    Loans(const Fact& fact, const CaseFile& casefile)
        : fact_(fact),
          casefile_(casefile),
          form_(form_of(fact.kind, fact.answer)),
          value_(answer::order_of(fact.kind, fact.answer)),
          person_(fact.kind == FactKind::Person ? find_named(casefile, fact.answer) : nullptr) {
        for (const Fact& other : casefile.facts)
            if (other.kind == fact.kind && &other != &fact) true_here_.push_back(Text(other.answer).folded);
    }

    void add(const Lender& lender) {
        const Fact& other = *lender.fact;
        if (other.kind != fact_.kind || other.retired || other.id == fact_.id ||
            form_of(other.kind, other.answer) != form_)
            return;
        const bool same_case = lender.casefile->id == casefile_.id;
        if (same_case && ask_alike(fact_, other)) return;
        // What another case lends may be an answer of this one too.
        if (!same_case &&
            std::find(true_here_.begin(), true_here_.end(), Text(other.answer).folded) != true_here_.end())
            return;
        bool unlike = !like_length(other.answer);
        if (fact_.kind == FactKind::Person) {
            const Person* person = find_named(*lender.casefile, other.answer);
            if (!is_proved(person) && !is_uncharged(person_)) return;
            unlike = unlike || is_proved(person) != is_proved(person_);
        }
        all_.push_back({&lender, same_case, unlike, distance_to(other.answer)});
    }

    // Shuffled first, so that equals take turns.
    std::vector<Loan> take(Random& random) {
        random.shuffle(all_);
        std::stable_sort(all_.begin(), all_.end(), [](const Loan& a, const Loan& b) {
            if (a.same_case != b.same_case) return b.same_case;
            if (a.unlike != b.unlike) return b.unlike;
            return a.far < b.far;
        });
        return std::move(all_);
    }

  private:
    bool like_length(const std::string& answer) const {
        const std::size_t a = letters(answer);
        const std::size_t b = letters(fact_.answer);
        return a * 2 >= b && a <= b * 2;
    }

    double distance_to(const std::string& answer) const {
        const auto value = answer::order_of(fact_.kind, answer);
        if (!value_ || !value) return 0.0;
        if (fact_.kind == FactKind::Date) return std::abs(*value - *value_);
        return std::max(*value + 1.0, *value_ + 1.0) / std::min(*value + 1.0, *value_ + 1.0);
    }

    const Fact& fact_;
    const CaseFile& casefile_;
    std::string form_;
    std::optional<double> value_;
    const Person* person_;
    std::vector<std::string> true_here_;
    std::vector<Loan> all_;
};

// Ascending where every option has a value, else shuffled.
void arrange(FactKind kind, std::vector<std::string>& options, Random& random) {
    std::vector<std::pair<double, std::string>> valued;
    for (const std::string& option : options)
        if (const auto value = answer::order_of(kind, option)) valued.emplace_back(*value, option);
    if (valued.size() != options.size()) return random.shuffle(options);
    std::stable_sort(valued.begin(), valued.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < options.size(); ++i)
        options[i] = valued[i].second;
}

}  // namespace

OptionSet choose_options(const Fact& fact, const CaseFile& casefile, const std::vector<Lender>& lenders,
                         std::uint64_t seed) {
    Random random(seed);
    Chosen chosen(fact);
    std::vector<std::string> preferred = fact.wrong;
    random.shuffle(preferred);
    for (const std::string& option : preferred)
        chosen.offer(option);
    if (!chosen.full()) {
        Loans loans(fact, casefile);
        for (const Lender& lender : lenders)
            if (lender.fact != nullptr && lender.casefile != nullptr) loans.add(lender);
        for (const Loan& loan : loans.take(random)) {
            if (chosen.full()) break;
            chosen.offer(loan.lender->fact->answer);
        }
    }
    OptionSet set;
    std::vector<std::string> options = chosen.take();
    if (options.size() < fewest_options) return set;
    arrange(fact.kind, options, random);
    set.options = std::move(options);
    const auto right = std::find(set.options.begin(), set.options.end(), fact.answer);
    set.right = static_cast<std::size_t>(right - set.options.begin());
    return set;
}

}  // namespace cards::bank
