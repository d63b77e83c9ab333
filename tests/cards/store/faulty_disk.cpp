#include "faulty_disk.h"

#include <new>

namespace fixture {
namespace {

// What SQLite's C interface leaves no other room for.
struct Plan {
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs ours{};
    int until = 0;  // Changes until one fails; 0: none does.
    int code = 0;
    bool for_ever = false;
    bool failed = false;
};
Plan plan;  // NOLINT: SQLite calls back without a place for it.

// SQLITE_OK, or how this change is to fail.
int next_change() {
    if (plan.until == 0) return plan.failed && plan.for_ever ? plan.code : SQLITE_OK;
    if (--plan.until > 0) return SQLITE_OK;
    plan.failed = true;
    return plan.code;
}

struct File {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real(); }

int close(sqlite3_file* f) { return real(f)->pMethods == nullptr ? SQLITE_OK : real(f)->pMethods->xClose(real(f)); }
int read(sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
    return real(f)->pMethods->xRead(real(f), to, size, at);
}
int write(sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
    const int code = next_change();
    return code != SQLITE_OK ? code : real(f)->pMethods->xWrite(real(f), from, size, at);
}
int truncate(sqlite3_file* f, sqlite3_int64 size) {
    const int code = next_change();
    return code != SQLITE_OK ? SQLITE_IOERR_TRUNCATE : real(f)->pMethods->xTruncate(real(f), size);
}
int sync(sqlite3_file*, int) {  // Not passed on: no power is lost here, and it takes most of the time.
    return next_change() != SQLITE_OK ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}
int file_size(sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); }
int lock(sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); }
int unlock(sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
int reserved(sqlite3_file* f, int* result) { return real(f)->pMethods->xCheckReservedLock(real(f), result); }
int control(sqlite3_file* f, int what, void* with) { return real(f)->pMethods->xFileControl(real(f), what, with); }
int sector_size(sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); }
int character(sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }

const sqlite3_io_methods methods = {1,       close,   read,     write,   truncate,    sync,      file_size,
                                    lock,    unlock,  reserved, control, sector_size, character, nullptr,
                                    nullptr, nullptr, nullptr,  nullptr, nullptr};

int open(sqlite3_vfs*, const char* name, sqlite3_file* f, int flags, int* out) {
    File* const file = new (f) File{};
    const int code = plan.real->xOpen(plan.real, name, file->real(), flags, out);
    if (code == SQLITE_OK) file->base.pMethods = &methods;
    return code;
}

int remove(sqlite3_vfs*, const char* name, int sync_folder) {
    const int code = next_change();
    return code != SQLITE_OK ? SQLITE_IOERR_DELETE : plan.real->xDelete(plan.real, name, sync_folder);
}

}  // namespace

FaultyDisk::FaultyDisk() {
    plan = Plan{};
    plan.real = sqlite3_vfs_find(nullptr);
    plan.ours = *plan.real;
    plan.ours.zName = "faulty";
    plan.ours.szOsFile = static_cast<int>(sizeof(File)) + plan.real->szOsFile;
    plan.ours.xOpen = open;
    plan.ours.xDelete = remove;
    sqlite3_vfs_register(&plan.ours, 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&plan.ours);
    sqlite3_vfs_register(plan.real, 1);
}

void FaultyDisk::fail(int nth, int code, bool for_ever) {
    plan.until = nth;
    plan.code = code;
    plan.for_ever = for_ever;
    plan.failed = false;
}

void FaultyDisk::heal() { fail(0, SQLITE_OK, false); }

bool FaultyDisk::has_failed() const { return plan.failed; }

}  // namespace fixture
