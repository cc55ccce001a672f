// Why: one handshake with a server, as a client that wants to see everything and believes nothing. Inside
// this room only.
#pragma once

#include "core/served/fetch.h"
#include "core/served/socket.h"

namespace certwright::served {

// Version is a TLS version by OpenSSL's number (0x0301 …); Strength: Usual takes what present clients take,
// Lowest also what they have given up.
using Version = int;
enum class Strength { Usual, Lowest };

// Probe: Http offers HTTP/1.1 (ALPN, RFC 7301) and, if the server takes it and asked for a client
// certificate, asks for "/".
enum class Probe { None, Http };

// Wish is how the server is greeted. `only`: this version and no other; nothing: TLS 1.2 or 1.3. `own`: shown
// if the server asks for a certificate.
struct Wish {
    std::string sni;
    std::optional<Version> only = {};
    Strength strength = Strength::Usual;
    const OwnCertificate* own = nullptr;
    Probe probe = Probe::None;
};

// Meeting is what the server showed; `finished`: the handshake came to its end, else the server broke it off
// after it had shown its certificates (`detail`).
struct Meeting {
    std::vector<document::Certificate> chain;
    std::string protocol;
    std::string cipher;
    CipherKind cipherKind = CipherKind::Strong;
    base::Bytes staple;
    bool finished = false;
    ClientDemand demand = ClientDemand::NotAsked;
    std::string detail;
};

// meetServer does the handshake over a connected socket, which is at the point where TLS begins. TlsFailed
// (detail: what the server did) if no certificates came; TimedOut, Cancelled; CryptoFailed if it could not
// even begin.
base::Result<Meeting> meetServer(Socket& socket, const Wish& wish, const Patience& patience,
                                 secret::SecretAccess access);

} // namespace certwright::served
