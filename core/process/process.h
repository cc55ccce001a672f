// Why: other programs are run as lists of words, never through a shell, with a time limit and a way to stop
// them; nothing of theirs outlives the call.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace certwright::process {

// Program is what is run: `words` the program (a path, or a name that PATH has) and its arguments; `folder`
// its working folder (empty: this one's). The environment is this process's, with LC_ALL=C, so that what it
// prints can be understood. Its input is empty.
struct Program {
    std::vector<std::string> words;
    std::string folder = {};
    std::chrono::milliseconds limit{20000};
    // Of what it prints, the last so many octets are kept.
    std::size_t maximumOutput = 64UL * 1024;
};

// Ended: how it ended. `signal` is 0 for an ordinary end, then `status` counts. `output` is what it printed
// on both its outputs, in its order.
struct Ended {
    int status = 0;
    int signal = 0;
    std::string output;
};

// Runner runs programs; tests bring others.
class Runner {
  public:
    Runner() = default;
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;
    virtual ~Runner() = default;

    // run waits for the program's end. At the limit, or when `progress` is cancelled, it and all that it
    // started are ended. Errors: ProgramMissing (subject: the program), TimedOut, Cancelled, InputOutput.
    virtual base::Result<Ended> run(const Program& program, base::Progress& progress) = 0;
};

// systemRunner runs them on this computer, each in a process group (Windows: job) of its own, with no open
// file of this process's. At the limit the group is asked to end (SIGTERM) and half a second later made to;
// `progress` is asked about every 50 ms. What a program left running in its group ends with it. FileNotFound
// if `folder` is none; InvalidArgument without words or with a NUL in one.
std::unique_ptr<Runner> systemRunner();

} // namespace certwright::process
