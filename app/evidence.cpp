#include "app/evidence.h"

#include <algorithm>
#include <cctype>
#include <tuple>

namespace app {
namespace {

bool same_letter(char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

// Whether the range stands by itself: "art" is not found in "party".
bool stands_alone(const std::string& text, std::size_t begin, std::size_t end) {
    const bool open = begin == 0 || !is_word(text[begin - 1]) || !is_word(text[begin]);
    const bool closed = end == text.size() || !is_word(text[end - 1]) || !is_word(text[end]);
    return open && closed;
}

// Whether a sentence ends with the full stop at `stop`: a space and a capital
// follow, and what stands before is no abbreviation ("U.S.", "T. S.", "No.").
bool ends_sentence(const std::string& text, std::size_t stop) {
    if (text[stop] != '.' || stop + 2 >= text.size() || text[stop + 1] != ' ') return false;
    const char next = text[stop + 2];
    if (std::isupper(static_cast<unsigned char>(next)) == 0 && next != '"') return false;
    std::size_t word = stop;
    while (word > 0 && text[word - 1] != ' ' && text[word - 1] != '\n')
        --word;
    const std::string before = text.substr(word, stop - word);
    return before.size() > 2 && before.find('.') == std::string::npos;
}

// The rest of the sentence around text[begin, end): what of it stands before and after.
std::pair<std::string, std::string> sentence_around(const std::string& text, std::size_t begin, std::size_t end) {
    std::size_t from = begin;
    while (from > 0 && text[from - 1] != '\n' && !(from > 1 && ends_sentence(text, from - 2)))
        --from;
    std::size_t to = end;
    const bool complete = end > begin && text[end - 1] == '.';
    while (!complete && to < text.size() && text[to] != '\n') {
        if (ends_sentence(text, to++)) break;
    }
    return {text.substr(from, begin - from), text.substr(end, to - end)};
}

}  // namespace

std::pair<std::size_t, std::size_t> find_answer(const std::string& passage, const std::string& answer) {
    if (answer.empty()) return {0, 0};
    auto from = passage.begin();
    while (true) {
        const auto at = std::search(from, passage.end(), answer.begin(), answer.end(), same_letter);
        if (at == passage.end()) return {0, 0};
        const auto begin = static_cast<std::size_t>(at - passage.begin());
        if (stands_alone(passage, begin, begin + answer.size())) return {begin, begin + answer.size()};
        from = at + 1;
    }
}

Evidence evidence_of(const cards::CaseFile& casefile, const cards::Fact& fact) {
    Evidence evidence;
    evidence.case_id = casefile.id;
    evidence.case_title = casefile.title;
    evidence.fact_id = fact.id;
    evidence.claim = fact.claim;
    evidence.passage = fact.passage;
    std::tie(evidence.answer_begin, evidence.answer_end) = find_answer(fact.passage, fact.answer);
    const std::size_t at = fact.passage.empty() ? std::string::npos : casefile.brief.find(fact.passage);
    if (at != std::string::npos) {
        std::tie(evidence.before, evidence.after) = sentence_around(casefile.brief, at, at + fact.passage.size());
    }
    evidence.status = fact.status;
    evidence.as_of = to_text(fact.as_of);
    if (const cards::Fact* later = casefile.find_fact(fact.superseded_by)) evidence.superseded_by = later->claim;
    evidence.note = fact.note;
    evidence.checked = fact.checked;
    for (const std::string& id : fact.sources) {
        const cards::Source* source = casefile.find_source(id);
        if (source == nullptr) continue;
        evidence.sources.push_back({source->publisher, source->title, to_text(source->date), source->address,
                                    std::string(to_text(source->tier)), source->read});
    }
    for (const std::string& id : fact.people) {
        const cards::Person* person = casefile.find_person(id);
        if (person == nullptr) continue;
        evidence.people.push_back(
            {person->name, std::string(to_text(person->status)), to_text(person->as_of), person->detail});
    }
    return evidence;
}

std::string status_meaning(cards::FactStatus status) {
    switch (status) {
        case cards::FactStatus::Established: return "Found by a court, admitted in a plea, or public record.";
        case cards::FactStatus::Alleged: return "Claimed by a prosecution or an investigator; not proved.";
        case cards::FactStatus::Reported: return "Stated by the press or by one party; not tested in court.";
        case cards::FactStatus::Disputed: return "Good sources differ.";
        case cards::FactStatus::Superseded: return "Held at the time; replaced by what came later.";
    }
    return {};
}

}  // namespace app
