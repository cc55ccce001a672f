// Why: names decide whom a certificate speaks for; they are compared by the octets that were signed, never by
// text that was made from them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ossl/der.h"

namespace certwright::check::names {

// NameKind: the nine kinds of GeneralName (RFC 5280 section 4.2.1.6) by their tag numbers there.
enum class NameKind { Other, Email, Dns, X400, Directory, EdiParty, Uri, Ip, RegisteredId };
inline constexpr std::size_t nameKinds = 9;

// kindWord returns "otherName", "email", "DNS", "x400", "directory", "ediParty", "URI", "IP" or
// "registeredID": the word for JSON and sentences.
std::string_view kindWord(NameKind kind);

// GeneralName is one name; `content` are its content octets: characters, address octets, for Directory the
// whole Name element inside the tag. It looks into the octets that it was read from.
struct GeneralName {
    NameKind kind = NameKind::Other;
    base::ByteView content;

    std::string_view text() const { return base::textOf(content); }
};

// generalNameOf reads one GeneralName; nothing if its tag is none of the nine, its primitive or constructed
// form is wrong, or a directory name is no SEQUENCE.
std::optional<GeneralName> generalNameOf(const ossl::DerElement& element);
// generalNamesOf reads a GeneralNames SEQUENCE, header included; nothing if it is malformed or empty (its
// size is 1..MAX).
std::optional<std::vector<GeneralName>> generalNamesOf(base::ByteView der);

// smtpUtf8MailboxOf returns the UTF-8 text of an otherName of type SmtpUTF8Mailbox (RFC 9598 section 3);
// nothing for other names and malformed ones.
std::optional<std::string_view> smtpUtf8MailboxOf(const GeneralName& name);

// shownValue writes a name for people and JSON, always valid UTF-8: text, address with mask or prefix, RFC
// 4514 text of a directory name, dotted identifier.
std::string shownValue(const GeneralName& name);

} // namespace certwright::check::names
