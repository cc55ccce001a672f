// Why: the list of extensions of a certificate or CRL: usual ones, overridden ones, doubled, reordered and
// raw ones.
#pragma once

#include <functional>

#include "tests/support/forge/fields.h"

namespace certwright::forge {

using ValueOf = std::function<Bytes(const YAML::Node& node, const std::string& where)>;

// Kind is one extension that a case can name.
struct Kind {
    std::string key;
    std::string oid;
    // critical is what a good certificate has.
    bool critical = false;
    ValueOf value;
    // usual is the friendly form that stands there if the case does not name it; undefined: none.
    YAML::Node usual{YAML::NodeType::Undefined};
};

// extensionList encodes the extensions that `fields` name among `kinds`, in the order of `kinds`, then those
// under "extensions": [{oid, critical, der: hex}], as the content of a SEQUENCE OF; nothing if there are
// none. An extension is `~` (absent), its friendly form, or that form as {value: …} or as a map with any of
//   critical: true | false | explicit-false | ber-true     der: hex instead of a value     trailing: hex
//   after it twice: true                                             tag: the octets' own tag instead of
//   OCTET STRING
// "extensions: ~" is none at all, "extension-order: [keys]" puts these first, "empty-extensions: true" an
// empty list.
std::optional<Bytes> extensionList(Fields& fields, const std::vector<Kind>& kinds);

} // namespace certwright::forge
