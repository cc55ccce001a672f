// Why: What can be seen of the form of a key or container: numbers that do not belong together, labels that
// name something else, parts that are of no use here.
// Plain data; fields() hands each to a visitor by its JSON name, codes are stable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace certwright::check {

// KeyMalformed: a key or container is not what its format says, although OpenSSL may load it. `reason` is the
// word of document::Fault ("curve-mismatch"); a blocker where the key was refused, a warning where it was
// read all the same. `label` and `line` of the PEM block: empty and 0 in DER.
struct KeyMalformed {
    static constexpr std::string_view code = "key.malformed";
    std::string path;
    std::string label;
    std::uint64_t line = 0;
    std::string reason;
    std::string detail;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("label", label);
        visit("line", line);
        visit("reason", reason);
        visit("detail", detail);
    }
};

// PartUnusable: a part is known for what it is and of no use here. `kind` is "public-key", "parameters",
// "message" (a PKCS#7 object that is not signed data), "secret", "sdsi-certificate" or "bag"; `what` names it
// ("EC PARAMETERS", "pkcs7-envelopedData").
struct PartUnusable {
    static constexpr std::string_view code = "file.part-unusable";
    std::string path;
    std::string kind;
    std::string what;
    std::uint64_t line = 0;

    template <typename Visit> void fields(Visit visit) const {
        visit("path", path);
        visit("kind", kind);
        visit("what", what);
        visit("line", line);
    }
};

} // namespace certwright::check
