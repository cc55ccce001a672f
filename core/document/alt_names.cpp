// Why: subject alternative names as text (RFC 5280 section 4.2.1.6).
#include "core/document/names.h"

#include <array>
#include <cstdio>

#include <openssl/x509v3.h>

#include "core/document/asn1_values.h"

namespace certwright::document {

namespace {

struct Run {
    std::size_t start = 0;
    std::size_t length = 0;
};

// longestZeroRun finds the first of the longest runs of at least two zero groups (RFC 5952 section 4.2).
Run longestZeroRun(const std::array<unsigned, 8>& groups) {
    Run best;
    Run current;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        current = groups[i] != 0 ? Run{i + 1, 0} : Run{current.start, current.length + 1};
        if (current.length > best.length)
            best = current;
    }
    return best.length >= 2 ? best : Run{groups.size(), 0};
}

std::string ip6Text(base::ByteView address) {
    std::array<unsigned, 8> groups{};
    for (std::size_t i = 0; i < groups.size(); ++i)
        groups[i] = (unsigned{address[2 * i]} << 8U) | address[2 * i + 1];
    const Run zeros = longestZeroRun(groups);
    std::string text;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i == zeros.start) {
            text += "::";
            i += zeros.length - 1;
            continue;
        }
        if (!text.empty() && text.back() != ':')
            text += ':';
        std::array<char, 8> group{};
        std::snprintf(group.data(), group.size(), "%x", groups[i]);
        text += group.data();
    }
    return text;
}

std::string ownText(const ASN1_STRING* string) {
    const base::Bytes octets = octetsOf(string);
    return std::string(base::textOf(octets));
}

Reading<AltName> altNameOf(const GENERAL_NAME* name) {
    switch (name->type) {
    case GEN_DNS:
        return AltName{AltNameKind::Dns, ownText(name->d.dNSName)};
    case GEN_EMAIL:
        return AltName{AltNameKind::Email, ownText(name->d.rfc822Name)};
    case GEN_URI:
        return AltName{AltNameKind::Uri, ownText(name->d.uniformResourceIdentifier)};
    case GEN_IPADD:
        return AltName{AltNameKind::Ip, ipText(octetsOf(name->d.iPAddress))};
    case GEN_DIRNAME: {
        auto directory = nameOf(name->d.directoryName);
        if (!directory)
            return unreadable(directory.error());
        return AltName{AltNameKind::Directory, std::move(directory->text)};
    }
    case GEN_RID:
        return AltName{AltNameKind::Other, dottedText(name->d.registeredID)};
    case GEN_OTHERNAME:
        return AltName{AltNameKind::Other, dottedText(name->d.otherName->type_id)};
    default:
        return AltName{};
    }
}

} // namespace

std::string ipText(base::ByteView address) {
    if (address.size() == 16)
        return ip6Text(address);
    if (address.size() != 4)
        return base::toHex(address);
    std::string text;
    for (const std::uint8_t octet : address)
        text += (text.empty() ? "" : ".") + std::to_string(octet);
    return text;
}

Reading<std::vector<AltName>> altNamesOf(const stack_st_GENERAL_NAME* names) {
    std::vector<AltName> out;
    for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
        auto name = altNameOf(sk_GENERAL_NAME_value(names, i));
        if (!name)
            return unreadable(name.error());
        out.push_back(std::move(*name));
    }
    return out;
}

} // namespace certwright::document
