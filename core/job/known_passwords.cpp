// Why: see known_passwords.h.
#include "core/job/known_passwords.h"

#include <algorithm>

namespace certwright::job {

void KnownPasswords::offerKnown(Asking asking) {
    m_offers = true;
    m_asking = asking;
}

void KnownPasswords::remember(const secret::SecretBytes& password) {
    const bool known =
        std::ranges::any_of(m_known, [&](const secret::SecretBytes& one) { return one.equals(password); });
    if (!known)
        m_known.push_back(password.clone());
}

base::Result<std::optional<secret::SecretBytes>> KnownPasswords::password(const std::string& path,
                                                                          int attempt) {
    // What is learnt while one file is opened is offered from the next file on.
    if (attempt == 1) {
        m_offered = m_offers ? static_cast<int>(m_known.size()) : 0;
        m_asked = m_offers && m_asking == Asking::Once && m_offered > 0;
    }
    if (attempt <= m_offered)
        return std::optional(m_known[static_cast<std::size_t>(attempt) - 1].clone());
    if (m_asked || attempt - m_offered > m_inner.attempts())
        return std::optional<secret::SecretBytes>{};
    auto answer = m_inner.password(path, attempt - m_offered);
    if (answer && *answer)
        remember(**answer);
    return answer;
}

int KnownPasswords::attempts() const {
    return m_inner.attempts() + (m_offers ? static_cast<int>(m_known.size()) : 0);
}

} // namespace certwright::job
