// Why: what a server really serves is asked of the server itself.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/document/object.h"
#include "core/secret/secret_access.h"
#include "core/served/address.h"

namespace certwright::served {

// Opening is what is said before TLS begins: nothing, or PostgreSQL's SSLRequest.
enum class Opening { Tls, Postgres };

// OwnCertificate is what a client shows: its certificate first, then what is sent with it, and its key.
struct OwnCertificate {
    std::vector<document::Certificate> chain;
    document::PrivateKey key;
};

// Order says whom to ask and how. `name` is the server name that is asked for (SNI) and that the certificate
// must cover; empty: the host of the address. `limit` holds for each connection. `own` may be null; it must
// outlive the call.
struct Order {
    Address address;
    std::string name = {};
    Opening opening = Opening::Tls;
    std::chrono::milliseconds limit{10000};
    const OwnCertificate* own = nullptr;
};

// CipherKind: Weak has no forward secrecy or no authenticated encryption (RFC 9325 section 4.2).
enum class CipherKind { Strong, Weak };

// ClientDemand is what became of a client without a certificate: none was asked for; asked for and let in all
// the same; asked for, and what came of it cannot be seen; refused.
enum class ClientDemand { NotAsked, LetIn, Unclear, Refused };

// Answer to a version of TLS, or to a client certificate; Unknown: not asked, or no answer in time.
enum class Answer { Accepted, Refused, Unknown };
struct VersionAnswer {
    std::string version;
    Answer answer = Answer::Unknown;
};

// Served is what was seen. `chain` in the order sent; `endpoint` the address that answered; `protocol` and
// `cipher` as a client of today gets them or, if there is no such, the newest that the server accepts;
// `versions` from TLSv1.0 to TLSv1.3; `staple` the DER of the OCSP response, empty if none was sent;
// `ownAnswer` how Order::own fared.
struct Served {
    std::string endpoint;
    std::string name;
    std::vector<document::Certificate> chain;
    std::string protocol;
    std::string cipher;
    CipherKind cipherKind = CipherKind::Strong;
    std::vector<VersionAnswer> versions;
    base::Bytes staple;
    ClientDemand demand = ClientDemand::NotAsked;
    Answer ownAnswer = Answer::Unknown;
};

// fetchServed connects a handful of times: once as a client of today, once for each other version of TLS
// (with OpenSSL's security level lowered for these alone) and once more with Order::own. Believes nothing and
// judges nothing. Errors (subject: the address): HostUnknown, ConnectionFailed, TlsFailed (detail: what the
// server did, such as "answers in plain HTTP"), TimedOut, Cancelled; CryptoFailed if Order::own is of no use.
base::Result<Served> fetchServed(const Order& order, const base::Progress& progress,
                                 secret::SecretAccess access);

} // namespace certwright::served
