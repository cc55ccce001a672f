// Why: What can be seen in things that are not what a service takes: other programs' formats, text that had
// to be mended, certificates in parts that nobody may rely on.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace certwright::check {

// SourceForeign: a format that is recognised and not opened; `format` is document::foreignFormatName, `part`
// "public", "private" or empty; `line`, `version`, `keyType`, `encryption`, `comment`, `entries` and `names`
// as document::ForeignFile has them.
struct SourceForeign {
    static constexpr std::string_view code = "source.foreign";
    std::string path;
    std::string format;
    std::uint64_t line = 0;
    std::string part;
    int version = 0;
    std::string keyType;
    std::string encryption;
    std::string comment;
    std::uint64_t entries = 0;
    std::vector<std::string> names;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("format", format);
        visit("line", line);
        visit("part", part);
        visit("version", version);
        visit("keyType", keyType);
        visit("encryption", encryption);
        visit("comment", comment);
        visit("entries", entries);
        visit("names", names);
    }
};

// SourceRepaired: what is in the file was read although something was wrong with its text; `repair` is
// "utf-16", "dashes", "bare-base64" or, where something was left out, "trust-settings".
struct SourceRepaired {
    static constexpr std::string_view code = "source.repaired";
    std::string path;
    std::string repair;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("repair", repair);
    }
};

// CertificateTlcpPair: two SM2 certificates of one subject and issuer, one for signatures and one for
// encryption, as TLCP (GB/T 38636) has them; TLS takes one. Serial numbers as CertificateFacts has them.
struct CertificateTlcpPair {
    static constexpr std::string_view code = "certificate.tlcp-pair";
    std::string name;
    std::string signing;
    std::string encryption;

    template <typename Visit> void fields(Visit visit) const {
        visit("name", name);
        visit("signing", signing);
        visit("encryption", encryption);
    }
};

} // namespace certwright::check
