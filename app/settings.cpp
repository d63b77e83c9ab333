#include "app/settings.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace app {
namespace {

using nlohmann::json;

json parse(const std::string& text) {
    json value = json::parse(text, nullptr, false);
    return value.is_object() ? value : json::object();
}

void read(const json& object, const char* key, double low, double high, double& value) {
    const auto found = object.find(key);
    if (found != object.end() && found->is_number()) value = std::clamp(found->get<double>(), low, high);
}

void read(const json& object, const char* key, int low, int high, int& value) {
    double number = value;
    read(object, key, low, high, number);
    value = static_cast<int>(number);
}

void read(const json& object, const char* key, bool& value) {
    const auto found = object.find(key);
    if (found != object.end() && found->is_boolean()) value = found->get<bool>();
}

void read(const json& object, const char* key, std::vector<double>& steps) {
    constexpr double a_month_in_minutes = 43'200.0;
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array()) return;
    std::vector<double> numbers;
    for (const json& number : *found) {
        if (!number.is_number()) return;
        numbers.push_back(std::clamp(number.get<double>(), 0.1, a_month_in_minutes));
    }
    if (numbers.size() <= 20) steps = numbers;
}

}  // namespace

std::string to_setting(const cards::SchedulerOptions& o) {
    return json{{"weights", o.weights},
                {"desired_retention", o.desired_retention},
                {"learning_steps_minutes", o.learning_steps_minutes},
                {"relearning_steps_minutes", o.relearning_steps_minutes},
                {"new_per_day", o.new_per_day},
                {"reviews_per_day", o.reviews_per_day},
                {"rollover_hour", o.rollover_hour},
                {"maximum_interval", o.maximum_interval},
                {"leech_lapses", o.leech_lapses},
                {"fuzz", o.fuzz},
                {"bury_siblings", o.bury_siblings}}
        .dump();
}

cards::SchedulerOptions options_from(const std::string& text) {
    cards::SchedulerOptions o;
    const json object = parse(text);
    const auto weights = object.find("weights");
    if (weights != object.end() && weights->is_array() && weights->size() == o.weights.size() &&
        std::all_of(weights->begin(), weights->end(), [](const json& w) { return w.is_number(); })) {
        o.weights = weights->get<cards::Weights>();
    }
    read(object, "desired_retention", 0.70, 0.97, o.desired_retention);
    read(object, "learning_steps_minutes", o.learning_steps_minutes);
    read(object, "relearning_steps_minutes", o.relearning_steps_minutes);
    read(object, "new_per_day", 0, 9'999, o.new_per_day);
    read(object, "reviews_per_day", 0, 9'999, o.reviews_per_day);
    read(object, "rollover_hour", 0, 23, o.rollover_hour);
    read(object, "maximum_interval", 1, 36'500, o.maximum_interval);
    read(object, "leech_lapses", 1, 99, o.leech_lapses);
    read(object, "fuzz", o.fuzz);
    read(object, "bury_siblings", o.bury_siblings);
    return o;
}

std::string to_extra_setting(int extra, cards::StudyDay day) {
    return json{{"day", day.number}, {"extra", extra}}.dump();
}

int extra_from(const std::string& text, cards::StudyDay day) {
    const json object = parse(text);
    int of_day = 0;
    int extra = 0;
    read(object, "day", -1'000'000, 1'000'000, of_day);
    read(object, "extra", 0, 9'999, extra);
    return of_day == day.number ? extra : 0;
}

std::string to_cases_setting(const std::map<std::string, CaseSettings>& cases) {
    json object = json::object();
    for (const auto& [id, set] : cases) {
        json entry = json::object();
        if (set.desired_retention) entry["desired_retention"] = *set.desired_retention;
        if (set.exam) entry["exam"] = to_iso(*set.exam);
        if (!entry.empty()) object[id] = entry;
    }
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::map<std::string, CaseSettings> cases_from(const std::string& text) {
    std::map<std::string, CaseSettings> cases;
    const json object = parse(text);
    for (const auto& [id, entry] : object.items()) {
        if (!entry.is_object()) continue;
        CaseSettings set;
        double retention = 0.0;
        read(entry, "desired_retention", 0.70, 0.97, retention);
        if (retention > 0.0) set.desired_retention = retention;
        const auto exam = entry.find("exam");
        if (exam != entry.end() && exam->is_string()) set.exam = cards::parse_study_day(exam->get<std::string>());
        if (set != CaseSettings{}) cases.emplace(id, set);
    }
    return cases;
}

}  // namespace app
