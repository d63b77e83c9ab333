// faulty_disk.h - a disk that fails when it is told to.
//
// While a FaultyDisk lives, SQLite opens its files through it; operations that
// change a file are counted, and from a chosen one on, or that one alone, they
// fail. One at a time, in one thread.
#pragma once

#include <sqlite3.h>

namespace fixture {

class FaultyDisk {
  public:
    FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;
    ~FaultyDisk();

    // Lets the `nth` change from now (from 1) fail with `code`; `for_ever`: and all after it.
    void fail(int nth, int code, bool for_ever);
    void heal();
    bool has_failed() const;
};

}  // namespace fixture
