// Why: "the service will start" is shown, not claimed: what was written is read back as the service reads it
// and used in real TLS handshakes.
#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/check/finding.h"
#include "core/prove/installed.h"
#include "core/secret/secret_access.h"

namespace certwright::prove {

// ProofStep in order: Unseal (sealed passphrase), OpenKey, Load (key, certificate, chain, CA and CRL into a
// TLS context), Handshake (a client that trusts the CA accepts the server's certificate), RefuseAnonymous and
// RefuseStranger (mutual TLS: a client without a certificate, and one with a throw-away certificate of no
// known CA, are refused), Revocation (the loaded CRL is the one that is consulted, and the server's own
// certificate is not on it).
enum class ProofStep { Unseal, OpenKey, Load, Handshake, RefuseAnonymous, RefuseStranger, Revocation };

// proofStepName returns the stable name used in check::ProofFailed::step.
std::string_view proofStepName(ProofStep step);

// Proof: steps that succeeded, the protocol and cipher of the handshake ("TLSv1.3",
// "TLS_AES_256_GCM_SHA384"), and findings (ProofFailed) if one did not. Without either nothing was proved:
// there was no proof to make, or only the vendor's library, which is not here, can open the key.
struct Proof {
    std::vector<ProofStep> passed;
    std::string protocol;
    std::string cipher;
    check::Findings failures;

    bool succeeded() const { return failures.empty() && !passed.empty(); }
};

// prove does the handshakes over socket pairs, in this process, at `now` for all date checks. RefuseAnonymous
// and RefuseStranger only where the profile says mutual TLS; Revocation only with a CRL. A step whose
// precondition failed is not tried.
Proof prove(const files::FileReader& reader, const Place& place, base::Time now, secret::SecretAccess access);

} // namespace certwright::prove
