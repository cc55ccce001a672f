// Why: one answer to "is this certificate for whom I meant?", for hosts, addresses and mailboxes (RFC 9525).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/check/names/dns_name.h"
#include "core/check/names/general_name.h"
#include "core/check/names/mailbox.h"

namespace certwright::check::names {

// AskedDns is a host in A-labels, AskedAddress the octets of an address, AskedMailbox a mailbox.
struct AskedDns {
    std::string name;
};
struct AskedAddress {
    base::Bytes octets;
};
struct AskedMailbox {
    Mailbox mailbox;
};
using Asked = std::variant<AskedDns, AskedAddress, AskedMailbox>;

// askedHost reads what a person typed as a host: an IP literal or a DNS name, U-labels allowed; nothing if it
// is neither (empty, spaces, odd forms of addresses).
std::optional<Asked> askedHost(std::string_view typed);
// askedAddress reads an IP literal alone, askedMailbox a mail address (U-labels and UTF-8 allowed).
std::optional<Asked> askedAddress(std::string_view typed);
std::optional<Asked> askedMailbox(std::string_view typed);

// covers tells whether one of a certificate's names is the one asked for: DNS names for hosts, address octets
// for addresses, rfc822Name and SmtpUTF8Mailbox for mailboxes.
bool covers(const std::vector<GeneralName>& presented, const Asked& asked, WildcardReach reach);

// coversCommonName compares a subject's CN as covers does a DNS name, or as text of an address. For services
// that count it.
bool coversCommonName(std::string_view commonName, const Asked& asked, WildcardReach reach);

} // namespace certwright::check::names
