// Why: whoever typed a password for a key should not be asked for it again when copies of that key are looked
// at.
#pragma once

#include <vector>

#include "core/job/environment.h"

namespace certwright::job {

// KnownPasswords passes questions on to another source, which must outlive it, and remembers the answers in
// locked memory. Once told to (offerKnown), it answers with those first.
class KnownPasswords final : public PasswordSource {
  public:
    // Asking: Always: what is not known is asked for each file; Once: only as long as nothing is known at all
    // (for files that were found and may be anybody's).
    enum class Asking { Always, Once };

    explicit KnownPasswords(PasswordSource& inner)
        : m_inner(inner) {}

    // offerKnown makes password() give what is known before it asks, as `asking` says.
    void offerKnown(Asking asking);

    base::Result<std::optional<secret::SecretBytes>> password(const std::string& path, int attempt) override;
    int attempts() const override;

  private:
    void remember(const secret::SecretBytes& password);

    PasswordSource& m_inner;
    bool m_offers = false;
    Asking m_asking = Asking::Always;
    int m_offered = 0;
    bool m_asked = false;
    std::vector<secret::SecretBytes> m_known;
};

} // namespace certwright::job
