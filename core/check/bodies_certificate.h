// Why: What can be seen in the certificates. `role` is "server", "intermediate" or "ca"; `name` the subject.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace certwright::check {

// LeafIsCa: the certificate given for the server is a CA's.
struct LeafIsCa {
    static constexpr std::string_view code = "certificate.is-ca";
    std::string name;

    template <typename Visit> void fields(Visit visit) const { visit("name", name); }
};

// CertificateVersion: not X.509 version 3.
struct CertificateVersion {
    static constexpr std::string_view code = "certificate.version";
    std::string role;
    std::string name;
    int version = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("version", version);
    }
};

// CertificateExpired: its time is over (RFC 5280 section 4.1.2.5: valid up to and including notAfter).
struct CertificateExpired {
    static constexpr std::string_view code = "certificate.expired";
    std::string role;
    std::string name;
    base::Time notAfter;
    base::Time now;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("notAfter", notAfter);
        visit("now", now);
    }
};

// CertificateNotYetValid: its time has not come.
struct CertificateNotYetValid {
    static constexpr std::string_view code = "certificate.not-yet-valid";
    std::string role;
    std::string name;
    base::Time notBefore;
    base::Time now;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("notBefore", notBefore);
        visit("now", now);
    }
};

// CertificateExpiresSoon: less than the profile's warning days are left.
struct CertificateExpiresSoon {
    static constexpr std::string_view code = "certificate.expires-soon";
    std::string role;
    std::string name;
    base::Time notAfter;
    int daysLeft = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("notAfter", notAfter);
        visit("daysLeft", daysLeft);
    }
};

// CertificateExpires: less than the profile's note days are left.
struct CertificateExpires {
    static constexpr std::string_view code = "certificate.expires";
    std::string role;
    std::string name;
    base::Time notAfter;
    int daysLeft = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("notAfter", notAfter);
        visit("daysLeft", daysLeft);
    }
};

// CertificateLongValidity: valid for longer than the profile's years.
struct CertificateLongValidity {
    static constexpr std::string_view code = "certificate.long-validity";
    std::string role;
    std::string name;
    int years = 0;
    int maximum = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("years", years);
        visit("maximum", maximum);
    }
};

// SignatureAlgorithm: signed in a way that the service refuses; `found` is OpenSSL's long name, `allowed`
// digests.
struct SignatureAlgorithm {
    static constexpr std::string_view code = "certificate.signature-algorithm";
    std::string role;
    std::string name;
    std::string found;
    std::vector<std::string> allowed;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("found", found);
        visit("allowed", allowed);
    }
};

// ExtendedKeyUsage: has extended key usages but not serverAuth (RFC 5280 section 4.2.1.12).
struct ExtendedKeyUsage {
    static constexpr std::string_view code = "certificate.extended-key-usage";
    std::string name;
    std::vector<std::string> found;

    template <typename Visit> void fields(Visit visit) const {
        visit("name", name);
        visit("found", found);
    }
};

// NoAltNames: no subject alternative name; clients look at nothing else (RFC 9525).
struct NoAltNames {
    static constexpr std::string_view code = "certificate.no-alt-names";
    std::string name;

    template <typename Visit> void fields(Visit visit) const { visit("name", name); }
};

// HostMismatch: none of its names covers the host.
struct HostMismatch {
    static constexpr std::string_view code = "certificate.host-mismatch";
    std::string host;
    std::vector<std::string> names;

    template <typename Visit> void fields(Visit visit) const {
        visit("host", host);
        visit("names", names);
    }
};

// IssuerNotCa: a certificate that signs others is no CA (basicConstraints).
struct IssuerNotCa {
    static constexpr std::string_view code = "ca.not-ca";
    std::string role;
    std::string name;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
    }
};

// IssuerNoCertSign: its key usage does not allow signing certificates.
struct IssuerNoCertSign {
    static constexpr std::string_view code = "ca.no-cert-sign";
    std::string role;
    std::string name;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
    }
};

// IssuerNoCrlSign: its key usage does not allow signing the CRL that was given.
struct IssuerNoCrlSign {
    static constexpr std::string_view code = "ca.no-crl-sign";
    std::string role;
    std::string name;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
    }
};

// IssuerMissing: the certificate's issuer is not among the files; `keyId` is the wanted key identifier,
// hexadecimal or empty.
struct IssuerMissing {
    static constexpr std::string_view code = "chain.issuer-missing";
    std::string name;
    std::string issuer;
    std::string keyId;

    template <typename Visit> void fields(Visit visit) const {
        visit("name", name);
        visit("issuer", issuer);
        visit("keyId", keyId);
    }
};

// IssuerSignatureInvalid: the CA has the issuer's name but its key did not sign this (another CA of the same
// name).
struct IssuerSignatureInvalid {
    static constexpr std::string_view code = "chain.signature-invalid";
    std::string name;
    std::string issuer;

    template <typename Visit> void fields(Visit visit) const {
        visit("name", name);
        visit("issuer", issuer);
    }
};

// ChainReordered: intermediates were found in `paths` and put in order.
struct ChainReordered {
    static constexpr std::string_view code = "chain.reordered";
    std::vector<std::string> names;
    std::vector<std::string> paths;

    template <typename Visit> void fields(Visit visit) const {
        visit("names", names);
        visit("paths", paths);
    }
};

// CertificateUnused: a certificate that is not part of the chain.
struct CertificateUnused {
    static constexpr std::string_view code = "chain.unused";
    std::string name;
    std::string path;

    template <typename Visit> void fields(Visit visit) const {
        visit("name", name);
        visit("path", path);
    }
};

} // namespace certwright::check
