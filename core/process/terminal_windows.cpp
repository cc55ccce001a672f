// Why: what this is for is there on Linux only.
#include "core/process/terminal.h"

namespace certwright::process {

base::Result<Ended> runAtTerminal(const Dialogue& dialogue, const secret::SecretBytes&, base::Progress&,
                                  secret::SecretAccess) {
    return base::failure(base::ErrorCode::NotSupported,
                         dialogue.program.words.empty() ? std::string() : dialogue.program.words.front());
}

} // namespace certwright::process
