// Why: see constraints.h.
#include "core/check/names/constraints.h"

#include <algorithm>

#include "core/check/names/address.h"
#include "core/check/names/dns_name.h"
#include "core/document/names.h"

namespace certwright::check::names {

namespace {

using base::ByteView;
using ossl::DerReader;
using ossl::Tag;

constexpr auto minimumTag = Tag{0x80};
constexpr auto maximumTag = Tag{0x81};

SubtreeForm hostForm(Subtree& subtree, std::string_view text) {
    subtree.subdomainsOnly = text.starts_with('.');
    subtree.host = subtree.subdomainsOnly ? text.substr(1) : text;
    const bool sound = subtree.subdomainsOnly ? isHostName(subtree.host) : isDomain(subtree.host);
    return sound ? SubtreeForm::Sound : SubtreeForm::Malformed;
}

SubtreeForm dnsForm(Subtree& subtree) {
    const SubtreeForm form = hostForm(subtree, subtree.base.text());
    return form == SubtreeForm::Sound && subtree.subdomainsOnly ? SubtreeForm::LeadingPeriod : form;
}

SubtreeForm emailForm(Subtree& subtree) {
    const std::string_view text = subtree.base.text();
    if (text.find('@') == std::string_view::npos)
        return hostForm(subtree, text);
    subtree.mailbox = mailboxOf(text);
    return subtree.mailbox ? SubtreeForm::Sound : SubtreeForm::Malformed;
}

SubtreeForm uriForm(Subtree& subtree) {
    const SubtreeForm form = hostForm(subtree, subtree.base.text());
    return looksLikeAddress(subtree.host) ? SubtreeForm::Malformed : form;
}

SubtreeForm addressForm(const Subtree& subtree) {
    const ByteView octets = subtree.base.content;
    if (octets.size() != 8 && octets.size() != 32)
        return SubtreeForm::Malformed;
    return isMask(octets.subspan(octets.size() / 2)) ? SubtreeForm::Sound : SubtreeForm::Malformed;
}

SubtreeForm directoryForm(Subtree& subtree) {
    auto name = document::nameOf(subtree.base.content);
    if (!name)
        return SubtreeForm::Malformed;
    subtree.canonical = std::move(name->der);
    return SubtreeForm::Sound;
}

SubtreeForm formOf(Subtree& subtree) {
    switch (subtree.base.kind) {
    case NameKind::Dns:
        return dnsForm(subtree);
    case NameKind::Email:
        return emailForm(subtree);
    case NameKind::Uri:
        return uriForm(subtree);
    case NameKind::Ip:
        return addressForm(subtree);
    case NameKind::Directory:
        return directoryForm(subtree);
    default:
        return SubtreeForm::Unsupported;
    }
}

bool isZero(ByteView integer) {
    return integer.size() == 1 && integer[0] == 0;
}

// subtreeOf reads a GeneralSubtree and notes limits in the whole.
std::optional<Subtree> subtreeOf(ByteView content, NameConstraints& whole) {
    DerReader reader(content);
    const auto element = reader.next();
    const auto base = element ? generalNameOf(*element) : std::nullopt;
    if (!base)
        return std::nullopt;
    if (const auto minimum = reader.next(minimumTag))
        (isZero(minimum->content) ? whole.zeroWritten : whole.limited) = true;
    if (reader.next(maximumTag))
        whole.limited = true;
    if (!reader.atEnd())
        return std::nullopt;
    Subtree subtree{*base, SubtreeForm::Sound, false, {}, {}, {}};
    subtree.form = formOf(subtree);
    return subtree;
}

std::optional<std::vector<Subtree>> subtreesOf(ByteView content, NameConstraints& whole) {
    std::vector<Subtree> subtrees;
    for (DerReader reader(content); !reader.atEnd();) {
        const auto element = reader.next(Tag::Sequence);
        auto subtree = element ? subtreeOf(element->content, whole) : std::nullopt;
        if (!subtree)
            return std::nullopt;
        subtrees.push_back(std::move(*subtree));
    }
    return subtrees;
}

} // namespace

std::optional<NameConstraints> nameConstraintsOf(ByteView value) {
    DerReader outside(value);
    const auto whole = outside.next(Tag::Sequence);
    if (!whole || !outside.atEnd())
        return std::nullopt;
    NameConstraints constraints;
    DerReader reader(whole->content);
    constraints.hollow = reader.atEnd();
    for (const auto& [tag, list] : {std::pair(Tag::Context0, &NameConstraints::permitted),
                                    std::pair(Tag::Context1, &NameConstraints::excluded)}) {
        const auto element = reader.next(tag);
        if (!element)
            continue;
        auto subtrees = subtreesOf(element->content, constraints);
        if (!subtrees)
            return std::nullopt;
        constraints.hollow = constraints.hollow || subtrees->empty();
        constraints.*list = std::move(*subtrees);
    }
    return reader.atEnd() ? std::optional(std::move(constraints)) : std::nullopt;
}

} // namespace certwright::check::names
