// Why: see identity.h.
#include "core/check/names/identity.h"

#include <algorithm>

#include "core/check/names/address.h"

namespace certwright::check::names {

namespace {

bool coveredBy(const GeneralName& name, const AskedDns& asked, WildcardReach reach) {
    return name.kind == NameKind::Dns && coversName(name.text(), asked.name, reach);
}

bool coveredBy(const GeneralName& name, const AskedAddress& asked, WildcardReach) {
    return name.kind == NameKind::Ip && std::ranges::equal(name.content, asked.octets);
}

bool coveredBy(const GeneralName& name, const AskedMailbox& asked, WildcardReach) {
    if (name.kind == NameKind::Email)
        return mailboxOf(name.text()) == asked.mailbox;
    const auto text = smtpUtf8MailboxOf(name);
    return text && mailboxOfUtf8(*text) == asked.mailbox;
}

} // namespace

std::optional<Asked> askedHost(std::string_view typed) {
    if (auto address = askedAddress(typed))
        return address;
    auto name = askedHostName(typed);
    if (!name)
        return std::nullopt;
    return AskedDns{std::move(*name)};
}

std::optional<Asked> askedAddress(std::string_view typed) {
    auto octets = addressOf(typed);
    if (!octets)
        return std::nullopt;
    return AskedAddress{std::move(*octets)};
}

std::optional<Asked> askedMailbox(std::string_view typed) {
    auto mailbox = mailboxOfUtf8(typed);
    if (!mailbox)
        return std::nullopt;
    return AskedMailbox{std::move(*mailbox)};
}

bool covers(const std::vector<GeneralName>& presented, const Asked& asked, WildcardReach reach) {
    return std::visit(
        [&](const auto& wanted) {
            return std::ranges::any_of(
                presented, [&](const GeneralName& name) { return coveredBy(name, wanted, reach); });
        },
        asked);
}

bool coversCommonName(std::string_view commonName, const Asked& asked, WildcardReach reach) {
    if (const auto* dns = std::get_if<AskedDns>(&asked))
        return coversName(commonName, dns->name, reach);
    const auto* address = std::get_if<AskedAddress>(&asked);
    return address != nullptr && addressOf(commonName) == address->octets;
}

} // namespace certwright::check::names
