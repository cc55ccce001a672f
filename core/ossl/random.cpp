// Why: private values come from OpenSSL's own generator for them.
#include "core/ossl/random.h"

#include <openssl/rand.h>

#include "core/ossl/error_scope.h"

namespace certwright::ossl {

namespace {

class SystemRandom final : public base::RandomSource {
  public:
    base::Status fill(std::span<std::uint8_t> out) override {
        const ErrorScope errors;
        if (RAND_priv_bytes_ex(nullptr, out.data(), out.size(), 0) != 1)
            return base::failure(base::ErrorCode::CryptoFailed, "random", errors.detail());
        return {};
    }
};

} // namespace

std::unique_ptr<base::RandomSource> systemRandom() {
    return std::make_unique<SystemRandom>();
}

} // namespace certwright::ossl
