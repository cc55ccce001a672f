// Why: asking for a password without echo, asking yes or no, and being stopped with Ctrl-C differ between
// systems.
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/secret/secret_bytes.h"

namespace certwright::cli {

enum class Stream { Input, Output, Error };

// keepStandardStreams opens standard streams that the caller closed, on devices that hold nothing and fail
// what is written; otherwise the next file that is opened would become standard output. Call first thing in
// main.
void keepStandardStreams();

// printText writes UTF-8 to a standard stream and tells whether it took all of it; like fwrite it may be held
// back until fflush. On a console of Windows it is shown as what it is, whatever code page that is set to.
bool printText(std::string_view text, std::FILE* stream);

// isTerminal tells whether a standard stream is a terminal; descriptorIsTerminal the same of a descriptor
// number.
bool isTerminal(Stream stream);
bool descriptorIsTerminal(int descriptor);

// terminalAvailable tells whether a person can be asked (the controlling terminal can be opened).
bool terminalAvailable();
// askSecret writes `prompt` to the terminal and reads one line without echo, octet by octet into locked
// memory. Cancelled for Ctrl-C or end of input; the terminal is put back in every case, also by the signal.
base::Result<secret::SecretBytes> askSecret(const std::string& prompt, secret::SecretAccess access);
// askLine writes `prompt` and reads one line with echo. Cancelled as above.
base::Result<std::string> askLine(const std::string& prompt);

// readSecret reads a secret from an open descriptor up to its end or the first line end (which is dropped),
// at most 4,096 octets. PasswordUnavailable if the descriptor cannot be read or gives more.
base::Result<secret::SecretBytes> readSecret(int descriptor, secret::SecretAccess access);
// writeSecret writes all of a secret to an open descriptor; OutputIsTerminal for a terminal, FileNotRegular
// for a regular file (a secret goes through a pipe or socket only). `prefix`, which is none, goes first.
base::Status writeSecret(int descriptor, const secret::SecretBytes& secret, secret::SecretAccess access,
                         std::string_view prefix = {});

// catchInterrupt makes Ctrl-C (and SIGTERM, SIGHUP) set a flag that interrupted() reads; ignores broken
// pipes.
void catchInterrupt();
bool interrupted();

} // namespace certwright::cli
