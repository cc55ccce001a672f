// Why: see mailbox.h.
#include "core/check/names/mailbox.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/check/names/dns_name.h"

namespace certwright::check::names {

namespace {

// Mailboxes are short: 64 octets of local part, 255 of domain (RFC 5321 section 4.5.3.1); U-labels may be
// longer.
constexpr std::size_t longestMailbox = 1024;

bool isControl(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

// atext of RFC 2822 section 3.2.4, and what lies beyond ASCII.
bool isAtom(char c) {
    static constexpr std::string_view signs = "!#$%&'*+-/=?^_`{|}~";
    const auto octet = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || octet >= 0x80 ||
           signs.find(c) != std::string_view::npos;
}

bool isDotAtom(std::string_view local) {
    bool dot = true;
    for (const char c : local) {
        if (c == '.' ? dot : !isAtom(c))
            return false;
        dot = c == '.';
    }
    return !dot;
}

// A quoted string: the only quote that is not escaped is its last character.
bool isQuoted(std::string_view local) {
    if (local.size() < 2 || local.front() != '"' || local.back() != '"')
        return false;
    const std::string_view inside = local.substr(1, local.size() - 2);
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (isControl(inside[i]) || inside[i] == '"')
            return false;
        if (inside[i] == '\\' && ++i == inside.size())
            return false;
    }
    return true;
}

// apart splits at the last "@" and checks the local part.
std::optional<Mailbox> apart(std::string_view text) {
    const std::size_t at = text.rfind('@');
    if (text.size() > longestMailbox || at == std::string_view::npos)
        return std::nullopt;
    const std::string_view local = text.substr(0, at);
    if (!isDotAtom(local) && !isQuoted(local))
        return std::nullopt;
    return Mailbox{std::string(local), std::string(text.substr(at + 1))};
}

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

bool Mailbox::operator==(const Mailbox& other) const {
    return local == other.local && equalHosts(host, other.host);
}

std::optional<Mailbox> mailboxOf(std::string_view text) {
    if (!isAscii(text))
        return std::nullopt;
    auto mailbox = apart(text);
    return mailbox && isHostName(mailbox->host) ? mailbox : std::nullopt;
}

std::optional<Mailbox> mailboxOfUtf8(std::string_view text) {
    if (!base::isUtf8(text))
        return std::nullopt;
    auto mailbox = apart(text);
    if (!mailbox || mailbox->host.ends_with('.'))
        return std::nullopt;
    auto host = askedHostName(mailbox->host);
    if (!host)
        return std::nullopt;
    mailbox->host = std::move(*host);
    return mailbox;
}

} // namespace certwright::check::names
