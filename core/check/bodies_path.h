// Why: What can be seen in a certification path as a whole (RFC 5280 section 6). `role` is "server",
// "intermediate" or "ca"; `name` the subject.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certwright::check {

// PathLength: more CAs follow below this one than its basicConstraints allow (section 4.2.1.9).
struct PathLength {
    static constexpr std::string_view code = "path.length";
    std::string role;
    std::string name;
    int allowed = 0;
    int found = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("allowed", allowed);
        visit("found", found);
    }
};

// PathTooDeep: every way to a trusted certificate takes more intermediates than allowed.
struct PathTooDeep {
    static constexpr std::string_view code = "path.too-deep";
    int maximum = 0;

    template <typename Visit> void fields(Visit visit) const { visit("maximum", maximum); }
};

// PathTooComplex: the search was given up after so many signatures and paths, before all were tried.
struct PathTooComplex {
    static constexpr std::string_view code = "path.too-complex";
    int signatures = 0;
    int paths = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("signatures", signatures);
        visit("paths", paths);
    }
};

// PathAlternatives: the other paths that were tried, each as "subject < subject < subject: codes".
struct PathAlternatives {
    static constexpr std::string_view code = "path.alternatives";
    std::vector<std::string> paths;

    template <typename Visit> void fields(Visit visit) const { visit("paths", paths); }
};

// PathPurpose: a CA's extended key usage does not allow what the end certificate is used for; `wanted` and
// `found` are dotted OIDs.
struct PathPurpose {
    static constexpr std::string_view code = "path.purpose";
    std::string role;
    std::string name;
    std::string wanted;
    std::vector<std::string> found;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("wanted", wanted);
        visit("found", found);
    }
};

// CertificatePurpose: the end certificate's extended key usage does not allow what it is used for (other
// than as a server).
struct CertificatePurpose {
    static constexpr std::string_view code = "certificate.purpose";
    std::string name;
    std::string wanted;
    std::vector<std::string> found;

    template <typename Visit> void fields(Visit visit) const {
        visit("name", name);
        visit("wanted", wanted);
        visit("found", found);
    }
};

// CriticalExtension: an extension that must be understood (critical) and is not (section 4.2).
struct CriticalExtension {
    static constexpr std::string_view code = "certificate.critical-extension";
    std::string role;
    std::string name;
    std::string oid;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("oid", oid);
    }
};

// ExtensionMalformed: an extension whose content is not what its type says.
struct ExtensionMalformed {
    static constexpr std::string_view code = "certificate.extension-malformed";
    std::string role;
    std::string name;
    std::string oid;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("oid", oid);
    }
};

// ExtensionRepeated: the same extension stands there more than once (section 4.2).
struct ExtensionRepeated {
    static constexpr std::string_view code = "certificate.extension-repeated";
    std::string role;
    std::string name;
    std::string oid;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("oid", oid);
    }
};

// CertificateEncoding: the certificate's outline is not DER as section 4.1 has it.
struct CertificateEncoding {
    static constexpr std::string_view code = "certificate.encoding";
    std::string role;
    std::string name;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
    }
};

// KeyIdentifierMismatch: the certificate names another key of its issuer than the one that signed it
// (sections 4.2.1.1 and 4.2.1.2); both identifiers are hexadecimal. OpenSSL does not take the two for a pair.
struct KeyIdentifierMismatch {
    static constexpr std::string_view code = "path.key-identifier";
    std::string role;
    std::string name;
    std::string wanted;
    std::string found;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("wanted", wanted);
        visit("found", found);
    }
};

// CertificateKeyUsage: the key usage allows neither signing nor key exchange, so that no TLS handshake works.
struct CertificateKeyUsage {
    static constexpr std::string_view code = "certificate.key-usage";
    std::string name;

    template <typename Visit> void fields(Visit visit) const { visit("name", name); }
};

// KeyUnsafe: a public key that anyone could have the private half of, or that programs refuse; `reason` is
// "explicit-curve", "point", "exponent" or "modulus".
struct KeyUnsafe {
    static constexpr std::string_view code = "key.unsafe";
    std::string role;
    std::string name;
    std::string reason;

    template <typename Visit> void fields(Visit visit) const {
        visit("role", role);
        visit("name", name);
        visit("reason", reason);
    }
};

// CaNoRoot: the CA file holds no self-signed root, so that programs that look for one refuse the chain.
struct CaNoRoot {
    static constexpr std::string_view code = "ca.no-root";
    std::string name;
    std::string issuer;

    template <typename Visit> void fields(Visit visit) const {
        visit("name", name);
        visit("issuer", issuer);
    }
};

// LintBroken: a certificate breaks one of the rules of core/check/lint. `rule` is the rule's code
// ("lint.serial-zero"), `seen` what was found, as data.
struct LintBroken {
    static constexpr std::string_view code = "lint.other";
    std::string rule;
    std::string role;
    std::string name;
    std::string seen;

    // ownCode is the code of this body: it has as many as there are rules.
    std::string_view ownCode() const { return rule.starts_with("lint.") ? std::string_view(rule) : code; }

    template <typename Visit> void fields(Visit visit) const {
        visit("rule", rule);
        visit("role", role);
        visit("name", name);
        visit("seen", seen);
    }
};

} // namespace certwright::check
