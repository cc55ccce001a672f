// Why: which files share a key is known only at the end, and the paths of a million certificates are too much
// to keep; they wait in a temporary file instead, and a number stands for each.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <mutex>
#include <string>

namespace certwright::scan {

// Places keeps paths in the order in which they are added: up to 1 MiB in memory, more in a temporary file
// without a name, which is gone when this is. Where no such file can be made they stay in memory. add() may
// be called from several threads.
class Places {
  public:
    // add returns the number of a path.
    std::uint64_t add(const std::string& path);
    // path returns a path by its number; empty if the temporary file cannot be read any more.
    std::string path(std::uint64_t place);

  private:
    struct CloseFile {
        void operator()(std::FILE* p) const { std::fclose(p); }
    };
    void spill();

    std::mutex m_mutex;
    std::string m_recent;
    std::uint64_t m_spilled = 0;
    std::unique_ptr<std::FILE, CloseFile> m_file;
    bool m_noFile = false;
};

} // namespace certwright::scan
