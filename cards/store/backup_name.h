// backup_name.h - how backups are named.
//
// A name tells what, when (UTC) and, for those made on an occasion, why:
// "library_2026-11-23_13-15-00.casebook",
// "library_2026-11-23_13-15-00_before-schema-2.casebook". Private to the store.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "cards/time.h"

namespace cards::store {

std::string backup_name(const std::filesystem::path& library, Instant made, std::string_view occasion = {});

struct BackupName {
    std::string library;  // "library".
    Instant made;         // To the second.
    std::string occasion;
};

// The inverse; a number for a second backup of the same second ("….2") is left
// out. Nothing for any other name.
std::optional<BackupName> parse_backup_name(std::string_view file_name);

}  // namespace cards::store
