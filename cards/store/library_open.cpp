#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "cards/store/backup.h"
#include "cards/store/backup_name.h"
#include "cards/store/connection.h"
#include "cards/store/copy.h"
#include "cards/store/files.h"
#include "cards/store/migrations.h"

namespace cards::store {
namespace {

namespace fs = std::filesystem;
using Connection = Library::Connection;

constexpr std::string_view opening = "open your library";

// A library up to this size (some 100,000 reviews) is looked through at every start,
// which takes up to 0.1 s; a larger one only when the last window was not closed in
// order: what a crash can leave is then found, and a start stays quick.
constexpr std::uintmax_t small_bytes = 16u << 20;

Id random_id() {
    Id id;
    sqlite3_randomness(static_cast<int>(id.bytes.size()), id.bytes.data());
    return id;
}

// A new library is made under another name, so that a crash leaves either a whole
// library or none.
void make_library(const fs::path& path, const Moment& now, const IdSource& new_id) {
    const std::string operation = "make a new library";
    make_private_folder(folder_of(path));
    const fs::path part = folder_of(path) / fmt::format(".{}.{}", path.filename().string(), to_hex(random_id()));
    make_private_file(part, operation);
    try {
        SQLite::Database database(part.string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");  // Synced as a whole, below.
        database.exec(fmt::format("PRAGMA application_id = {}", application_id));
        migrate(database, migrations(), [](int) {});
        SQLite::Statement device(database, "INSERT INTO device (id, own, made_ms, utc_offset) VALUES (?1, 1, ?2, ?3)");
        device.bind(1, new_id().bytes.data(), 16);
        device.bind(2, now.at.unix_ms);
        device.bind(3, now.utc_offset_minutes);
        device.exec();
    } catch (const SQLite::Exception& e) {
        std::error_code ignored;
        fs::remove(part, ignored);
        throw failed(operation, path, e.getErrorCode(), e.what());
    }
    sync_to_disk(part, operation);
    // A journal without its library would be played back into the new one.
    const fs::path journal = journal_of(path);
    std::error_code ignored;
    if (fs::exists(journal, ignored)) fs::rename(journal, journal.string() + ".old", ignored);
    rename_into_place(part, path, operation);  // Where another process was quicker, its library is opened.
}

void refuse_what_cannot_be_one(const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) throw not_a_library(path);
    if (fs::file_size(path, error) == 0) throw damaged(path, "the file is empty");
    if (::access(path.c_str(), R_OK | W_OK) != 0) throw file_failed(std::string(opening), path, errno);
}

// Takes the file for this process alone, and looks at what it is. Writes nothing.
void lock_and_look(Connection& c) {
    try {
        c.database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
    } catch (const SQLite::Exception& e) {
        if (sqlite3_db_readonly(c.database.getHandle(), "main") == 1 && e.getErrorCode() != SQLITE_BUSY)
            throw failed(std::string(opening), c.path, SQLITE_READONLY, e.what());
        throw;
    }
    if (c.database.execAndGet("PRAGMA application_id").getInt() != application_id) throw not_a_library(c.path);
    const int version = version_of(c.database);
    if (version > newest_version()) throw newer_version(c.path, version, newest_version());
    if (version < 1) throw damaged(c.path, "it has no version");
    if (sqlite3_db_readonly(c.database.getHandle(), "main") == 1)
        throw failed(std::string(opening), c.path, SQLITE_READONLY, "read-only");
}

void configure(Connection& c) {
    sqlite3* const handle = c.database.getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    c.database.exec(
        "PRAGMA journal_mode = DELETE;"
        "PRAGMA synchronous = EXTRA;"
        "PRAGMA foreign_keys = ON;"
        "PRAGMA trusted_schema = OFF;"
        "PRAGMA cell_size_check = ON;"
        "PRAGMA mmap_size = 0;"
        "PRAGMA temp_store = MEMORY;"
        "PRAGMA cache_size = -32768");
}

void load_device(Connection& c) {
    Query own = c.query("SELECT key, id FROM device WHERE own = 1");
    if (!own.step()) throw BadRow("it names no device of its own");
    c.device_key = own.integer(0);
    c.device = own.id(1);
    for (const char* table : {"review", "undo", "reset", "edit"}) {
        const std::string sql = fmt::format("SELECT coalesce(max(sequence), 0) FROM {} WHERE device = ?1", table);
        Query last = c.query(sql, c.device_key);
        last.step();
        c.last_sequence = std::max(c.last_sequence, last.integer(0));
    }
}

}  // namespace

Library Library::open(const OpenOptions& options) {
    const IdSource new_id = options.new_id ? options.new_id : IdSource(random_id);
    std::error_code error;
    const fs::path path = fs::absolute(options.path, error);
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        make_library(path, options.now, new_id);
    else if (error)
        throw file_failed(std::string(opening), path, error.value());
    refuse_what_cannot_be_one(path);
    // SQLite removes its journal when a library is closed in order.
    const bool closed_in_order = !fs::exists(journal_of(path), error);
    const bool small = fs::file_size(path, error) <= small_bytes;

    try {
        auto connection = std::make_unique<Connection>(path);
        return connection->guarded(opening, [&] {
            lock_and_look(*connection);
            configure(*connection);
            if (small || !closed_in_order) {
                const std::string wrong = first_damage(connection->database, false);
                if (!wrong.empty()) throw damaged(path, wrong);
            }
            migrate(connection->database, migrations(), [&](int from) {
                write_copy(
                    connection->database,
                    backups_folder(path) / backup_name(path, options.now.at, fmt::format("before-schema-{}", from + 1)),
                    "back your library up before its upgrade");
            });
            connection->new_id = new_id;
            load_device(*connection);
            return Library(std::move(connection));
        });
    } catch (const SQLite::Exception& e) {
        throw failed(std::string(opening), path, e.getErrorCode(), e.what());
    }
}

Library::Library(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;
Library::~Library() = default;

const fs::path& Library::path() const noexcept { return connection_->path; }
Id Library::device() const noexcept { return connection_->device; }
Library::Connection& Library::connection() const noexcept { return *connection_; }

void Library::together(const std::function<void()>& work) {
    connection_->guarded("save your changes", [&] {
        Transaction transaction(*connection_);
        work();
        transaction.commit();
    });
}

std::optional<std::string> Library::setting(std::string_view name) const {
    return connection_->guarded("read a setting", [&]() -> std::optional<std::string> {
        Query query = connection_->query("SELECT value FROM setting WHERE name = ?1", name);
        if (!query.step()) return std::nullopt;
        return query.text(0);
    });
}

void Library::set_setting(std::string_view name, std::string_view value) {
    connection_->guarded("save a setting", [&] {
        connection_
            ->query(
                "INSERT INTO setting (name, value) VALUES (?1, ?2) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name, value)
            .run();
    });
}

}  // namespace cards::store
