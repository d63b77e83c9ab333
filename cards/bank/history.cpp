#include "cards/bank/history.h"

#include <fmt/format.h>

#include <algorithm>

#include "cards/bank/check_rules.h"

namespace cards::bank {
namespace {

// A question's text found at another position than it had.
bool has_moved(const Fact& before, const Fact& now, std::size_t position) {
    const std::string& text = before.questions[position].text;
    if (now.questions[position].text == text) return false;
    return std::any_of(now.questions.begin(), now.questions.end(), [&](const Question& q) { return q.text == text; });
}

void compare(const Fact& before, const Fact& now, std::size_t file, Log& log) {
    if (now.retired) return;
    if (now.questions.size() < before.questions.size())
        log.error(file, now.line, "fact.questions",
                  fmt::format("{}: has {} questions, where it had {}", named(now), now.questions.size(),
                              before.questions.size()),
                  "Put the removed question back where it was, with retired = true.");
    const std::size_t shared = std::min(before.questions.size(), now.questions.size());
    for (std::size_t i = 0; i < shared; ++i)
        if (has_moved(before, now, i))
            log.error(file, now.line, "fact.questions", fmt::format("{}: question {} has moved", named(now), i + 1),
                      "Keep the order; add new questions at the end.");
    if (Text(before.answer).folded == Text(now.answer).folded) return;
    const std::string what =
        fmt::format("{}: the answer was \"{}\" and is \"{}\"", named(now), before.answer, now.answer);
    if (before.retired)
        log.error(file, now.line, "fact.id", what, "Ids of retired facts are never reused: give the new fact its own.");
    else
        log.warning(file, now.line, "fact.answer", what,
                    "It will be asked anew; write a new fact if this is another matter.");
}

}  // namespace

Diagnostics check_history(const std::vector<NamedCase>& before, const std::vector<NamedCase>& now) {
    Log log(now);
    FactIndex facts;
    std::unordered_map<std::string, std::size_t> files;
    for (std::size_t i = 0; i < now.size(); ++i) {
        files.emplace(now[i].casefile.id, i);
        for (const Fact& fact : now[i].casefile.facts)
            facts.emplace(fact.id, Place{i, &fact});
    }
    Diagnostics lost;
    for (const NamedCase& old : before) {
        const auto file = files.find(old.casefile.id);
        for (const Fact& fact : old.casefile.facts) {
            const auto found = facts.find(fact.id);
            if (found != facts.end())
                compare(fact, *found->second.fact, found->second.file, log);
            else
                lost.push_back({Severity::Error, "fact.id", file == files.end() ? old.file : now[file->second].file, 0,
                                fmt::format("{}: has vanished", named(fact)),
                                "Put it back with retired = true: students have reviews of it."});
        }
    }
    Diagnostics all = std::move(log).sorted();
    all.insert(all.begin(), lost.begin(), lost.end());
    return all;
}

}  // namespace cards::bank
