#include "cards/bank/toml_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "cards/answer/distance.h"
#include "cards/bank/text_scan.h"

namespace cards::bank {
namespace {

constexpr std::size_t most_texts = 100;  // In one list of one fact.

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

std::string_view type_name(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::table: return "a table";
        case toml::node_type::array: return "a list";
        case toml::node_type::string: return "a text";
        case toml::node_type::integer: return "a whole number";
        case toml::node_type::floating_point: return "a number";
        case toml::node_type::boolean: return "true or false";
        case toml::node_type::date: return "a date";
        default: return "a time";
    }
}

// A key as it can be shown: a stranger chose it.
std::string shown(std::string_view key) {
    if (!value_fault(key, false).empty()) return "(unprintable)";
    if (key.size() <= 60) return std::string(key);
    std::size_t end = 60;
    while (end > 0 && (static_cast<unsigned char>(key[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(key.substr(0, end)) + "…";
}

std::string list_of(const std::vector<std::string_view>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& words) {
    std::string best;
    int least = static_cast<int>(word.size()) / 3 + 1;
    for (const std::string& candidate : words) {
        const int apart = answer::distance(word, candidate);
        if (apart > least || (apart == least && !best.empty())) continue;
        least = apart;
        best = candidate;
    }
    return best;
}

void Faults::add(int line, std::string rule, std::string what, std::string fix) {
    any_ = true;
    if (out_.size() > most) return;
    if (out_.size() == most) {
        out_.push_back({Severity::Error, "", file_, line, "more faults follow", "Mend those above first."});
        return;
    }
    out_.push_back({Severity::Error, std::move(rule), file_, line, std::move(what), std::move(fix)});
}

Fields::Fields(const toml::table& table, std::string where, Faults& faults)
    : table_(table), where_(std::move(where)), faults_(faults) {}

int Fields::line() const { return line_of(table_); }

int Fields::line(std::string_view key) const {
    const toml::node* node = table_.get(key);
    return node == nullptr ? line() : line_of(*node);
}

void Fields::fault(int line, std::string rule, const std::string& what, std::string fix) {
    faults_.add(line, std::move(rule), where_.empty() ? what : where_ + ": " + what, std::move(fix));
}

const toml::node* Fields::find(std::string_view key, Need need) {
    asked_.emplace_back(key);
    const toml::node* node = table_.get(key);
    if (node == nullptr && need == Need::Required)
        fault(line(), "key", fmt::format("\"{}\" is missing", key), fmt::format("Add a line {} = …", key));
    return node;
}

void Fields::wrong_type(std::string_view key, const toml::node& node, std::string_view wanted) {
    fault(line_of(node), "type", fmt::format("\"{}\" is {}, not {}", key, type_name(node), wanted),
          fmt::format("Write {} as {}.", key, wanted));
}

std::string Fields::checked(std::string_view key, const toml::node& node, std::string value, Lines lines) {
    const std::string bad = value_fault(value, lines == Lines::Many);
    if (bad.empty()) return value;
    fault(line_of(node), "control", fmt::format("\"{}\" {}", key, bad), "Remove it, or write it as plain text.");
    return {};
}

std::string Fields::text(std::string_view key, Need need, Lines lines) {
    const toml::node* node = find(key, need);
    if (node == nullptr) return {};
    const auto* value = node->as_string();
    if (value == nullptr) {
        wrong_type(key, *node, "a text");
        return {};
    }
    return checked(key, *node, value->get(), lines);
}

std::vector<std::string> Fields::texts(std::string_view key) {
    std::vector<std::string> all;
    const toml::node* node = find(key, Need::Optional);
    if (node == nullptr) return all;
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        wrong_type(key, *node, "a list of texts");
        return all;
    }
    if (list->size() > most_texts)
        fault(line_of(*node), "size", fmt::format("\"{}\" has {} entries, more than {}", key, list->size(), most_texts),
              "Keep the best of them.");
    for (std::size_t i = 0; i < std::min(list->size(), most_texts); ++i) {
        const toml::node& entry = *list->get(i);
        if (const auto* value = entry.as_string())
            all.push_back(checked(key, entry, value->get(), Lines::One));
        else
            wrong_type(key, entry, "a list of texts");
    }
    return all;
}

bool Fields::flag(std::string_view key, bool otherwise) {
    const toml::node* node = find(key, Need::Optional);
    if (node == nullptr) return otherwise;
    if (const auto* value = node->as_boolean()) return value->get();
    wrong_type(key, *node, "true or false");
    return otherwise;
}

int Fields::number(std::string_view key, Need need, int least, int most) {
    const toml::node* node = find(key, need);
    if (node == nullptr) return 0;
    const auto* value = node->as_integer();
    if (value == nullptr) {
        wrong_type(key, *node, "a whole number");
        return 0;
    }
    if (value->get() < least || value->get() > most) {
        fault(line_of(*node), "type", fmt::format("\"{}\" is {}, not {} to {}", key, value->get(), least, most),
              "Write a number in that range.");
        return 0;
    }
    return static_cast<int>(value->get());
}

PartialDate Fields::date(std::string_view key) {
    const toml::node* node = find(key, Need::Optional);
    if (node == nullptr) return {};
    if (const auto* value = node->as_date()) {
        const toml::date& d = value->get();
        return PartialDate{d.year, d.month, d.day};
    }
    const auto* value = node->as_string();
    if (value == nullptr) {
        wrong_type(key, *node, "a date in quotes");
        return {};
    }
    if (value->get().empty()) return {};
    const auto date = parse_partial_date(value->get());
    if (!date)
        fault(line_of(*node), "date", fmt::format("\"{}\" is no date: \"{}\"", key, shown(value->get())),
              "Write 2017, 2017-06 or 2017-06-22, a day that exists.");
    return date.value_or(PartialDate{});
}

std::optional<Question> Fields::question_of(std::string_view key, const toml::node& node) {
    if (const auto* value = node.as_string()) return Question{checked(key, node, value->get(), Lines::One), false};
    const toml::table* table = node.as_table();
    if (table == nullptr) {
        wrong_type(key, node, "a list of texts or of { text = …, retired = true }");
        return std::nullopt;
    }
    Fields fields(*table, where_ + ", question", faults_);
    Question question;
    question.text = fields.text("text", Need::Required);
    question.retired = fields.flag("retired", false);
    fields.refuse_others();
    return question;
}

std::vector<Question> Fields::questions(std::string_view key) {
    std::vector<Question> all;
    const toml::node* node = find(key, Need::Required);
    if (node == nullptr) return all;
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        wrong_type(key, *node, "a list of texts");
        return all;
    }
    if (list->size() > most_texts)
        fault(line_of(*node), "size", fmt::format("\"{}\" has {} entries, more than {}", key, list->size(), most_texts),
              "Keep the best of them.");
    for (std::size_t i = 0; i < std::min(list->size(), most_texts); ++i)
        if (auto question = question_of(key, *list->get(i))) all.push_back(std::move(*question));
    return all;
}

std::size_t Fields::word(std::string_view key, const std::vector<std::string_view>& words) {
    const toml::node* node = find(key, Need::Required);
    if (node == nullptr) return 0;
    const auto* value = node->as_string();
    if (value == nullptr) {
        wrong_type(key, *node, "a text");
        return 0;
    }
    const auto found = std::find(words.begin(), words.end(), value->get());
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    const std::string near = nearest(value->get(), {words.begin(), words.end()});
    fault(line_of(*node), "word", fmt::format("\"{}\" is \"{}\", which is none of its words", key, shown(value->get())),
          near.empty() ? fmt::format("Write one of: {}.", list_of(words)) : fmt::format("Did you mean \"{}\"?", near));
    return 0;
}

std::vector<const toml::table*> Fields::tables(std::string_view key, std::size_t most) {
    std::vector<const toml::table*> all;
    const toml::node* node = find(key, Need::Optional);
    if (node == nullptr) return all;
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        wrong_type(key, *node, "a list of tables");
        return all;
    }
    if (list->size() > most) {
        fault(line_of(*node), "size", fmt::format("{} entries of \"{}\", more than {}", list->size(), key, most),
              "Split the file into several cases.");
        return all;
    }
    for (const toml::node& entry : *list) {
        if (const toml::table* table = entry.as_table())
            all.push_back(table);
        else
            wrong_type(key, entry, "a list of tables");
    }
    return all;
}

void Fields::refuse_others() {
    for (auto&& [key, node] : table_) {
        if (faults_.full()) return;
        const std::string_view name = key.str();
        if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
        const std::string near = nearest(name, asked_);
        fault(static_cast<int>(key.source().begin.line), "key", fmt::format("unknown key \"{}\"", shown(name)),
              near.empty() ? "Remove it." : fmt::format("Did you mean \"{}\"?", near));
    }
}

}  // namespace cards::bank
