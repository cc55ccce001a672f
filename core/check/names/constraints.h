// Why: a CA's name constraints as values, each judged for form once, however many names are held against it.
#pragma once

#include <optional>
#include <vector>

#include "core/check/names/general_name.h"
#include "core/check/names/mailbox.h"

namespace certwright::check::names {

// SubtreeForm: Sound; LeadingPeriod: a DNS constraint ".example.com", which RFC 5280 does not know and some
// programs take as "subdomains only"; Malformed: no constraint of its kind; Unsupported: of a kind that
// nobody compares (only a name of that kind below makes it matter).
enum class SubtreeForm { Sound, LeadingPeriod, Malformed, Unsupported };

// Subtree is one base with what is needed to compare: `host` of Email, Dns and Uri without its leading
// period, which `subdomainsOnly` tells; `mailbox` where a constraint names one; `canonical` form of a
// Directory base.
struct Subtree {
    GeneralName base;
    SubtreeForm form = SubtreeForm::Sound;
    bool subdomainsOnly = false;
    std::string_view host;
    std::optional<Mailbox> mailbox;
    base::Bytes canonical;
};

// NameConstraints looks into the extension's octets. `limited`: a minimum other than 0, or a maximum, stands
// at some base (RFC 5280 section 4.2.1.10 forbids both). `hollow`: neither list is there, or one is empty.
// `zeroWritten`: a minimum of 0 is written, which DER leaves out (X.690 section 11.5).
struct NameConstraints {
    std::vector<Subtree> permitted;
    std::vector<Subtree> excluded;
    bool limited = false;
    bool hollow = false;
    bool zeroWritten = false;
};

// nameConstraintsOf reads the extension's value; nothing if it is no NameConstraints.
std::optional<NameConstraints> nameConstraintsOf(base::ByteView value);

} // namespace certwright::check::names
