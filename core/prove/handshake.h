// Why: a handshake is the one thing that shows that certificate, key, chain, CA and CRL work together. Inside
// this room only.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/prove/tls_context.h"

namespace certwright::prove {

// Caller is who calls the server: a client without a certificate; one that shows the server's own certificate
// (the only one of the user's CA that there is: usable as proof that the CA is trusted, any purpose allowed);
// one with a throw-away self-signed certificate.
enum class Caller { Anonymous, ServersOwn, Stranger };

// CrlUse: whether the CRL is consulted for the caller's certificate. It must be left out for the server's own
// certificate where an intermediate issued it that the CRL does not speak for.
enum class CrlUse { AsLoaded, LeftOut };

// Meeting is how a handshake went. `accepted`: both sides finished and an octet came through from the server.
// `serverRefused`: the server ended it because
// of the client's certificate, or the lack of one, and the client saw the alert. `detail` is OpenSSL's word.
struct Meeting {
    bool accepted = false;
    bool serverRefused = false;
    std::string protocol;
    std::string cipher;
    std::string detail;
};

// meet does one handshake over a socket pair within this thread, without blocking. Fails with InputOutput or
// CryptoFailed if it could not even begin.
base::Result<Meeting> meet(const TlsContexts& contexts, const TlsMaterial& material, Caller caller,
                           CrlUse crlUse);

} // namespace certwright::prove
