// Why: "the owner only" of an access list names the account that this process runs as; files, and the pipe of
// the window, are for it alone. Windows only.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <windows.h>

namespace certwright::files {

// OwnAccount is the identifier of the account that this process runs as.
class OwnAccount {
  public:
    OwnAccount();
    // sid is null if the system does not say; it lives as long as this.
    PSID sid() const;
    // text is the form of SDDL ("S-1-5-21-…"), empty on failure.
    std::wstring text() const;

  private:
    alignas(TOKEN_USER) std::array<std::uint8_t, sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE> m_buffer{};
    bool m_known = false;
};

} // namespace certwright::files
