#include "cards/store/backup.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>
#include <tuple>

#include "cards/store/backup_name.h"
#include "cards/store/connection.h"
#include "cards/store/copy.h"
#include "cards/store/files.h"
#include "cards/store/migrations.h"
#include "cards/store/thinning.h"

namespace cards::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view restoring = "bring the backup back";

std::optional<Backup> read_backup(const fs::directory_entry& entry) {
    std::error_code error;
    const auto name = parse_backup_name(entry.path().filename().string());
    if (!name || !entry.is_regular_file(error)) return std::nullopt;
    return Backup{entry.path(), name->made, entry.file_size(error), name->occasion};
}

// A copy of the backup under `part`'s name, after a thorough look at it.
fs::path copy_of_backup(const fs::path& backup, const fs::path& part) {
    std::error_code error;
    if (!fs::exists(backup, error)) throw file_failed(std::string(restoring), backup, ENOENT);
    try {
        SQLite::Database database(backup.string(), SQLite::OPEN_READONLY);
        if (database.execAndGet("PRAGMA application_id").getInt() != application_id) throw not_a_library(backup);
        const int version = version_of(database);
        if (version > newest_version()) throw newer_version(backup, version, newest_version());
        const std::string wrong = first_damage(database, true);
        if (!wrong.empty()) throw damaged(backup, wrong);
        return write_copy(database, part, std::string(restoring));
    } catch (const SQLite::Exception& e) {
        throw failed(std::string(restoring), backup, e.getErrorCode(), e.what());
    }
}

// The library that is to be replaced, held so that no window can open it. One that
// is too damaged to be opened is not held.
std::unique_ptr<SQLite::Database> hold(const fs::path& library) {
    try {
        auto held = std::make_unique<SQLite::Database>(library.string(), SQLite::OPEN_READWRITE);
        held->exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
        return held;
    } catch (const SQLite::Exception& e) {
        if (e.getErrorCode() == SQLITE_BUSY) throw in_use(library);
        return nullptr;
    }
}

// What a crash left to be rolled back belongs to one file alone.
void move_journal(const fs::path& from, const fs::path& to) {
    std::error_code ignored;
    if (fs::exists(journal_of(from), ignored)) fs::rename(journal_of(from), journal_of(to), ignored);
}

// Gives the library a second name among the backups.
fs::path keep_replaced(const fs::path& library, Moment now) {
    const fs::path folder = backups_folder(library);
    make_private_folder(folder);
    for (int number = 1;; ++number) {
        const fs::path kept = numbered(folder / backup_name(library, now.at, "before-restore"), number);
        if (::link(library.c_str(), kept.c_str()) != 0) {
            if (errno == EEXIST) continue;
            std::error_code error;  // A file system without links.
            if (!fs::copy_file(library, kept, error)) {
                if (error == std::errc::file_exists) continue;
                throw file_failed(std::string(restoring), kept, error.value());
            }
            sync_to_disk(kept, std::string(restoring));
        }
        move_journal(library, kept);
        sync_to_disk(folder, std::string(restoring));
        return kept;
    }
}

}  // namespace

fs::path backups_folder(const fs::path& library) { return library.parent_path() / "backups"; }

Backup backup(const Library& library, const fs::path& folder, Moment now) {
    const fs::path path =
        write_copy(library.connection().database, folder / backup_name(library.path(), now.at), "back your library up");
    const auto written = read_backup(fs::directory_entry(path));
    if (!written) throw file_failed("back your library up", path, ENOENT);
    return *written;
}

std::vector<Backup> list_backups(const fs::path& folder) {
    std::vector<Backup> backups;
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error))
        if (auto found = read_backup(*entry)) backups.push_back(std::move(*found));
    std::sort(backups.begin(), backups.end(),
              [](const Backup& a, const Backup& b) { return std::tie(b.made, b.path) < std::tie(a.made, a.path); });
    return backups;
}

bool backup_due(const std::vector<Backup>& backups, Moment now) {
    for (const Backup& made : backups) {
        if (!made.occasion.empty()) continue;
        const std::int64_t age = now.at.unix_ms - made.made.unix_ms;
        if (age >= 0 && age < ms_per_hour / 2) return false;
    }
    return true;
}

int thin_backups(const fs::path& folder, Moment now) {
    std::vector<Backup> regular = list_backups(folder);
    std::erase_if(regular, [](const Backup& b) { return !b.occasion.empty(); });
    std::vector<Instant> made;
    for (const Backup& b : regular)
        made.push_back(b.made);
    const std::vector<Instant> gone = superfluous(made, now.at);
    int removed = 0;
    for (const Backup& b : regular) {
        std::error_code ignored;
        if (std::find(gone.begin(), gone.end(), b.made) != gone.end() && fs::remove(b.path, ignored)) ++removed;
    }
    return removed;
}

fs::path restore(const fs::path& library_path, const fs::path& backup_path, Moment now) {
    const fs::path library = fs::absolute(library_path);
    const fs::path part = copy_of_backup(fs::absolute(backup_path),
                                         folder_of(library) / fmt::format(".{}.restored", library.filename().string()));
    fs::path kept;
    try {
        std::unique_ptr<SQLite::Database> held;
        if (fs::exists(library)) {
            held = hold(library);
            kept = keep_replaced(library, now);
        } else {
            move_journal(library, library.string() + ".old");
        }
        if (::rename(part.c_str(), library.c_str()) != 0) throw file_failed(std::string(restoring), library, errno);
        sync_to_disk(folder_of(library), std::string(restoring));
    } catch (const StoreError&) {
        std::error_code ignored;
        fs::remove(part, ignored);
        throw;
    }
    return kept;
}

}  // namespace cards::store
