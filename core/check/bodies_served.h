// Why: findings about what a server really serves, seen from outside.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace certwright::check {

// ServedInstalled: the server serves the installed certificate.
struct ServedInstalled {
    static constexpr std::string_view code = "served.installed";
    std::string fingerprint;

    template <typename Visit> void fields(Visit visit) const { visit("fingerprint", fingerprint); }
};

// ServedOld: the server serves a certificate that was installed before; SHA-256 in hexadecimal.
struct ServedOld {
    static constexpr std::string_view code = "served.old";
    std::string served;
    std::string installed;

    template <typename Visit> void fields(Visit visit) const {
        visit("served", served);
        visit("installed", installed);
    }
};

// ServedOther: the server serves a certificate that was never installed here; SHA-256 in hexadecimal.
struct ServedOther {
    static constexpr std::string_view code = "served.other";
    std::string served;
    std::string subject;
    std::string installed;

    template <typename Visit> void fields(Visit visit) const {
        visit("served", served);
        visit("subject", subject);
        visit("installed", installed);
    }
};

// ServedChainIncomplete: an intermediate that clients need is not sent; `issuer` is its name.
struct ServedChainIncomplete {
    static constexpr std::string_view code = "served.chain-incomplete";
    std::string issuer;

    template <typename Visit> void fields(Visit visit) const { visit("issuer", issuer); }
};

// ServedChainOrder: the certificates are not sent leaf first, each followed by its issuer (RFC 5246
// section 7.4.2).
struct ServedChainOrder {
    static constexpr std::string_view code = "served.chain-order";
    std::vector<std::string> order;

    template <typename Visit> void fields(Visit visit) const { visit("order", order); }
};

// ServedRoot: the root is sent too, which no client needs.
struct ServedRoot {
    static constexpr std::string_view code = "served.root";
    std::string subject;

    template <typename Visit> void fields(Visit visit) const { visit("subject", subject); }
};

// ServedProtocol: the server agreed to an outdated protocol (RFC 8996).
struct ServedProtocol {
    static constexpr std::string_view code = "served.protocol";
    std::string protocol;

    template <typename Visit> void fields(Visit visit) const { visit("protocol", protocol); }
};

// ServedCipher: the negotiated cipher has no forward secrecy or no authenticated encryption.
struct ServedCipher {
    static constexpr std::string_view code = "served.cipher";
    std::string cipher;

    template <typename Visit> void fields(Visit visit) const { visit("cipher", cipher); }
};

// ServedStaple: a stapled OCSP answer was sent; `state` is "good", "revoked", "unknown", "stale" or
// "damaged".
struct ServedStaple {
    static constexpr std::string_view code = "served.staple";
    std::string state;

    template <typename Visit> void fields(Visit visit) const { visit("state", state); }
};

// ServedNoClientCheck: the server let a client without a certificate in, where the service is meant to
// ask for one.
struct ServedNoClientCheck {
    static constexpr std::string_view code = "served.no-client-check";
    std::string address;

    template <typename Visit> void fields(Visit visit) const { visit("address", address); }
};

// ServedClientNeeded: the server asks its clients for a certificate, and none was shown. `demand` is
// "refused" (whoever has none is turned away) or "unclear" (what comes of it is decided after the handshake).
struct ServedClientNeeded {
    static constexpr std::string_view code = "served.client-needed";
    std::string address;
    std::string demand;

    template <typename Visit> void fields(Visit visit) const {
        visit("address", address);
        visit("demand", demand);
    }
};

// ServedClientRefused: the server turned the client certificate away that was shown to it.
struct ServedClientRefused {
    static constexpr std::string_view code = "served.client-refused";
    std::string subject;
    std::string issuer;
    base::Time notAfter;
    base::Time now;

    template <typename Visit> void fields(Visit visit) const {
        visit("subject", subject);
        visit("issuer", issuer);
        visit("notAfter", notAfter);
        visit("now", now);
    }
};

// ServedUntrusted: the chain leads to none of the given or installed CAs.
struct ServedUntrusted {
    static constexpr std::string_view code = "served.untrusted";
    std::string subject;

    template <typename Visit> void fields(Visit visit) const { visit("subject", subject); }
};

} // namespace certwright::check
