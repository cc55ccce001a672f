// Why: names, algorithms and keys, and the way through all of it once.
#include "core/check/lint/values.h"

#include <algorithm>

#include "core/check/lint/extension_values.h"
#include "core/check/lint/oids.h"

namespace certwright::check {

namespace {

using ossl::DerReader;
using ossl::Tag;

// readName leaves out what has not the outline of a name.
void readName(ByteView name, std::vector<NameAttribute>& out) {
    const auto list = DerReader(name).next(Tag::Sequence);
    DerReader rdns(list ? list->content : ByteView());
    for (std::size_t at = 0; const auto rdn = rdns.next(Tag::Set); ++at) {
        DerReader attributes(rdn->content);
        while (const auto attribute = attributes.next(Tag::Sequence)) {
            DerReader reader(attribute->content);
            const auto oid = reader.next(Tag::ObjectId);
            const auto value = oid ? reader.next() : std::nullopt;
            if (value)
                out.push_back({oid->content, static_cast<std::uint8_t>(value->tag), value->content, at});
        }
    }
}

Algorithm algorithmOf(ByteView content) {
    DerReader reader(content);
    const auto oid = reader.next(Tag::ObjectId);
    return {oid ? oid->content : ByteView(), oid ? reader.next() : std::nullopt};
}

PublicKey keyOf(ByteView info) {
    const auto whole = DerReader(info).next(Tag::Sequence);
    DerReader reader(whole ? whole->content : ByteView());
    const auto algorithm = reader.next(Tag::Sequence);
    const auto bits = algorithm ? reader.next(Tag::BitString) : std::nullopt;
    PublicKey key;
    if (!bits || bits->content.empty())
        return key;
    key.algorithm = algorithmOf(algorithm->content);
    key.unusedBits = bits->content[0];
    key.bits = bits->content.subspan(1);
    if (!same(key.algorithm.oid, oid::rsa) && !same(key.algorithm.oid, oid::rsaPss))
        return key;
    const auto numbers = DerReader(key.bits).next(Tag::Sequence);
    DerReader inside(numbers ? numbers->content : ByteView());
    const auto modulus = inside.next(Tag::Integer);
    const auto exponent = modulus ? inside.next(Tag::Integer) : std::nullopt;
    key.modulus = modulus ? modulus->content : ByteView();
    key.exponent = exponent ? exponent->content : ByteView();
    return key;
}

} // namespace

bool same(ByteView a, ByteView b) {
    return std::ranges::equal(a, b);
}

bool OidsPart::has(ByteView oid) const {
    return std::ranges::any_of(oids, [oid](ByteView one) { return same(one, oid); });
}

bool PoliciesPart::has(ByteView oid) const {
    return std::ranges::any_of(policies,
                               [oid](const PolicyInformation& policy) { return same(policy.oid, oid); });
}

Values valuesOf(const document::CertificateAnatomy& anatomy) {
    Values values;
    for (const document::ExtensionPart& part : anatomy.extensions)
        readExtension(part, values);
    readName(anatomy.subject, values.subject);
    const auto algorithm = DerReader(anatomy.outerAlgorithm).next(Tag::Sequence);
    values.signature = algorithmOf(algorithm ? algorithm->content : ByteView());
    values.key = keyOf(anatomy.publicKeyInfo);
    return values;
}

const Values& LintSubject::values() const {
    if (!decoded)
        decoded = std::make_shared<const Values>(valuesOf(anatomy));
    return *decoded;
}

} // namespace certwright::check
