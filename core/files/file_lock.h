// Why: two imports into one folder must not interleave; the second waits briefly and then says who holds the
// lock.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "core/base/result.h"

namespace certwright::files {

// FileLock holds an advisory lock (flock, LockFileEx) on a small file until destroyed. The system releases it
// when the process dies, so a stale lock cannot exist; the file itself stays. Move-only.
class FileLock {
  public:
    // acquire makes the file (mode 0600) if needed, waits up to `patience` for the lock, then writes `holder`
    // (one line of text that says who has it) into the file. LockHeld, with the present holder's line as
    // `detail`, when the time is over. Refuses a symbolic link. The holder may remove the file: who waited
    // for it takes the next of that name.
    static base::Result<FileLock> acquire(const std::string& path, const std::string& holder,
                                          std::chrono::milliseconds patience);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

  private:
    explicit FileLock(std::intptr_t handle);
    std::intptr_t m_handle;
};

} // namespace certwright::files
