// Why: which host a certificate speaks for, decided as clients decide it (RFC 9525).
#include "core/check/check.h"

#include <algorithm>
#include <memory>

#include <openssl/x509v3.h>

#include "core/ossl/error_scope.h"

namespace certwright::check {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalNames(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

// addressOf returns the octets of an IP literal (4 or 16), empty if `text` is none.
base::Bytes addressOf(std::string_view text) {
    if (text.size() > 2 && text.front() == '[' && text.back() == ']')
        text = text.substr(1, text.size() - 2);
    const ossl::ErrorScope scope;
    const std::unique_ptr<ASN1_OCTET_STRING, decltype(&ASN1_OCTET_STRING_free)> address(
        a2i_IPADDRESS(std::string(text).c_str()), ASN1_OCTET_STRING_free);
    if (!address)
        return {};
    const unsigned char* octets = ASN1_STRING_get0_data(address.get());
    return {octets, octets + ASN1_STRING_length(address.get())};
}

// coversName: "*." stands for exactly one left-most label; as with OpenSSL and browsers, at least two labels
// must follow it.
bool coversName(std::string_view pattern, std::string_view host) {
    if (!pattern.starts_with("*."))
        return equalNames(pattern, host);
    const std::string_view rest = pattern.substr(1);
    const std::size_t dot = host.find('.');
    return dot != std::string_view::npos && dot > 0 && rest.find('.', 1) != std::string_view::npos &&
           equalNames(rest, host.substr(dot));
}

std::string_view withoutFinalDot(std::string_view name) {
    return name.ends_with('.') ? name.substr(0, name.size() - 1) : name;
}

} // namespace

bool coversHost(const document::CertificateFacts& facts, std::string_view host, CommonName commonName) {
    const base::Bytes address = addressOf(host);
    const std::string_view name = withoutFinalDot(host);
    if (name.empty())
        return false;
    const auto covers = [&](const document::AltName& alt) {
        if (!address.empty())
            return alt.kind == document::AltNameKind::Ip && addressOf(alt.value) == address;
        return alt.kind == document::AltNameKind::Dns && coversName(withoutFinalDot(alt.value), name);
    };
    if (!facts.altNames.empty())
        return std::ranges::any_of(facts.altNames, covers);
    if (commonName == CommonName::Ignore)
        return false;
    const std::string& own = facts.subject.commonName;
    return address.empty() ? coversName(own, name) : addressOf(own) == address;
}

} // namespace certwright::check
