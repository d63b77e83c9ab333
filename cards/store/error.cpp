#include "cards/store/error.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <cstring>

#include "cards/store/files.h"

namespace cards::store {
namespace {

using Kind = StoreError::Kind;

Kind kind_of_sqlite(int code) noexcept {
    if (code == SQLITE_CANTOPEN_ISDIR) return Kind::Foreign;
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Kind::InUse;
        case SQLITE_NOTADB: return Kind::Foreign;
        case SQLITE_CORRUPT: return Kind::Damaged;
        case SQLITE_FULL: return Kind::DiskFull;
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH: return Kind::ReadOnly;
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN: return Kind::Io;
        default: return Kind::Other;
    }
}

Kind kind_of_errno(int number) noexcept {
    switch (number) {
        case ENOSPC:
        case EDQUOT: return Kind::DiskFull;
        case EACCES:
        case EPERM:
        case EROFS: return Kind::ReadOnly;
        case ENOENT: return Kind::Missing;
        default: return Kind::Io;
    }
}

// The message for a failure of the file or its disk.
StoreError file_error(Kind kind, const std::string& operation, const std::filesystem::path& path,
                      const std::string& detail) {
    std::string cause;
    std::string advice;
    switch (kind) {
        case Kind::DiskFull: {
            const std::string room = free_space(path);
            cause = fmt::format("the disk is full ({}{}{})", path.string(), room.empty() ? "" : ", ", room);
            advice = "Nothing that was saved before is lost. Free some space and try again.";
            break;
        }
        case Kind::ReadOnly:
            cause = fmt::format("writing is not allowed ({})", path.string());
            advice = "Give yourself permission to write the file and its folder, or choose another with --library.";
            break;
        case Kind::Missing:
            cause = fmt::format("there is no such file ({})", path.string());
            advice = "Look whether it was moved or renamed.";
            break;
        case Kind::Io:
            cause = fmt::format("the disk did not do as it was told ({}: {})", path.string(), detail);
            advice = "Look whether the disk is connected and well, then try again; keep a backup on another disk.";
            break;
        default:
            cause = fmt::format("{} ({})", detail, path.string());
            advice = "Nothing was changed. Run `casebook check`; if it finds nothing, please report this message.";
            break;
    }
    return {kind, fmt::format("Could not {}: {}.\n    {}", operation, cause, advice), path};
}

}  // namespace

StoreError in_use(const std::filesystem::path& path) {
    return {Kind::InUse,
            fmt::format("Could not open your library: another window or program has it open ({}).\n"
                        "    Switch to that window, or close it and try again.",
                        path.string()),
            path};
}

StoreError newer_version(const std::filesystem::path& path, int found, int known) {
    return {Kind::Newer,
            fmt::format("Could not open your library: a newer Casebook wrote it ({}, version {}; this program knows "
                        "{}).\n    Install the newer Casebook. Nothing was changed.",
                        path.string(), found, known),
            path};
}

StoreError not_a_library(const std::filesystem::path& path) {
    return {Kind::Foreign,
            fmt::format("Could not open your library: this file is not one, or its beginning is destroyed ({}).\n"
                        "    Choose another file with --library, or bring a backup back with `casebook restore`. "
                        "Nothing was changed.",
                        path.string()),
            path};
}

StoreError damaged(const std::filesystem::path& path, const std::string& detail) {
    return {Kind::Damaged,
            fmt::format("Could not use your library: it is damaged ({}: {}).\n"
                        "    Bring the newest backup back with `casebook restore`; the damaged file is kept beside it.",
                        path.string(), detail),
            path};
}

StoreError failed(const std::string& operation, const std::filesystem::path& path, int sqlite_code,
                  const std::string& detail) {
    const Kind kind = kind_of_sqlite(sqlite_code);
    switch (kind) {
        case Kind::InUse: return in_use(path);
        case Kind::Foreign: return not_a_library(path);
        case Kind::Damaged: return damaged(path, detail);
        default: return file_error(kind, operation, path, detail);
    }
}

StoreError file_failed(const std::string& operation, const std::filesystem::path& path, int error_number) {
    return file_error(kind_of_errno(error_number), operation, path, std::strerror(error_number));
}

StoreError missing(const std::string& operation, const std::filesystem::path& path, const std::string& what) {
    return {Kind::Missing,
            fmt::format("Could not {}: the library has no {} ({}).\n"
                        "    It may have been changed meanwhile: close the view and open it again.",
                        operation, what, path.string()),
            path};
}

}  // namespace cards::store
