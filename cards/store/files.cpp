#include "cards/store/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "cards/store/error.h"

namespace cards::store {
namespace {

namespace fs = std::filesystem;

// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const noexcept { return number_; }

  private:
    int number_;
};

}  // namespace

void make_private_folder(const fs::path& folder) {
    std::error_code ignored;
    if (folder.empty() || fs::is_directory(folder, ignored)) return;
    if (folder.has_parent_path() && folder.parent_path() != folder) make_private_folder(folder.parent_path());
    if (::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST) return;
    throw file_failed("make the folder for your library", folder, errno);
}

void make_private_file(const fs::path& path, const std::string& operation) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.number() < 0) throw file_failed(operation, path, errno);
}

void sync_to_disk(const fs::path& path, const std::string& operation) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0 || ::fsync(file.number()) != 0) {
        if (errno == EINVAL) return;  // Some file systems cannot sync a folder, and need not.
        throw file_failed(operation, path, errno);
    }
}

bool rename_into_place(const fs::path& from, const fs::path& to, const std::string& operation) {
    // A link, unlike a rename, never replaces a file another process has just made.
    const bool linked = ::link(from.c_str(), to.c_str()) == 0;
    const int why = linked ? 0 : errno;
    const bool taken = why == EEXIST;
    if (linked || taken) {
        ::unlink(from.c_str());
    } else if (::rename(from.c_str(), to.c_str()) != 0) {  // A file system without links.
        throw file_failed(operation, to, errno);
    }
    sync_to_disk(folder_of(to), operation);
    return !taken;
}

fs::path journal_of(const fs::path& library) {
    fs::path journal = library;
    journal += "-journal";
    return journal;
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

std::string free_space(const fs::path& path) {
    std::error_code error;
    const fs::space_info space = fs::space(folder_of(path), error);
    if (error) return {};
    const std::uintmax_t kib = space.available / 1024;
    if (kib < 10 * 1024) return fmt::format("{} KiB free", kib);
    if (kib < 10 * 1024 * 1024) return fmt::format("{} MiB free", kib / 1024);
    return fmt::format("{} GiB free", kib / (1024 * 1024));
}

}  // namespace cards::store
