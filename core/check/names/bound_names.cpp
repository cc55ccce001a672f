// Why: which names of a certificate are bound; see bound_names.h.
#include "core/check/names/bound_names.h"

#include <algorithm>
#include <array>

#include "core/check/names/address.h"
#include "core/check/names/dns_name.h"
#include "core/check/names/uri_host.h"
#include "core/document/extension_ids.h"
#include "core/document/names.h"

namespace certwright::check::names {

namespace {

using base::ByteView;
using ossl::DerReader;
using ossl::Tag;

// emailAddress of PKCS #9, 1.2.840.113549.1.9.1
constexpr std::array<std::uint8_t, 9> emailAddress{0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 1};

BoundName dnsName(const GeneralName& name) {
    BoundName bound{name, false, false, name.text(), {}, {}};
    if (const auto rest = wildcardRest(name.text())) {
        bound.wildcard = true;
        bound.host = *rest;
    } else {
        bound.malformed = !isHostName(name.text());
    }
    return bound;
}

BoundName mailName(const GeneralName& name, std::optional<Mailbox> mailbox) {
    BoundName bound{{NameKind::Email, name.content}, !mailbox, false, {}, std::move(mailbox), {}};
    return bound;
}

BoundName uriName(const GeneralName& name) {
    const auto host = uriHostOf(name.text());
    return {name, !host, false, host.value_or(std::string_view()), {}, {}};
}

BoundName directoryName(const GeneralName& name) {
    auto read = document::nameOf(name.content);
    return {name, !read, false, {}, {}, read ? std::move(read->der) : base::Bytes()};
}

BoundName boundName(const GeneralName& name) {
    switch (name.kind) {
    case NameKind::Dns:
        return dnsName(name);
    case NameKind::Email:
        return mailName(name, mailboxOf(name.text()));
    case NameKind::Uri:
        return uriName(name);
    case NameKind::Ip:
        return {name, name.content.size() != 4 && name.content.size() != 16, false, {}, {}, {}};
    case NameKind::Directory:
        return directoryName(name);
    default:
        return {name, false, false, {}, {}, {}};
    }
}

} // namespace

BoundNames::BoundNames(const document::CertificateFacts& facts, const document::CertificateAnatomy& anatomy,
                       CommonNameAs commonName) {
    if (!facts.subject.der.empty())
        m_names.push_back({{NameKind::Directory, anatomy.subject}, false, false, {}, {}, facts.subject.der});
    if (const auto* part = anatomy.find(document::id::subjectAltName)) {
        const auto alternatives = generalNamesOf(part->value);
        m_unreadable = !alternatives;
        for (const GeneralName& name : alternatives.value_or(std::vector<GeneralName>()))
            addAlternative(name);
    }
    const bool mail =
        std::ranges::any_of(m_names, [](const BoundName& name) { return name.kind() == NameKind::Email; });
    if (!mail)
        addMailOfSubject(anatomy.subject);
    if (commonName == CommonNameAs::Host)
        addCommonName(facts.subject.commonName);
}

void BoundNames::addAlternative(const GeneralName& name) {
    m_names.push_back(boundName(name));
    // A mailbox beyond ASCII is bound as a mailbox too (RFC 9598 section 6).
    if (const auto text = smtpUtf8MailboxOf(name))
        m_names.push_back(mailName({NameKind::Email, base::viewOf(*text)}, mailboxOfUtf8(*text)));
}

void BoundNames::addMailOfSubject(ByteView subject) {
    const auto name = DerReader(subject).next(Tag::Sequence);
    for (DerReader rdns(name ? name->content : ByteView()); !rdns.atEnd();) {
        const auto rdn = rdns.next(Tag::Set);
        if (!rdn)
            return;
        for (DerReader attributes(rdn->content); !attributes.atEnd();) {
            const auto attribute = attributes.next(Tag::Sequence);
            DerReader parts(attribute ? attribute->content : ByteView());
            const auto type = parts.next(Tag::ObjectId);
            const auto value = parts.next();
            if (!type || !value)
                return;
            if (std::ranges::equal(type->content, emailAddress))
                m_names.push_back(boundName({NameKind::Email, value->content}));
        }
    }
}

// A CN that is neither host nor address is nobody's host.
void BoundNames::addCommonName(std::string_view commonName) {
    if (auto octets = addressOf(commonName))
        m_names.push_back(boundName({NameKind::Ip, m_addresses.emplace_back(std::move(*octets))}));
    else if (isHostName(commonName) || wildcardRest(commonName))
        m_names.push_back(dnsName({NameKind::Dns, base::viewOf(commonName)}));
}

} // namespace certwright::check::names
