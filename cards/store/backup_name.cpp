#include "cards/store/backup_name.h"

#include <fmt/format.h>

#include <regex>

namespace cards::store {

std::string backup_name(const std::filesystem::path& library, Instant made, std::string_view occasion) {
    const StudyDay day = study_day(Moment{made, 0}, 0);
    const std::int64_t second = (made.unix_ms - start_of(day, 0, 0).unix_ms) / 1000;
    return fmt::format("{}_{}_{:02}-{:02}-{:02}{}{}.casebook", library.stem().string(), to_iso(day), second / 3600,
                       second / 60 % 60, second % 60, occasion.empty() ? "" : "_", occasion);
}

std::optional<BackupName> parse_backup_name(std::string_view file_name) {
    static const std::regex form(
        R"((.+)_(\d{4}-\d\d-\d\d)_(\d\d)-(\d\d)-(\d\d)(?:_([a-z0-9-]+))?(?:\.\d+)?\.casebook)");
    std::match_results<std::string_view::const_iterator> part;
    if (!std::regex_match(file_name.begin(), file_name.end(), part, form)) return std::nullopt;
    const auto day = parse_study_day(part[2].str());
    if (!day) return std::nullopt;
    const std::int64_t seconds = std::stoi(part[3]) * 3600 + std::stoi(part[4]) * 60 + std::stoi(part[5]);
    return BackupName{part[1], Instant{start_of(*day, 0, 0).unix_ms + seconds * 1000}, part[6]};
}

}  // namespace cards::store
