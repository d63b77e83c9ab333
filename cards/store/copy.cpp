#include "cards/store/copy.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "cards/store/error.h"
#include "cards/store/files.h"

namespace cards::store {
namespace {

namespace fs = std::filesystem;

// Removes a half-written file unless it is kept.
class HalfWritten {
  public:
    explicit HalfWritten(fs::path path) : path_(std::move(path)) {}
    HalfWritten(const HalfWritten&) = delete;
    HalfWritten& operator=(const HalfWritten&) = delete;
    ~HalfWritten() {
        std::error_code ignored;
        fs::remove(path_, ignored);
        fs::remove(journal_of(path_), ignored);
    }

  private:
    fs::path path_;
};

void copy_pages(SQLite::Database& from, const fs::path& to) {
    SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE);
    copy.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");  // Synced as a whole, below.
    SQLite::Backup(copy, from).executeStep(-1);
    const std::string wrong = first_damage(copy, false);
    if (!wrong.empty()) throw SQLite::Exception(wrong, SQLITE_CORRUPT);
}

}  // namespace

fs::path numbered(const fs::path& path, int number) {
    if (number == 1) return path;
    return path.parent_path() / fmt::format("{}.{}{}", path.stem().string(), number, path.extension().string());
}

std::string first_damage(SQLite::Database& database, bool thorough) {
    try {
        SQLite::Statement check(database, thorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
        if (!check.executeStep()) return "the check gave no answer";
        const std::string answer = check.getColumn(0).getString();
        return answer == "ok" ? std::string{} : answer;
    } catch (const SQLite::Exception& e) {
        if (e.getErrorCode() == SQLITE_CORRUPT) return e.what();
        throw;
    }
}

fs::path write_copy(SQLite::Database& from, const fs::path& to, const std::string& operation) {
    make_private_folder(folder_of(to));
    fs::path part = to;
    part += ".part";
    std::error_code ignored;
    fs::remove(part, ignored);  // Left by a copy that was cut short.
    const HalfWritten half(part);
    try {
        make_private_file(part, operation);
        copy_pages(from, part);
    } catch (const SQLite::Exception& e) {
        const int code = e.getExtendedErrorCode() > 0 ? e.getExtendedErrorCode() : e.getErrorCode();
        throw failed(operation, part, code, e.what());
    }
    sync_to_disk(part, operation);
    for (int number = 1;; ++number) {
        const fs::path name = numbered(to, number);
        if (fs::exists(name)) continue;
        if (rename_into_place(part, name, operation)) return name;
        throw file_failed(operation, name, EEXIST);
    }
}

}  // namespace cards::store
