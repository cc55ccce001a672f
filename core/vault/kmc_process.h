// Why: starting the helper, talking to it and being sure that it ends are done differently by each system.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/secret/secret_bytes.h"

namespace certwright::vault {

enum class Arrival { Octets, Nothing, Closed };

// KmcProcess is a running helper with its end of the connection. It lives no longer than this object, and not
// longer than this process. Not movable; used by the one thread that made it (Linux ends the helper with that
// thread).
class KmcProcess {
  public:
    KmcProcess() = default;
    KmcProcess(const KmcProcess&) = delete;
    KmcProcess& operator=(const KmcProcess&) = delete;
    ~KmcProcess();

    // start runs `helper` in `folder`, with nothing but the connection: no arguments that say anything, no
    // variables of this process's. ProgramMissing, InputOutput.
    base::Status start(const std::string& helper, const std::string& folder);
    // write sends all of `octets`; false if the helper is gone.
    bool write(const secret::SecretBytes& octets, secret::SecretAccess access);
    // read waits up to `patience` and appends what came to `octets`.
    Arrival read(secret::SecretBytes& octets, std::chrono::milliseconds patience,
                 secret::SecretAccess access);
    // finish waits up to `grace` for the helper's own end, then ends it with all in its group. The signal
    // that ended it, 0 if it ended by itself or by this call.
    int finish(std::chrono::milliseconds grace);

  private:
    bool hasEnded() const;

    std::intptr_t m_process = -1;
    std::intptr_t m_job = -1;
    std::intptr_t m_in = -1;
    std::intptr_t m_out = -1;
};

// kmcHelperName is the helper's file name on this system.
std::string kmcHelperName();

} // namespace certwright::vault
