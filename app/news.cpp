#include "app/news.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace app {
namespace {

using nlohmann::json;

constexpr std::array kinds = {NewsKind::AskedAnew, NewsKind::Retired, NewsKind::CardsAdded, NewsKind::Reworded};

bool reads_the_same(const cards::Fact& a, const cards::Fact& b) {
    return a.claim == b.claim && a.questions == b.questions && a.status == b.status && a.as_of == b.as_of &&
           a.passage == b.passage && a.note == b.note && a.superseded_by == b.superseded_by && a.retired == b.retired;
}

void put(News& news, NewsEntry entry) {
    const auto known = std::find_if(news.begin(), news.end(), [&](const NewsEntry& each) {
        return each.fact_id == entry.fact_id && (!entry.fact_id.empty() || each.case_title == entry.case_title);
    });
    if (known == news.end()) {
        news.push_back(std::move(entry));
        return;
    }
    entry.cards += known->cards;
    if (known->kind == NewsKind::AskedAnew && entry.kind == NewsKind::Reworded) entry.kind = NewsKind::AskedAnew;
    *known = std::move(entry);
}

std::string text_of(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::string_view to_text(NewsKind kind) noexcept {
    switch (kind) {
        case NewsKind::AskedAnew: return "asked_anew";
        case NewsKind::Retired: return "retired";
        case NewsKind::CardsAdded: return "cards_added";
        case NewsKind::Reworded: return "reworded";
    }
    return {};
}

std::string meaning(const NewsEntry& entry) {
    switch (entry.kind) {
        case NewsKind::AskedAnew: return "New answer, asked anew";
        case NewsKind::Retired: return "No longer asked";
        case NewsKind::CardsAdded: return entry.cards == 1 ? "1 new card" : fmt::format("{} new cards", entry.cards);
        case NewsKind::Reworded: return "New wording, schedule kept";
    }
    return {};
}

void add_news(News& news, const cards::CaseFile* before, const cards::CaseFile& now,
              const cards::store::TakeOver& report) {
    const auto put_all = [&](NewsKind kind, const std::vector<std::string>& ids) {
        for (const std::string& id : ids) {
            const cards::Fact* old = before == nullptr ? nullptr : before->find_fact(id);
            const cards::Fact* fact = now.find_fact(id);
            if (kind == NewsKind::Reworded && old != nullptr && fact != nullptr && reads_the_same(*old, *fact))
                continue;
            if (fact == nullptr) fact = old;  // Gone from the file.
            put(news, {kind, now.title, id, fact == nullptr ? std::string() : fact->claim, 0});
        }
    };
    put_all(NewsKind::AskedAnew, report.asked_anew);
    put_all(NewsKind::Retired, report.retired);
    put_all(NewsKind::Reworded, report.reworded);
    if (report.cards_added > 0) put(news, {NewsKind::CardsAdded, now.title, "", "", report.cards_added});
    std::stable_sort(news.begin(), news.end(), [](const NewsEntry& a, const NewsEntry& b) { return a.kind < b.kind; });
}

std::string to_setting(const News& news) {
    json list = json::array();
    for (const NewsEntry& entry : news) {
        list.push_back({{"kind", to_text(entry.kind)},
                        {"case", entry.case_title},
                        {"fact", entry.fact_id},
                        {"claim", entry.claim},
                        {"cards", entry.cards}});
    }
    return list.dump(-1, ' ', false, json::error_handler_t::replace);
}

News news_from(const std::string& text) {
    const json list = json::parse(text, nullptr, false);
    News news;
    if (!list.is_array()) return news;
    for (const json& object : list) {
        if (!object.is_object()) continue;
        const std::string word = text_of(object, "kind");
        const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](NewsKind k) { return to_text(k) == word; });
        if (kind == kinds.end()) continue;
        const auto cards = object.find("cards");
        const bool counted = cards != object.end() && cards->is_number_integer();
        news.push_back({*kind, text_of(object, "case"), text_of(object, "fact"), text_of(object, "claim"),
                        counted ? cards->get<int>() : 0});
    }
    return news;
}

}  // namespace app
