// Why: each certificate is taken apart once in a check.
#include "core/check/details.h"

namespace certwright::check {

const document::CertificateAnatomy* DetailsMemory::anatomyOf(const document::Certificate& certificate) {
    auto known = m_anatomies.find(certificate.facts.fingerprint);
    if (known == m_anatomies.end())
        known =
            m_anatomies.emplace(certificate.facts.fingerprint, document::anatomyOf(certificate.der)).first;
    return known->second ? &*known->second : nullptr;
}

} // namespace certwright::check
