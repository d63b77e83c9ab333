// error.h - what went wrong with the library, and what the student can do.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace cards::store {

class StoreError : public std::runtime_error {
  public:
    enum class Kind { InUse, Newer, Foreign, Damaged, DiskFull, ReadOnly, Io, Missing, Other };

    StoreError(Kind kind, const std::string& message, std::filesystem::path path)
        : std::runtime_error(message), kind_(kind), path_(std::move(path)) {}

    Kind kind() const noexcept { return kind_; }
    const std::filesystem::path& path() const noexcept { return path_; }

  private:
    Kind kind_;
    std::filesystem::path path_;
};

// The messages of the store, each with what to do; `operation` completes "Could
// not …" ("save your answer").
StoreError in_use(const std::filesystem::path& path);
StoreError newer_version(const std::filesystem::path& path, int found, int known);
StoreError not_a_library(const std::filesystem::path& path);
StoreError damaged(const std::filesystem::path& path, const std::string& detail);
StoreError failed(const std::string& operation, const std::filesystem::path& path, int sqlite_code,
                  const std::string& detail);
StoreError file_failed(const std::string& operation, const std::filesystem::path& path, int error_number);
StoreError missing(const std::string& operation, const std::filesystem::path& path, const std::string& what);

}  // namespace cards::store
