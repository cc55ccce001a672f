// Why: distinguished names and general names in every string type and every broken form.
#pragma once

#include "tests/support/forge/fields.h"

namespace certwright::forge {

// distinguishedName encodes a Name. `node` is "CN=a,O=b" (one RDN each), a list of RDNs, each "CN=a" or a
// list of such (a multi-valued RDN), {type, value, as} or {type, hex, tag}; or {der: hex}; or [] for no RDN
// at all. "CN:printable=a" chooses the string type: utf8 (the default), printable, teletex, bmp, ia5,
// universal, visible, numeric. "CN=" is an attribute with an empty value. A type is a short name or a dotted
// object identifier.
Bytes distinguishedName(const YAML::Node& node, const std::string& where);
// stringOf encodes UTF-8 text as a string of this type (see above).
Bytes stringOf(const std::string& type, const std::string& utf8);

// Use tells whether an address is one (in an alternative name) or a range (in a name constraint).
enum class Use { Name, Constraint };

// generalName encodes "DNS:x", "IP:10.0.0.1", "IP:10.0.0.0/8" and "IP:hex:0a00", "email:x", "URI:x",
// "DIR:CN=a,O=b", "RID:1.2.3", "other:1.2.3:hex", "x400:hex", "edi:hex", "tlv:hex" (the whole element), {DIR:
// name}. "DNS:hex:…" and the like give the content as octets.
Bytes generalName(const YAML::Node& node, Use use, const std::string& where);
// generalNames encodes a list of them without a tag around.
Bytes generalNames(const YAML::Node& node, Use use, const std::string& where);

} // namespace certwright::forge
