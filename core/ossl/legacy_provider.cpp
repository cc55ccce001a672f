// Why: RC2, single DES and PBKDF1 live in a library context that ends with the call that needed them.
#include "core/ossl/legacy_provider.h"

#include <openssl/crypto.h>
#include <openssl/provider.h>

#include "core/ossl/error_scope.h"

namespace certwright::ossl {

struct LegacyProvider::State {
    OSSL_LIB_CTX* context = nullptr;
    OSSL_PROVIDER* standard = nullptr;
    OSSL_PROVIDER* legacy = nullptr;
};

LegacyProvider::LegacyProvider()
    : m_state(std::make_unique<State>()) {
    const ErrorScope errors;
    m_state->context = OSSL_LIB_CTX_new();
    if (!m_state->context)
        return;
    m_state->standard = OSSL_PROVIDER_load(m_state->context, "default");
    m_state->legacy = OSSL_PROVIDER_load(m_state->context, "legacy");
}

LegacyProvider::~LegacyProvider() {
    if (m_state->legacy)
        OSSL_PROVIDER_unload(m_state->legacy);
    if (m_state->standard)
        OSSL_PROVIDER_unload(m_state->standard);
    OSSL_LIB_CTX_free(m_state->context);
}

bool LegacyProvider::available() const {
    return m_state->standard && m_state->legacy;
}

ossl_lib_ctx_st* LegacyProvider::context() const {
    return m_state->context;
}

} // namespace certwright::ossl
