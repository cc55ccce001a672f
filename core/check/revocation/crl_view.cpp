// Why: see crl_view.h.
#include "core/check/revocation/crl_view.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/document/crl_entries.h"
#include "core/ossl/der.h"

namespace certwright::check {

namespace {

using base::ByteView;
using ossl::DerReader;
using ossl::Tag;

constexpr std::uint64_t mostCompared = 20000; // entries; sorted anew for every path that is tried
constexpr int removeFromCrl = 8;

// upperHex writes octets as facts write numbers.
std::string upperHex(ByteView octets) {
    std::string text = base::toHex(octets);
    for (char& c : text)
        c = c >= 'a' && c <= 'f' ? static_cast<char>(c - ('a' - 'A')) : c;
    return text;
}

std::optional<std::string> numberOf(ByteView value) {
    DerReader reader(value);
    const auto integer = reader.next(Tag::Integer);
    if (!integer || !reader.atEnd() || integer->content.empty())
        return std::nullopt;
    return upperHex(integer->content);
}

std::string_view significant(const std::string& number) {
    const auto first = number.find_first_not_of('0');
    return first == std::string::npos ? std::string_view() : std::string_view(number).substr(first);
}

// concerns tells whether an entry speaks of certificates of `issuer` (section 5.3.3).
bool concerns(const CrlView& view, const document::CrlEntry& entry, const document::Name& issuer) {
    if (entry.certificateIssuer.empty())
        return view.facts().issuer == issuer;
    std::vector<base::Bytes> names;
    if (const auto list = DerReader(entry.certificateIssuer).next(Tag::Sequence))
        for (DerReader reader(list->content); !reader.atEnd();) {
            const auto name = reader.next();
            if (!name)
                break;
            names.emplace_back(name->whole.begin(), name->whole.end());
        }
    return holdsName(names, issuer);
}

// certificateIssuerOf returns that extension's octets, empty if the entry has none.
ByteView certificateIssuerOf(ByteView entryExtensions) {
    static constexpr std::array<std::uint8_t, 3> id{0x55, 0x1D, 29};
    DerReader reader(entryExtensions);
    while (const auto extension = reader.next(Tag::Sequence)) {
        DerReader parts(extension->content);
        const auto oid = parts.next(Tag::ObjectId);
        if (oid && std::ranges::equal(oid->content, id))
            return parts.rest();
    }
    return {};
}

} // namespace

CrlView viewOf(const SourcedCrl& source) {
    static const document::CrlScan none;
    CrlView view;
    view.source = &source;
    view.scan = source.crl.scan ? source.crl.scan.get() : &none;
    view.issuerName = directoryNameOf(view.facts().issuer.der);
    if (const auto* point = view.scan->extension("2.5.29.28")) {
        view.scope = point->value;
        view.point = issuingPointOf(point->value);
        view.pointMalformed = !view.point;
        if (view.point && view.point->name)
            view.pointNames = comparable(*view.point->name, {view.scan->issuer});
    }
    if (const auto* delta = view.scan->extension("2.5.29.27"))
        view.deltaBase = numberOf(delta->value).value_or(std::string());
    return view;
}

CrlSaying entryOf(const CrlView& view, const document::Name& issuer, ByteView serial) {
    const auto entries = document::entriesFor(view.source->crl, serial);
    if (!entries)
        return {};
    CrlSaying saying{Listing::No, false, {}, std::nullopt};
    for (const document::CrlEntry& entry : *entries) {
        if (!concerns(view, entry, issuer))
            continue;
        const bool removed = entry.reason == removeFromCrl;
        if (saying.listing == Listing::Yes && (removed || !saying.removed))
            continue;
        saying = {Listing::Yes, removed, entry.revokedAt, entry.reason};
    }
    return saying;
}

std::optional<std::string> repeatedSerial(const CrlView& view) {
    const base::Bytes& der = view.source->crl.der;
    const document::CrlScan& scan = *view.scan;
    if (scan.entriesAt + scan.entriesSize > der.size() || view.facts().entries > mostCompared)
        return std::nullopt;
    struct Seen {
        ByteView serial;
        ByteView issuer;
    };
    std::vector<Seen> seen;
    seen.reserve(view.facts().entries);
    ByteView issuer;
    DerReader entries(ByteView(der).subspan(static_cast<std::size_t>(scan.entriesAt),
                                            static_cast<std::size_t>(scan.entriesSize)));
    while (const auto entry = entries.next(Tag::Sequence)) {
        DerReader parts(entry->content);
        const auto serial = parts.next(Tag::Integer);
        if (!serial || !parts.next())
            return std::nullopt;
        if (const auto extensions = parts.next(Tag::Sequence))
            if (const ByteView other = certificateIssuerOf(extensions->content); !other.empty())
                issuer = other;
        seen.push_back({serial->content, issuer});
    }
    const auto less = [](const Seen& a, const Seen& b) {
        const auto order = std::lexicographical_compare_three_way(a.serial.begin(), a.serial.end(),
                                                                  b.serial.begin(), b.serial.end());
        return order != 0 ? order < 0 : std::ranges::lexicographical_compare(a.issuer, b.issuer);
    };
    std::ranges::sort(seen, less);
    const auto twice = std::ranges::adjacent_find(
        seen, [&](const Seen& a, const Seen& b) { return !less(a, b) && !less(b, a); });
    if (twice == seen.end())
        return std::nullopt;
    return upperHex(twice->serial);
}

int compareNumbers(const std::string& one, const std::string& other) {
    const std::string_view a = significant(one);
    const std::string_view b = significant(other);
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    return a.compare(b);
}

bool isNewer(const CrlView& one, const CrlView& other) {
    if (one.facts().number && other.facts().number)
        if (const int order = compareNumbers(*one.facts().number, *other.facts().number); order != 0)
            return order > 0;
    return std::tie(one.facts().thisUpdate, one.facts().fingerprint) >
           std::tie(other.facts().thisUpdate, other.facts().fingerprint);
}

std::string reasonName(int number) {
    static constexpr std::array<std::string_view, 11> names{
        "unspecified",   "keyCompromise",        "cACompromise",    "affiliationChanged",
        "superseded",    "cessationOfOperation", "certificateHold", "",
        "removeFromCRL", "privilegeWithdrawn",   "aACompromise"};
    const auto at = static_cast<std::size_t>(number);
    return number >= 0 && at < names.size() ? std::string(names.at(at)) : std::string();
}

} // namespace certwright::check
