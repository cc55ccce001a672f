// Why: what a program leaves when it is killed inside a system call, and what it still holds in memory at its
// last one, can only be seen by stopping it there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace certwright::test {

// Stops says where a program is stopped: before each system call that can change a file system (opening for
// writing, writing, renaming, removing, making folders and links, changing modes and owners, syncing), or
// before it exits.
enum class Stops { Writes, Exit };

// Streams are what the program gets: `in` and `out` are descriptors of the caller (none: /dev/null); with
// `terminal` that is its controlling terminal.
struct Streams {
    int in = -1;
    int out = -1;
    std::string terminal;
};

// TracedProgram runs a program under ptrace, in a session of its own. Its wish to forbid dumps is granted in
// appearance only, so that an ordinary user can read its memory too. A program that is still running is
// killed at the end of its TracedProgram.
class TracedProgram {
  public:
    TracedProgram(const std::vector<std::string>& command, Stops stops, const Streams& streams = {});
    TracedProgram(const TracedProgram&) = delete;
    TracedProgram& operator=(const TracedProgram&) = delete;
    ~TracedProgram();

    // next lets it run to its next stop and returns the number of the system call that it is about to make;
    // nothing when it has ended.
    std::optional<long> next();
    // killHere ends it with SIGKILL: the system call that it is stopped before does not happen.
    void killHere();
    // exitCode is -1 unless it has ended by itself.
    int exitCode() const { return m_exitCode; }
    pid_t pid() const { return m_pid; }

  private:
    bool running() const { return m_pid > 0; }
    void release();

    pid_t m_pid = -1;
    int m_exitCode = -1;
    bool m_released = false;
};

// Region is a readable part of a program's memory.
struct Region {
    std::string name;
    unsigned long start = 0;
    std::string octets;
};
using Memory = std::vector<Region>;

// memoryOf copies all readable memory of a stopped program.
Memory memoryOf(const TracedProgram& program);
// placesOf names every place at which `needle` stands.
std::vector<std::string> placesOf(const Memory& memory, const std::string& needle);

} // namespace certwright::test
