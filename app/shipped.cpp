#include "app/shipped.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

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

// Facts case by case, each after those it needs; the facts of general files stand
// before the first that needs them, the rest of them last.
class TeachingOrder {
  public:
    explicit TeachingOrder(const std::vector<cards::CaseFile>& files) {
        for (const cards::CaseFile& file : files) {
            for (const cards::Fact& fact : file.facts)
                by_id_.emplace(fact.id, &fact);
        }
        for (const cards::CaseKind kind : {cards::CaseKind::Case, cards::CaseKind::General}) {
            for (const cards::CaseFile& file : files) {
                if (file.kind != kind) continue;
                for (const cards::Fact& fact : file.facts)
                    place(fact);
            }
        }
    }
    std::vector<std::string> order;

  private:
    void place(const cards::Fact& fact) {
        if (!placed_.insert(fact.id).second) return;  // There, or being placed: a circle ends here.
        for (const std::string& need : fact.needs) {
            const auto found = by_id_.find(need);
            if (found != by_id_.end()) place(*found->second);
        }
        order.push_back(fact.id);
    }
    std::map<std::string, const cards::Fact*> by_id_;
    std::set<std::string> placed_;
};

}  // namespace

void take_over_shipped(cards::store::Library& library, const SessionOptions& options) {
    const auto known = [&](const auto& shipped) {
        return library.has_text(shipped.first.substr(0, shipped.first.rfind('.')), shipped.second);
    };
    if (std::all_of(options.shipped.begin(), options.shipped.end(), known)) return;

    std::vector<cards::CaseFile> files;
    for (const auto& [file, text] : options.shipped)
        files.push_back(read_shipped(file, text));
    library.together([&] {
        for (std::size_t i = 0; i < files.size(); ++i) {
            library.take_over(files[i], cards::store::Origin::Shipped, options.shipped[i].second,
                              {options.now, options.new_id()});
        }
        library.order_new_cards(TeachingOrder(files).order);
    });
}

}  // namespace app
