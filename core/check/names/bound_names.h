// Why: constraints bind more than the alternative names: the subject, its mail address, and a CN that
// services take for a host (RFC 5280 section 4.2.1.10).
#pragma once

#include <deque>
#include <vector>

#include "core/check/names/constraints.h"
#include "core/document/anatomy.h"
#include "core/document/facts.h"

namespace certwright::check::names {

// BoundName is one name that constraints of its kind bind. `malformed`: it cannot be compared, so that no
// constraint of its kind can be kept. `host` is that of Email, Dns and Uri; of a `wildcard` what follows
// "*.".
struct BoundName {
    GeneralName name;
    bool malformed = false;
    bool wildcard = false;
    std::string_view host;
    std::optional<Mailbox> mailbox;
    base::Bytes canonical;

    NameKind kind() const { return name.kind; }
};

// CommonNameAs tells whether the subject's CN is bound as a host name or address too.
enum class CommonNameAs { Nothing, Host };

// BoundNames collects them from one certificate, whose facts and anatomy must outlive it.
class BoundNames {
  public:
    BoundNames(const document::CertificateFacts& facts, const document::CertificateAnatomy& anatomy,
               CommonNameAs commonName);
    BoundNames(BoundNames&&) = default;
    BoundNames(const BoundNames&) = delete;
    BoundNames& operator=(const BoundNames&) = delete;
    BoundNames& operator=(BoundNames&&) = delete;
    ~BoundNames() = default;

    const std::vector<BoundName>& all() const { return m_names; }
    // unreadable: there are alternative names, but they are malformed as a whole.
    bool unreadable() const { return m_unreadable; }

  private:
    void addAlternative(const GeneralName& name);
    void addMailOfSubject(base::ByteView subject);
    void addCommonName(std::string_view commonName);

    std::vector<BoundName> m_names;
    std::deque<base::Bytes> m_addresses;
    bool m_unreadable = false;
};

// isPermittedBy and isExcludedBy hold a name against a subtree of its own kind. A wildcard is permitted only
// if all that it may stand for is, and excluded if anything is. Neither is asked for a malformed name or
// subtree.
bool isPermittedBy(const BoundName& name, const Subtree& subtree);
bool isExcludedBy(const BoundName& name, const Subtree& subtree);

} // namespace certwright::check::names
