// backup.h - copies of a library, and the way back to one.
//
// A backup is a whole library in one file, checked and on disk before it gets its
// name. Backups made on an occasion (before an upgrade, before a restore) stay
// until the student removes them; the others are thinned out as they age.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "cards/store/library.h"

namespace cards::store {

struct Backup {
    std::filesystem::path path;
    Instant made;  // To the second, by its name.
    std::uintmax_t bytes = 0;
    std::string occasion;  // "before-schema-2", "before-restore"; "" for a regular one.
};

// Where a library's backups are kept: the folder "backups" beside it.
std::filesystem::path backups_folder(const std::filesystem::path& library);

// Copies the library into `folder`, which is made where it is not there.
Backup backup(const Library& library, const std::filesystem::path& folder, Moment now);

// Those in a folder, newest first; none where there is no folder.
std::vector<Backup> list_backups(const std::filesystem::path& folder);

// Whether the newest regular one is at least half an hour old, or seems to be made
// after `now`.
bool backup_due(const std::vector<Backup>& backups, Moment now);

// Removes regular ones by the rules of thinning.h. Returns how many.
int thin_backups(const std::filesystem::path& folder, Moment now);

// Puts a backup in the library's place. The library must not be open. The backup
// is checked first; the replaced library, damaged or not, stays in the backups
// folder, so that a restore can be undone by another. Returns its path, empty when
// there was none.
std::filesystem::path restore(const std::filesystem::path& library, const std::filesystem::path& backup, Moment now);

}  // namespace cards::store
