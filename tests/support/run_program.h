// Why: the command line is tested as its users have it: a program with arguments, standard input and an exit
// status.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace certwright::test {

enum class Ending { Exited, Killed, TimedOut, NotStarted };

// Outcome is what a program left. `exitCode` is -1 unless it exited by itself; `signal` is what killed it,
// else 0.
struct Outcome {
    Ending ending = Ending::NotStarted;
    int exitCode = -1;
    int signal = 0;
    std::string out;
    std::string err;
};

// runProgram runs `program` (a path, or a name looked for in PATH) to its end and returns what it left.
// `input` is its whole standard input. `environment` is added to this process's; an empty value removes the
// variable. Descriptors of this process without close-on-exec reach the program under their own numbers.
// After `patience` it is killed.
Outcome runProgram(const std::string& program, const std::vector<std::string>& arguments,
                   const std::string& input = {}, const std::map<std::string, std::string>& environment = {},
                   std::chrono::milliseconds patience = std::chrono::seconds(60));

} // namespace certwright::test
