// Why: how a name of each kind is held against a constraint of its kind (RFC 5280 section 4.2.1.10).
#include "core/check/names/bound_names.h"

#include <algorithm>

#include "core/check/names/address.h"
#include "core/check/names/dns_name.h"

namespace certwright::check::names {

namespace {

// isSubdomain leaves out the domain itself.
bool isSubdomain(std::string_view name, std::string_view domain) {
    return name.size() > domain.size() && isBelow(name, domain);
}

bool dnsFits(std::string_view name, const Subtree& subtree) {
    return subtree.subdomainsOnly ? isSubdomain(name, subtree.host) : isBelow(name, subtree.host);
}

// A wildcard's names are all one label below `rest`.
bool allNamesFit(std::string_view rest, const Subtree& subtree) {
    return isBelow(rest, subtree.host);
}

bool anyNameFits(std::string_view rest, const Subtree& subtree) {
    if (allNamesFit(rest, subtree))
        return true;
    // The constraint may be one of the names that the wildcard stands for.
    if (subtree.subdomainsOnly || subtree.host.empty())
        return false;
    const std::size_t dot = subtree.host.find('.');
    const std::string_view parent =
        dot == std::string_view::npos ? std::string_view() : subtree.host.substr(dot + 1);
    return equalHosts(parent, rest);
}

// Hosts of mail and URIs: a constraint without a leading period is that host alone; an empty one all hosts.
bool hostFits(std::string_view host, const Subtree& subtree) {
    if (subtree.subdomainsOnly)
        return isSubdomain(host, subtree.host);
    return subtree.host.empty() || equalHosts(host, subtree.host);
}

bool mailFits(const Mailbox& mailbox, const Subtree& subtree) {
    return subtree.mailbox ? mailbox == *subtree.mailbox : hostFits(mailbox.host, subtree);
}

// A canonical name is its relative names one after the other, so that what is below a name starts with its
// octets.
bool startsWith(const base::Bytes& name, const base::Bytes& base) {
    return name.size() >= base.size() && std::equal(base.begin(), base.end(), name.begin());
}

} // namespace

bool isPermittedBy(const BoundName& name, const Subtree& subtree) {
    switch (name.kind()) {
    case NameKind::Dns:
        return name.wildcard ? allNamesFit(name.host, subtree) : dnsFits(name.host, subtree);
    case NameKind::Email:
        return mailFits(*name.mailbox, subtree);
    case NameKind::Uri:
        return hostFits(name.host, subtree);
    case NameKind::Ip:
        return isWithin(name.name.content, subtree.base.content);
    case NameKind::Directory:
        return startsWith(name.canonical, subtree.canonical);
    default:
        return false;
    }
}

bool isExcludedBy(const BoundName& name, const Subtree& subtree) {
    if (name.kind() == NameKind::Dns && name.wildcard)
        return anyNameFits(name.host, subtree);
    return isPermittedBy(name, subtree);
}

} // namespace certwright::check::names
