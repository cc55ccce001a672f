// Why: what was started must be read from, waited for and ended with all of its group, whatever it was
// started with. Inside this room's POSIX half only.
#pragma once

#include <chrono>
#include <string>
#include <sys/types.h>
#include <vector>

#include "core/process/output.h"

namespace certwright::process {

// plainEnvironment is this process's variables with LC_ALL=C and without LANGUAGE.
std::vector<std::string> plainEnvironment();
// pointersTo is what exec wants; `words` must outlive it.
std::vector<char*> pointersTo(const std::vector<std::string>& words);

// Running is a started program that leads a process group. What it prints comes out of `output`, which never
// blocks and stays the caller's. Whatever happens, its group is gone when this is.
class Running {
  public:
    Running(pid_t child, int output, std::size_t maximumOutput)
        : m_child(child)
        , m_pipe(output)
        , m_output(maximumOutput) {}
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running();

    // ended waits up to `patience` for output or the end.
    bool ended(std::chrono::milliseconds patience);
    // end asks the group to end and, half a second later, makes it.
    void end();
    // collect ends what is left of the group and returns how the program itself ended.
    Ended collect();
    // printed is how much it printed so far, in octets.
    std::size_t printed() const { return m_printed; }
    // output is what is kept of that.
    const Output& output() const { return m_output; }

  private:
    void read(std::chrono::milliseconds patience);

    pid_t m_child;
    int m_pipe;
    Output m_output;
    std::size_t m_printed = 0;
    bool m_closed = false;
    bool m_collected = false;
};

} // namespace certwright::process
