// session_news.cpp - what a newer question bank changed, shown once.
#include "app/session.h"
#include "cards/store/error.h"

namespace app {

const News& Session::news() const {
    if (!news_) news_ = news_from(library_.setting(news_setting).value_or(""));
    return *news_;
}

std::optional<Problem> Session::news_seen() {
    try {
        library_.set_setting(news_setting, to_setting(News{}));
    } catch (const cards::store::StoreError& error) {
        return Problem{error.what()};
    }
    news_ = News{};
    return std::nullopt;
}

}  // namespace app
