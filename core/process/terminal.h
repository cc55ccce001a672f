// Why: some programs ask for a password at their terminal and nowhere else; then they get a terminal of their
// own, and the answer never stands in arguments, variables or files.
#pragma once

#include <string>
#include <vector>

#include "core/process/process.h"
#include "core/secret/secret_bytes.h"

namespace certwright::process {

// Dialogue is a program that may ask. `variables` ("NAME=value") come besides this process's own and before
// them. `mostAnswers`: how often the answer is given (a second time to confirm it).
struct Dialogue {
    Program program;
    std::vector<std::string> variables;
    int mostAnswers = 2;
};

// runAtTerminal runs the program with a new terminal as its controlling one and types `answer` and Return
// whenever it waits there with echo off, or at a prompt that names a password. What it prints is returned
// with '\r' left out, and with the answer blanked should it print that. As with Runner nothing of it outlives
// the call. Errors as Runner's; also ProgramFailed if it asks more often, InvalidArgument if `answer` has
// characters below 0x20 or 0x7f, which a terminal takes for commands, and NotSupported on Windows.
base::Result<Ended> runAtTerminal(const Dialogue& dialogue, const secret::SecretBytes& answer,
                                  base::Progress& progress, secret::SecretAccess access);

} // namespace certwright::process
