// Why: what happens after the first import needs one CA's material again and again: the next certificate,
// with the old key or a new one, and the next revocation list.
#pragma once

#include <string>

#include "tests/app/cli/practice.h"
#include "tests/data/material/pki.h"

namespace certwright::test {

// KeyUse says whether a generation has a key of its own or that of generation 0.
enum class KeyUse { Same, Own };

// Renewals writes generations of one CA's material, valid now by the real clock; every private key is
// encrypted with usualPassword.
class Renewals {
  public:
    Renewals();

    // full makes a folder with ca.crt, server.crt, server.key and ca.crl (its number is `generation` + 1);
    // returns its path.
    std::string full(int generation, KeyUse use = KeyUse::Own) const;
    // certificate, key and list are single files of a generation.
    std::string certificate(int generation, KeyUse use = KeyUse::Own) const;
    std::string key(int generation) const;
    std::string list(int generation) const;

  private:
    material::Identity serverOf(int generation, KeyUse use) const;

    TemporaryFolder m_folder;
    base::Time m_now;
    material::Identity m_ca;
};

} // namespace certwright::test
