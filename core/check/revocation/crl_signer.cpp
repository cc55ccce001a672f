// Why: see crl_signer.h.
#include "core/check/revocation/crl_signer.h"

#include <algorithm>
#include <map>

namespace certwright::check {

namespace {

constexpr int mostChecks = 400;
constexpr std::size_t mostDepth = 6;
constexpr int mostSteps = 2000;

bool sameKey(const document::CertificateFacts& one, const document::CertificateFacts& other) {
    return one.subject == other.subject && one.key.publicKeyInfo == other.key.publicKeyInfo;
}

// rank orders what was found out about several certificates of one name.
int rank(const CrlSigner& signer) {
    switch (signer.state) {
    case SignerState::Found:
        return signer.mayNotSign ? 5 : 6;
    case SignerState::Dates:
        return 4;
    case SignerState::NoPath:
        return 3;
    case SignerState::TooMany:
        return 2;
    case SignerState::WrongKey:
        return 1;
    case SignerState::None:
        break;
    }
    return 0;
}

} // namespace

CrlSigners::CrlSigners(const Context& context)
    : m_context(context)
    , m_path(context.path.issuers())
    , m_most(context.signatures.checks() + mostChecks) {
    std::map<base::Bytes, const SourcedCertificate*> others;
    for (const auto* list : {&context.material.cas, &context.material.pool})
        for (const SourcedCertificate* source : distinct(*list))
            others.emplace(source->certificate.facts.fingerprint, source);
    for (const auto& [fingerprint, source] : others)
        if (inPath(*source) == nullptr)
            m_others.push_back(source);
}

bool CrlSigners::exhausted() const {
    return m_context.signatures.checks() >= m_most;
}

const Link* CrlSigners::inPath(const SourcedCertificate& certificate) const {
    const auto found = std::ranges::find_if(m_path, [&](const Link& link) {
        return link.facts().fingerprint == certificate.certificate.facts.fingerprint;
    });
    return found == m_path.end() ? nullptr : &*found;
}

bool CrlSigners::signs(const Link& link, const CrlView& view) {
    return link.facts().subject == view.facts().issuer && !exhausted() &&
           m_context.signatures.signedBy(view.source->crl, link.facts().key);
}

bool CrlSigners::issued(const SourcedCertificate& subject, const document::CertificateFacts& issuer) {
    return subject.certificate.facts.issuer == issuer.subject && !exhausted() &&
           m_context.signatures.signedBy(subject.certificate, issuer.key);
}

// climb appends what leads from `from` to a CA of the path (section 6.3.3 (f): the same trust anchor).
bool CrlSigners::climb(const SourcedCertificate& from, std::vector<const SourcedCertificate*>& chain) {
    const auto maySign = [this](const document::CertificateFacts& facts) {
        return validNow(facts) && facts.isCa() && facts.allows(document::KeyUsage::KeyCertSign);
    };
    chain.push_back(&from);
    const document::CertificateFacts& own = from.certificate.facts;
    for (const Link& link : m_path)
        if ((link.role == Role::Ca && sameKey(link.facts(), own)) ||
            ((link.role == Role::Ca || maySign(link.facts())) && issued(from, link.facts())))
            return true;
    for (const SourcedCertificate* other : m_others)
        if (chain.size() < mostDepth && ++m_steps < mostSteps &&
            std::ranges::find(chain, other) == chain.end() && maySign(other->certificate.facts) &&
            issued(from, other->certificate.facts) && climb(*other, chain))
            return true;
    chain.pop_back();
    return false;
}

// known: while the path is broken, any CA among the files may prove to be part of it.
bool CrlSigners::known(const SourcedCertificate& signer, std::vector<const SourcedCertificate*>& chain) {
    if (m_context.path.end != PathEnd::Complete)
        return signer.certificate.facts.isCa();
    return climb(signer, chain);
}

CrlSigner CrlSigners::elsewhere(const CrlView& view) {
    CrlSigner best;
    for (const SourcedCertificate* other : m_others) {
        const document::CertificateFacts& facts = other->certificate.facts;
        if (!(facts.subject == view.facts().issuer))
            continue;
        CrlSigner found{
            SignerState::WrongKey, SignerPlace::Elsewhere, {other, Role::Intermediate}, {}, false};
        if (exhausted())
            found.state = SignerState::TooMany;
        else if (signs(found.link, view))
            found.state = known(*other, found.chain) ? SignerState::Found : SignerState::NoPath;
        if (found.state == SignerState::Found && !validNow(facts))
            found.state = SignerState::Dates;
        found.mayNotSign = !facts.allows(document::KeyUsage::CrlSign);
        if (rank(found) > rank(best))
            best = found;
    }
    return best;
}

CrlSigner CrlSigners::find(const CrlView& view) {
    CrlSigner best;
    for (const Link& link : m_path) {
        if (!(link.facts().subject == view.facts().issuer))
            continue;
        const bool mayNotSign = !link.facts().allows(document::KeyUsage::CrlSign);
        if (!signs(link, view)) {
            if (best.state == SignerState::None)
                best.state = exhausted() ? SignerState::TooMany : SignerState::WrongKey;
        } else if (best.state != SignerState::Found || (best.mayNotSign && !mayNotSign)) {
            best = {SignerState::Found, SignerPlace::Path, link, {}, mayNotSign};
        }
    }
    if (best.state == SignerState::Found && !best.mayNotSign)
        return best;
    const CrlSigner other = elsewhere(view);
    const bool better = other.state == SignerState::Found && !other.mayNotSign;
    if (best.state == SignerState::Found)
        return better ? other : best;
    return other.state == SignerState::None ? best : other;
}

} // namespace certwright::check
