// session_add.cpp - a student's own card becomes a fact of the library.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/session.h"
#include "cards/store/error.h"

namespace app {
namespace {

// `wish`, or `wish`-2, -3 … where that is taken.
std::string unused(const std::string& wish, const std::set<std::string>& taken) {
    std::string id = wish;
    for (int n = 2; taken.count(id) != 0; ++n)
        id = fmt::format("{}-{}", wish, n);
    return id;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> Session::case_choices() const {
    std::vector<std::pair<std::string, std::string>> choices;
    for (const cards::store::CaseRow& row : cases_)
        choices.emplace_back(row.text_id, row.title);
    std::sort(choices.begin(), choices.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return choices;
}

Session::Added Session::add(const Draft& draft, cards::Moment now) {
    const std::vector<DraftProblem> problems = problems_of(draft);
    if (!problems.empty()) return {"", Problem{problems.front().what}};
    try {
        cards::CaseFile file;
        if (const cards::CaseFile* known = draft.case_id.empty() ? nullptr : casefile(draft.case_id)) {
            file = *known;
        } else {
            std::set<std::string> taken;
            for (const auto& [id, title] : case_choices())
                taken.insert(id);
            file.id = unused(slug(draft.new_case_title), taken);
            file.title = draft.new_case_title;
            file.kind = cards::CaseKind::Case;
        }
        std::set<std::string> fact_ids;
        for (const cards::Fact& fact : file.facts)
            fact_ids.insert(fact.id);
        std::set<std::string> source_ids;
        for (const cards::Source& source : file.sources)
            source_ids.insert(source.id);

        const std::string source_id = unused("own-" + slug(draft.publisher), source_ids);
        const std::string fact_id = unused(file.id + ".own-" + slug(draft.question), fact_ids);
        const cards::Fact fact = app::fact_of(draft, fact_id, source_id);
        file.sources.push_back(source_of(draft, source_id));

        const std::string card_id = cards::card_text_id(fact_id, 0);
        library_.together([&] {
            library_.add_fact(file, fact, {now, new_id_()});
            // A card just written is asked today, whatever the limit, also after a restart.
            library_.set_setting(extra_setting, to_extra_setting(extra_new_ + 1, *queue_day_));
        });
        forget_case(file.id);
        rebuild_queue(now);
        return {card_id, std::nullopt};
    } catch (const cards::store::StoreError& error) {
        return {"", Problem{error.what()}};
    }
}

}  // namespace app
