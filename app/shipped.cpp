#include "app/shipped.h"

#include <algorithm>
#include <stdexcept>

#include "cards/bank/cards.h"
#include "cards/bank/reader.h"

namespace app {
namespace {

cards::CaseFile read_shipped(const std::string& file, const std::string& text) {
    cards::bank::ReadResult read = cards::bank::read_casefile(text, file);
    if (read.casefile) return std::move(*read.casefile);
    std::string message = "A case file that ships with the program can't be read.";
    for (const cards::Diagnostic& diagnostic : read.diagnostics)
        message += "\n" + to_text(diagnostic);
    throw std::runtime_error(message);
}

// Ids of facts in the order in which to learn them: case by case, the general files
// after the cases but for what these need.
std::vector<std::string> order_of(const std::vector<cards::CaseFile>& files) {
    std::vector<const cards::CaseFile*> ordered;
    for (const cards::CaseFile& file : files)
        ordered.push_back(&file);
    std::stable_partition(ordered.begin(), ordered.end(),
                          [](const cards::CaseFile* file) { return file->kind == cards::CaseKind::Case; });
    std::vector<std::string> ids;
    for (const cards::Fact* fact : cards::bank::teaching_order(ordered))
        ids.push_back(fact->id);
    return ids;
}

}  // namespace

void take_over_shipped(cards::store::Library& library, const SessionOptions& options) {
    const auto known = [&](const auto& shipped) {
        return library.has_text(shipped.first.substr(0, shipped.first.rfind('.')), shipped.second);
    };
    if (std::all_of(options.shipped.begin(), options.shipped.end(), known)) return;

    std::vector<cards::CaseFile> files;
    for (const auto& [file, text] : options.shipped)
        files.push_back(read_shipped(file, text));
    const std::vector<cards::store::CaseRow> there = library.cases();
    const bool first_start = std::none_of(there.begin(), there.end(),
                                          [](const auto& c) { return c.origin == cards::store::Origin::Shipped; });
    library.together([&] {
        News news = news_from(library.setting(news_setting).value_or(""));
        for (std::size_t i = 0; i < files.size(); ++i) {
            const std::string& text = options.shipped[i].second;
            if (library.has_text(files[i].id, text)) continue;
            const auto before = library.casefile(files[i].id);
            const cards::store::TakeOver report =
                library.take_over(files[i], cards::store::Origin::Shipped, text, {options.now, options.new_id()});
            if (!first_start) add_news(news, before ? &*before : nullptr, files[i], report);
        }
        library.set_setting(news_setting, to_setting(news));
        library.order_new_cards(order_of(files));
    });
}

}  // namespace app
