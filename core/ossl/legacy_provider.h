// Why: old PKCS#12 files use RC2-40 and 3DES, which OpenSSL 3 keeps in a provider of its own; it is loaded
// for them only.
#pragma once

#include <memory>

struct ossl_lib_ctx_st;

namespace certwright::ossl {

// LegacyProvider holds a library context of its own in which the default and the legacy provider are loaded;
// nothing outside it can use the old algorithms.
class LegacyProvider {
  public:
    LegacyProvider();
    ~LegacyProvider();
    LegacyProvider(const LegacyProvider&) = delete;
    LegacyProvider& operator=(const LegacyProvider&) = delete;

    // available tells whether this system's OpenSSL has the legacy provider.
    bool available() const;
    // context is owned by this object.
    ossl_lib_ctx_st* context() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace certwright::ossl
