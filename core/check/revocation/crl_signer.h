// Why: a list speaks for a CA only if its signature leads to the same trusted certificate as the path does
// (RFC 5280 section 6.3.3 (f) and (g)); the key may be another one than the CA signs certificates with.
#pragma once

#include <optional>
#include <vector>

#include "core/check/revocation/crl_view.h"
#include "core/check/rules/context.h"

namespace certwright::check {

// SignerState tells what the search for a list's signer found: Found; None of the given certificates has the
// issuer's name; WrongKey: none of those that have it made the signature; NoPath: the one that did does not
// lead to the path's trusted certificate; Dates: it has run out or not begun; TooMany: the search was given
// up.
enum class SignerState { Found, None, WrongKey, NoPath, Dates, TooMany };

// SignerPlace: a certificate of the path itself, or another one.
enum class SignerPlace { Path, Elsewhere };

// CrlSigner looks into the Material. `chain` is what leads from an Elsewhere signer to the path: the signer
// itself and the CAs above it, without those of the path. `mayNotSign`: it has a keyUsage without cRLSign.
struct CrlSigner {
    SignerState state = SignerState::None;
    SignerPlace place = SignerPlace::Path;
    Link link;
    std::vector<const SourcedCertificate*> chain;
    bool mayNotSign = false;
};

// CrlSigners finds signers among the path's issuers first, then among all given certificates, for the path
// of `context`. It computes at most a few hundred signatures beside those remembered.
class CrlSigners {
  public:
    explicit CrlSigners(const Context& context);
    CrlSigner find(const CrlView& view);

  private:
    bool signs(const Link& link, const CrlView& view);
    bool issued(const SourcedCertificate& subject, const document::CertificateFacts& issuer);
    bool exhausted() const;
    bool validNow(const document::CertificateFacts& facts) const {
        return facts.notBefore <= m_context.now && m_context.now <= facts.notAfter;
    }
    const Link* inPath(const SourcedCertificate& certificate) const;
    bool known(const SourcedCertificate& signer, std::vector<const SourcedCertificate*>& chain);
    bool climb(const SourcedCertificate& from, std::vector<const SourcedCertificate*>& chain);
    CrlSigner elsewhere(const CrlView& view);

    const Context& m_context;
    std::vector<Link> m_path;
    std::vector<const SourcedCertificate*> m_others;
    int m_most = 0;
    int m_steps = 0;
};

} // namespace certwright::check
