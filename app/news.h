// news.h - what a newer question bank has changed, until the student has seen it.
//
// Kept in the library as a short JSON text. A first start is no news. Start at
// add_news(); session.h hands the entries to views and commands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cards/casefile.h"
#include "cards/store/library.h"

namespace app {

inline constexpr const char* news_setting = "news_of_the_bank";

// In the order in which they are shown.
enum class NewsKind { AskedAnew, Retired, CardsAdded, Reworded };

struct NewsEntry {
    NewsKind kind = NewsKind::Reworded;
    std::string case_title;
    std::string fact_id;  // "" for CardsAdded, which is told once a case …
    std::string claim;
    int cards = 0;  // … with how many.
    bool operator==(const NewsEntry&) const = default;
};

using News = std::vector<NewsEntry>;

// "asked_anew", "retired", "cards_added", "reworded".
std::string_view to_text(NewsKind kind) noexcept;

// What it means for the student: "New answer, asked anew", "12 new cards".
std::string meaning(const NewsEntry& entry);

// Adds what taking `now` over changed in a case that was `before` (null: a new one).
// Each fact stands once: a later change takes the place of an earlier one, but a new
// answer not yet seen stays one. Changes a student never reads, such as to wrong
// options or sources, are left out.
void add_news(News& news, const cards::CaseFile* before, const cards::CaseFile& now,
              const cards::store::TakeOver& report);

// As JSON and back. Reading never fails: what is damaged is left out.
std::string to_setting(const News& news);
News news_from(const std::string& json);

}  // namespace app
