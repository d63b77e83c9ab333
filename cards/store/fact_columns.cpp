#include "cards/store/fact_columns.h"

#include <nlohmann/json.hpp>

#include "cards/store/connection.h"

namespace cards::store {
namespace {

using Json = nlohmann::json;

std::string to_string(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json parse(const std::string& text) {
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) throw BadRow("a list cannot be read");
    return json;
}

std::vector<std::string> strings(const Json& json) {
    std::vector<std::string> list;
    if (!json.is_array()) throw BadRow("a list is not a list");
    for (const Json& item : json) {
        if (!item.is_string()) throw BadRow("a list holds something other than texts");
        list.push_back(item.get<std::string>());
    }
    return list;
}

Json questions_json(const std::vector<Question>& questions) {
    Json json = Json::array();
    for (const Question& q : questions)
        json.push_back(Json::array({q.text, q.retired}));
    return json;
}

std::vector<Question> questions_from(const Json& json) {
    std::vector<Question> questions;
    if (!json.is_array()) throw BadRow("a fact's questions are not a list");
    for (const Json& q : json) {
        if (!q.is_array() || q.size() != 2 || !q[0].is_string() || !q[1].is_boolean())
            throw BadRow("a fact's question cannot be read");
        questions.push_back({q[0].get<std::string>(), q[1].get<bool>()});
    }
    return questions;
}

template <typename Value>
Value known(const std::optional<Value>& value, const std::string& word) {
    if (!value) throw BadRow("\"" + word + "\" is no word of this program");
    return *value;
}

PartialDate date_from(const std::string& text) {
    if (text.empty()) return {};
    return known(parse_partial_date(text), text);
}

FactStatus status_from(const std::string& word) { return known(fact_status_from(word), word); }

}  // namespace

FactKind kind_from(const std::string& word) { return known(fact_kind_from(word), word); }

std::string list_to_json(const std::vector<std::string>& list) { return to_string(list); }
std::vector<std::string> list_from_json(const std::string& json) {
    if (json == "[]") return {};  // Most lists are: quicker than parsing.
    return strings(parse(json));
}
std::string questions_to_json(const std::vector<Question>& questions) { return to_string(questions_json(questions)); }

std::string fact_to_json(const Fact& f) {
    return to_string(Json{{"id", f.id},
                          {"claim", f.claim},
                          {"kind", to_text(f.kind)},
                          {"answer", f.answer},
                          {"accept", f.accept},
                          {"status", to_text(f.status)},
                          {"as_of", to_iso(f.as_of)},
                          {"sources", f.sources},
                          {"people", f.people},
                          {"passage", f.passage},
                          {"questions", questions_json(f.questions)},
                          {"wrong", f.wrong},
                          {"note", f.note},
                          {"needs", f.needs},
                          {"superseded_by", f.superseded_by},
                          {"derived", f.derived},
                          {"checked", f.checked},
                          {"retired", f.retired}});
}

Fact fact_from_json(const std::string& text) {
    const Json json = parse(text);
    try {
        Fact f;
        f.id = json.at("id").get<std::string>();
        f.claim = json.at("claim").get<std::string>();
        f.kind = kind_from(json.at("kind").get<std::string>());
        f.answer = json.at("answer").get<std::string>();
        f.accept = strings(json.at("accept"));
        f.status = status_from(json.at("status").get<std::string>());
        f.as_of = date_from(json.at("as_of").get<std::string>());
        f.sources = strings(json.at("sources"));
        f.people = strings(json.at("people"));
        f.passage = json.at("passage").get<std::string>();
        f.questions = questions_from(json.at("questions"));
        f.wrong = strings(json.at("wrong"));
        f.note = json.at("note").get<std::string>();
        f.needs = strings(json.at("needs"));
        f.superseded_by = json.at("superseded_by").get<std::string>();
        f.derived = json.at("derived").get<std::string>();
        f.checked = json.at("checked").get<bool>();
        f.retired = json.at("retired").get<bool>();
        return f;
    } catch (const Json::exception& e) {
        throw BadRow(std::string("an old record of a fact cannot be read: ") + e.what());
    }
}

Fact read_fact(const Query& row) {
    Fact f;
    f.id = row.text(0);
    f.claim = row.text(1);
    f.kind = kind_from(row.text(2));
    f.answer = row.text(3);
    f.accept = list_from_json(row.text(4));
    f.status = status_from(row.text(5));
    f.as_of = date_from(row.text(6));
    f.sources = list_from_json(row.text(7));
    f.people = list_from_json(row.text(8));
    f.passage = row.text(9);
    f.questions = questions_from(parse(row.text(10)));
    f.wrong = list_from_json(row.text(11));
    f.note = row.text(12);
    f.needs = list_from_json(row.text(13));
    f.superseded_by = row.text(14);
    f.derived = row.text(15);
    f.checked = row.flag(16);
    f.retired = row.flag(17);
    return f;
}

Source read_source(const Query& row) {
    Source s;
    s.id = row.text(0);
    s.publisher = row.text(1);
    s.title = row.text(2);
    s.date = date_from(row.text(3));
    s.address = row.text(4);
    s.tier = known(source_tier_from(row.text(5)), row.text(5));
    s.read = row.flag(6);
    return s;
}

Person read_person(const Query& row) {
    Person p;
    p.id = row.text(0);
    p.name = row.text(1);
    p.aliases = list_from_json(row.text(2));
    p.status = known(legal_status_from(row.text(3)), row.text(3));
    p.as_of = date_from(row.text(4));
    p.detail = row.text(5);
    p.charges = list_from_json(row.text(6));
    return p;
}

}  // namespace cards::store
