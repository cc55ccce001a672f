// Why: OpenSSL's error queue, read once and left empty.
#include "core/ossl/error_scope.h"

#include <array>

#include <openssl/err.h>

namespace certwright::ossl {

ErrorScope::ErrorScope() {
    ERR_clear_error();
}

ErrorScope::~ErrorScope() {
    ERR_clear_error();
}

std::string ErrorScope::detail() const {
    std::string line;
    while (const unsigned long code = ERR_get_error()) {
        std::array<char, 256> text{};
        ERR_error_string_n(code, text.data(), text.size());
        if (!line.empty())
            line += "; ";
        line += text.data();
    }
    return line;
}

int ErrorScope::lastReason() const {
    return ERR_GET_REASON(ERR_peek_last_error());
}

int ErrorScope::lastLibrary() const {
    return ERR_GET_LIB(ERR_peek_last_error());
}

} // namespace certwright::ossl
