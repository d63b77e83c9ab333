#include "app/draft.h"

#include <cctype>

namespace app {
namespace {

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool is_web_address(const std::string& address) {
    return address.rfind("https://", 0) == 0 || address.rfind("http://", 0) == 0;
}

std::string statement_of(const Draft& draft) {
    const std::string statement = trimmed(draft.statement);
    if (!statement.empty()) return statement;
    return trimmed(draft.question) + " " + trimmed(draft.answer) + ".";
}

}  // namespace

std::vector<std::string> split_list(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(';', begin), text.size());
        const std::string part = trimmed(text.substr(begin, end - begin));
        if (!part.empty()) parts.push_back(part);
        begin = end + 1;
    }
    return parts;
}

std::string slug(const std::string& text) {
    std::string slugged;
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            slugged += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else if (!slugged.empty() && slugged.back() != '-') {
            slugged += '-';
        }
        if (slugged.size() == 40) break;
    }
    while (!slugged.empty() && slugged.back() == '-')
        slugged.pop_back();
    return slugged.empty() ? "case" : slugged;
}

std::vector<DraftProblem> problems_of(const Draft& draft) {
    std::vector<DraftProblem> problems;
    if (trimmed(draft.question).empty()) problems.push_back({"question", "Write the question."});
    if (trimmed(draft.answer).empty()) problems.push_back({"answer", "Write the answer."});
    if (draft.case_id.empty() && trimmed(draft.new_case_title).empty()) {
        problems.push_back({"new_case_title", "Choose a case, or give the new one a title."});
    }
    if (!cards::parse_partial_date(trimmed(draft.as_of))) {
        problems.push_back({"as_of", "Give the date as of which it holds: 2017, 2017-06 or 2017-06-22."});
    }
    if (!trimmed(draft.source_date).empty() && !cards::parse_partial_date(trimmed(draft.source_date))) {
        problems.push_back(
            {"source_date", "Write the source's date as 2017, 2017-06 or 2017-06-22, or leave it empty."});
    }
    if (trimmed(draft.publisher).empty()) problems.push_back({"publisher", "Name the source: who published it."});
    if (!trimmed(draft.address).empty() && !is_web_address(trimmed(draft.address))) {
        problems.push_back({"address", "Start the address with https:// or http://, or leave it empty."});
    }
    return problems;
}

cards::Source source_of(const Draft& draft, const std::string& source_id) {
    cards::Source source;
    source.id = source_id;
    source.publisher = trimmed(draft.publisher);
    source.title = trimmed(draft.title);
    source.date = cards::parse_partial_date(trimmed(draft.source_date)).value_or(cards::PartialDate{});
    source.address = trimmed(draft.address);
    source.tier = draft.tier;
    source.read = true;
    return source;
}

cards::Fact fact_of(const Draft& draft, const std::string& fact_id, const std::string& source_id) {
    cards::Fact fact;
    fact.id = fact_id;
    fact.claim = statement_of(draft);
    fact.kind = draft.kind;
    fact.answer = trimmed(draft.answer);
    fact.accept = split_list(draft.accept);
    fact.status = draft.status;
    fact.as_of = cards::parse_partial_date(trimmed(draft.as_of)).value_or(cards::PartialDate{});
    fact.sources = {source_id};
    fact.passage = trimmed(draft.passage);
    fact.questions = {{trimmed(draft.question), false}};
    fact.wrong = split_list(draft.wrong);
    fact.note = trimmed(draft.note);
    return fact;
}

std::vector<cards::bank::Finding> advice_on(const Draft& draft, const std::vector<cards::Person>& people) {
    if (trimmed(draft.question).empty()) return {};
    cards::Fact fact = fact_of(draft, "draft.card", "draft");
    std::vector<cards::bank::Finding> kept;
    for (cards::bank::Finding& finding : cards::bank::lint(fact, fact.questions.front(), people)) {
        const bool empty_field = (finding.field == "answer" && fact.answer.empty()) ||
                                 (finding.field == "wrong" && fact.wrong.empty()) ||
                                 (finding.field == "passage" && fact.passage.empty()) ||
                                 (finding.field == "claim" && trimmed(draft.statement).empty()) ||
                                 (finding.field == "as_of" && trimmed(draft.as_of).empty());
        if (!empty_field) kept.push_back(std::move(finding));
    }
    return kept;
}

}  // namespace app
