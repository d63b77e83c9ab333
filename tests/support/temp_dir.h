// temp_dir.h - a new folder, removed with all that is in it.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

namespace support {

// In memory where the system has such a place: tests write and sync a great deal.
class TempDir {
  public:
    TempDir() {
        const std::filesystem::path memory = "/dev/shm";
        const bool use_memory = ::access(memory.c_str(), W_OK | X_OK) == 0;
        const std::filesystem::path parent = use_memory ? memory : std::filesystem::temp_directory_path();
        std::string name = (parent / "casebook-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw std::runtime_error("Could not make a folder in " + parent.string());
        path_ = name;
    }
    ~TempDir() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;

    const std::filesystem::path& path() const noexcept { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace support
