// Why: mailboxes are compared by their local part exactly and by their host as a host (RFC 5280 section 7.5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace certwright::check::names {

// Mailbox is a mail address taken apart; `host` is in ASCII, its letters as they were.
struct Mailbox {
    std::string local;
    std::string host;

    bool operator==(const Mailbox& other) const;
};

// mailboxOf reads "Local-part@Domain" (RFC 2821 section 4.1.2; atoms or a quoted string before the "@") as an
// rfc822Name has it: ASCII alone. Nothing if it is none.
std::optional<Mailbox> mailboxOf(std::string_view text);
// mailboxOfUtf8 reads a mailbox whose local part may hold UTF-8 and whose host may hold U-labels (RFC 9598);
// the host becomes A-labels.
std::optional<Mailbox> mailboxOfUtf8(std::string_view text);

} // namespace certwright::check::names
