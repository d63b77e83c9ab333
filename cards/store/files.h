// files.h - what the store does to files itself: private folders, and writing that
// survives a power loss.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace cards::store {

// Makes `folder` and those above it that are missing, for the student alone
// (0700). Throws StoreError.
void make_private_folder(const std::filesystem::path& folder);

// Makes an empty file that only the student can read (0600); it must not be there.
void make_private_file(const std::filesystem::path& path, const std::string& operation);

// Returns when the file's, or the folder's, content is on disk.
void sync_to_disk(const std::filesystem::path& path, const std::string& operation);

// Gives the file at `from` the name `to` unless there is such a file: then
// `from` is removed and the answer is false. The folder is on disk afterwards.
bool rename_into_place(const std::filesystem::path& from, const std::filesystem::path& to,
                       const std::string& operation);

// The rollback journal SQLite keeps beside a database.
std::filesystem::path journal_of(const std::filesystem::path& library);

// Its folder; "." for a bare name.
std::filesystem::path folder_of(const std::filesystem::path& path);

// "12 KiB free", or "" where the system does not say.
std::string free_space(const std::filesystem::path& path);

}  // namespace cards::store
