// Why: What can be seen in the revocation lists. `issuer` is the CRL's issuer name.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace certwright::check {

// CrlWrongIssuer: issued by another CA than the one it is given for.
struct CrlWrongIssuer {
    static constexpr std::string_view code = "crl.wrong-issuer";
    std::string path;
    std::string issuer;
    std::string expected;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("issuer", issuer);
        visit("expected", expected);
    }
};

// CrlSignatureInvalid: the CA's key did not sign it.
struct CrlSignatureInvalid {
    static constexpr std::string_view code = "crl.signature-invalid";
    std::string path;
    std::string issuer;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("issuer", issuer);
    }
};

// CrlExpired: its nextUpdate has passed.
struct CrlExpired {
    static constexpr std::string_view code = "crl.expired";
    std::string issuer;
    base::Time nextUpdate;
    base::Time now;

    template <typename Visit> void fields(Visit visit) const {
        visit("issuer", issuer);
        visit("nextUpdate", nextUpdate);
        visit("now", now);
    }
};

// CrlNotYetValid: its thisUpdate lies in the future.
struct CrlNotYetValid {
    static constexpr std::string_view code = "crl.not-yet-valid";
    std::string issuer;
    base::Time thisUpdate;
    base::Time now;

    template <typename Visit> void fields(Visit visit) const {
        visit("issuer", issuer);
        visit("thisUpdate", thisUpdate);
        visit("now", now);
    }
};

// CrlExpiresSoon: less than the profile's warning days to nextUpdate.
struct CrlExpiresSoon {
    static constexpr std::string_view code = "crl.expires-soon";
    std::string issuer;
    base::Time nextUpdate;
    int daysLeft = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("issuer", issuer);
        visit("nextUpdate", nextUpdate);
        visit("daysLeft", daysLeft);
    }
};

// CrlNoNextUpdate: has no nextUpdate (RFC 5280 section 5.1.2.5 requires it).
struct CrlNoNextUpdate {
    static constexpr std::string_view code = "crl.no-next-update";
    std::string issuer;

    template <typename Visit> void fields(Visit visit) const { visit("issuer", issuer); }
};

// CrlConverted: came as DER or in a container and is written as PEM, the only form the service reads.
struct CrlConverted {
    static constexpr std::string_view code = "crl.converted";
    std::string path;

    template <typename Visit> void fields(Visit visit) const { visit("path", path); }
};

// Revoked: a certificate of the chain is revoked; `reason` is RFC 5280's word ("keyCompromise"), empty if
// none was given.
struct Revoked {
    static constexpr std::string_view code = "certificate.revoked";
    std::string role;
    std::string name;
    std::string serial;
    base::Time revokedAt;
    std::string reason;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("serial", serial);
        visit("revokedAt", revokedAt);
        visit("reason", reason);
    }
};

} // namespace certwright::check
