// Why: What can be seen in revocation lists that are held against a whole path (RFC 5280 sections 5 and 6.3).
// `path` is the list's file, `issuer` its issuer's name; `role` is "server", "intermediate" or "ca", `name`
// the subject of the certificate concerned.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace certwright::check {

// CrlDelta: lists only what changed since another list (section 5.2.4), and is no complete one.
struct CrlDelta {
    static constexpr std::string_view code = "crl.delta";
    std::string path;
    std::string issuer;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("issuer", issuer);
    }
};

// CrlDeltaBaseMissing: of none of the given lists is this delta a continuation; `base` is the number that it
// begins at, in hexadecimal.
struct CrlDeltaBaseMissing {
    static constexpr std::string_view code = "crl.delta-base-missing";
    std::string path;
    std::string issuer;
    std::string base;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("issuer", issuer);
        visit("base", base);
    }
};

// CrlScope: a list of the right issuer that does not speak of this certificate; `reason` is "user-only",
// "ca-only", "attribute-only", "distribution-point" or "not-indirect".
struct CrlScope {
    static constexpr std::string_view code = "crl.scope";
    std::string path;
    std::string role;
    std::string name;
    std::string reason;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("role", role);
        visit("name", name);
        visit("reason", reason);
    }
};

// CrlSomeReasons: the lists tell of some reasons for revocation only (section 5.2.5); `missing` are those
// that none tells of, in RFC 5280's words, empty if the service cannot use such a list at all.
struct CrlSomeReasons {
    static constexpr std::string_view code = "crl.some-reasons";
    std::string path;
    std::string issuer;
    std::vector<std::string> missing;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("issuer", issuer);
        visit("missing", missing);
    }
};

// CrlCriticalExtension: an extension that must be understood and is not (section 5.2); `entry` is the number
// of the entry that it stands in (from 1; section 5.3), 0 if in the list's own extensions. `oid` is empty in
// an entry.
struct CrlCriticalExtension {
    static constexpr std::string_view code = "crl.critical-extension";
    std::string path;
    std::string issuer;
    std::string oid;
    std::uint64_t entry = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("issuer", issuer);
        visit("oid", oid);
        visit("entry", entry);
    }
};

// CrlNumber: its number is not as section 5.2.3 has it; `reason` is "absent", "critical", "negative" or
// "too-long".
struct CrlNumber {
    static constexpr std::string_view code = "crl.number";
    std::string path;
    std::string issuer;
    std::string reason;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("issuer", issuer);
        visit("reason", reason);
    }
};

// CrlForm: its form is not as section 5 has it; `reason` is one of the words of formReasons.
struct CrlForm {
    static constexpr std::string_view code = "crl.form";
    std::string path;
    std::string issuer;
    std::string reason;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("issuer", issuer);
        visit("reason", reason);
    }
};

// CrlIndirect: signed by somebody else than the CA's own key; services that stand on OpenSSL do not use such
// lists. `reason` is "indirect" (section 5.2.5) or "separate-key" (section 6.3.3 (f)).
struct CrlIndirect {
    static constexpr std::string_view code = "crl.indirect";
    std::string path;
    std::string issuer;
    std::string reason;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("issuer", issuer);
        visit("reason", reason);
    }
};

// CrlRepeatedEntry: the same certificate is listed more than once.
struct CrlRepeatedEntry {
    static constexpr std::string_view code = "crl.repeated-entry";
    std::string path;
    std::string issuer;
    std::string serial;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("issuer", issuer);
        visit("serial", serial);
    }
};

// CrlSignerUnknown: the certificate that signed it may not speak for the CA; `reason` is "no-path" (it does
// not lead to the same trusted certificate), "dates", "revoked" or "too-many" (the search was given up).
struct CrlSignerUnknown {
    static constexpr std::string_view code = "crl.signer-unknown";
    std::string path;
    std::string issuer;
    std::string reason;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("issuer", issuer);
        visit("reason", reason);
    }
};

// CertificateOnHold: revoked for the time being (certificateHold, section 5.3.1).
struct CertificateOnHold {
    static constexpr std::string_view code = "certificate.on-hold";
    std::string role;
    std::string name;
    std::string serial;
    base::Time since;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("serial", serial);
        visit("since", since);
    }
};

// RevocationUnknown: no usable list among the given ones tells whether this certificate, issued by `issuer`,
// is revoked.
struct RevocationUnknown {
    static constexpr std::string_view code = "path.revocation-unknown";
    std::string role;
    std::string name;
    std::string issuer;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("issuer", issuer);
    }
};

} // namespace certwright::check
