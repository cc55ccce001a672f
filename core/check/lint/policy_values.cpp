// Why: RFC 5280 sections 4.2.1.4, 4.2.1.5, 4.2.1.11 and 4.2.1.14, octet by octet.
#include "core/check/lint/policy_values.h"

#include "core/document/extension_ids.h"

namespace certwright::check {

namespace {

using ossl::DerReader;
using ossl::Tag;

bool readQualifier(ByteView content, std::vector<PolicyQualifier>& out) {
    DerReader reader(content);
    const auto oid = reader.next(Tag::ObjectId);
    const auto value = oid ? reader.next() : std::nullopt;
    if (!value || !reader.atEnd())
        return false;
    out.push_back({oid->content, *value});
    return true;
}

bool readPolicy(ByteView content, std::vector<PolicyInformation>& out) {
    DerReader reader(content);
    const auto oid = reader.next(Tag::ObjectId);
    if (!oid)
        return false;
    PolicyInformation policy{oid->content, {}};
    bool good = true;
    if (const auto list = reader.next(Tag::Sequence)) {
        policy.qualifiers.emplace();
        DerReader qualifiers(list->content);
        while (good && !qualifiers.atEnd()) {
            const auto qualifier = qualifiers.next(Tag::Sequence);
            good = qualifier && readQualifier(qualifier->content, *policy.qualifiers);
        }
    }
    out.push_back(std::move(policy));
    return good && reader.atEnd();
}

bool readPolicies(DerReader& list, std::vector<PolicyInformation>& out) {
    while (!list.atEnd()) {
        const auto policy = list.next(Tag::Sequence);
        if (!policy || !readPolicy(policy->content, out))
            return false;
    }
    return true;
}

bool readMappings(DerReader& list, PolicyMappingsPart& out) {
    while (!list.atEnd()) {
        const auto mapping = list.next(Tag::Sequence);
        DerReader sides(mapping ? mapping->content : ByteView());
        const auto from = sides.next(Tag::ObjectId);
        const auto to = from ? sides.next(Tag::ObjectId) : std::nullopt;
        if (!to || !sides.atEnd())
            return false;
        out.mappings.emplace_back(from->content, to->content);
    }
    return true;
}

bool readConstraints(DerReader& list, PolicyConstraintsPart& out) {
    if (const auto skip = list.next(Tag{0x80}))
        out.requireExplicit = skip->content;
    if (const auto skip = list.next(Tag{0x81}))
        out.inhibitMapping = skip->content;
    return list.atEnd();
}

// begin marks `out` as present and returns the reader of the SEQUENCE inside, nothing if there is none or
// `out` was present before.
std::optional<DerReader> begin(const document::ExtensionPart& part, Part& out) {
    if (out.present())
        return std::nullopt;
    out.part = &part;
    DerReader reader(part.value);
    const auto list = reader.next(Tag::Sequence);
    return list && reader.atEnd() ? std::optional(DerReader(list->content)) : std::nullopt;
}

} // namespace

void readPolicyExtension(const document::ExtensionPart& part, Values& values) {
    if (same(part.oid, document::id::certificatePolicies)) {
        if (auto list = begin(part, values.policies))
            values.policies.wellFormed = readPolicies(*list, values.policies.policies);
    } else if (same(part.oid, document::id::policyMappings)) {
        if (auto list = begin(part, values.policyMappings))
            values.policyMappings.wellFormed = readMappings(*list, values.policyMappings);
    } else if (same(part.oid, document::id::policyConstraints)) {
        if (auto list = begin(part, values.policyConstraints))
            values.policyConstraints.wellFormed = readConstraints(*list, values.policyConstraints);
    } else if (same(part.oid, document::id::inhibitAnyPolicy) && !values.inhibitAnyPolicy.present()) {
        values.inhibitAnyPolicy.part = &part;
        DerReader reader(part.value);
        const auto number = reader.next(Tag::Integer);
        values.inhibitAnyPolicy.octets = number ? number->content : ByteView();
        values.inhibitAnyPolicy.wellFormed = number && reader.atEnd();
    }
}

} // namespace certwright::check
