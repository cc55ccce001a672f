// Why: see general_name.h.
#include "core/check/names/general_name.h"

#include <algorithm>
#include <array>

#include "core/base/utf8.h"
#include "core/document/anatomy.h"
#include "core/document/names.h"

namespace certwright::check::names {

namespace {

using base::ByteView;
using ossl::DerElement;
using ossl::DerReader;
using ossl::Tag;

constexpr unsigned contextClass = 0x80;
constexpr unsigned constructed = 0x20;

constexpr auto utf8String = Tag{0x0C};
// id-on-SmtpUTF8Mailbox, 1.3.6.1.5.5.7.8.9
constexpr std::array<std::uint8_t, 8> smtpUtf8Mailbox{0x2B, 6, 1, 5, 5, 7, 8, 9};

bool isConstructed(NameKind kind) {
    switch (kind) {
    case NameKind::Other:
    case NameKind::X400:
    case NameKind::Directory:
    case NameKind::EdiParty:
        return true;
    default:
        return false;
    }
}

// An address with its mask is written as "10.0.0.0/255.0.0.0".
std::string shownAddress(ByteView octets) {
    if (octets.size() != 8 && octets.size() != 32)
        return document::ipText(octets);
    const std::size_t half = octets.size() / 2;
    return document::ipText(octets.first(half)) + "/" + document::ipText(octets.subspan(half));
}

std::string shownOther(ByteView content) {
    const auto type = DerReader(content).next(Tag::ObjectId);
    return type ? document::dottedOid(type->content) : base::toHex(content);
}

} // namespace

std::string_view kindWord(NameKind kind) {
    static constexpr std::array<std::string_view, nameKinds> words{
        "otherName", "email", "DNS", "x400", "directory", "ediParty", "URI", "IP", "registeredID"};
    return words[static_cast<std::size_t>(kind)];
}

std::optional<GeneralName> generalNameOf(const DerElement& element) {
    const auto tag = static_cast<unsigned>(element.tag);
    const unsigned number = tag & 0x1FU;
    if ((tag & 0xC0U) != contextClass || number >= nameKinds)
        return std::nullopt;
    const auto kind = static_cast<NameKind>(number);
    if (((tag & constructed) != 0) != isConstructed(kind))
        return std::nullopt;
    if (kind != NameKind::Directory)
        return GeneralName{kind, element.content};
    DerReader inside(element.content);
    const auto name = inside.next(Tag::Sequence);
    if (!name || !inside.atEnd())
        return std::nullopt;
    return GeneralName{kind, name->whole};
}

std::optional<std::vector<GeneralName>> generalNamesOf(ByteView der) {
    DerReader outside(der);
    const auto list = outside.next(Tag::Sequence);
    if (!list || !outside.atEnd() || list->content.empty())
        return std::nullopt;
    std::vector<GeneralName> names;
    for (DerReader reader(list->content); !reader.atEnd();) {
        const auto element = reader.next();
        const auto name = element ? generalNameOf(*element) : std::nullopt;
        if (!name)
            return std::nullopt;
        names.push_back(*name);
    }
    return names;
}

std::optional<std::string_view> smtpUtf8MailboxOf(const GeneralName& name) {
    if (name.kind != NameKind::Other)
        return std::nullopt;
    DerReader reader(name.content);
    const auto type = reader.next(Tag::ObjectId);
    if (!type || !std::ranges::equal(type->content, smtpUtf8Mailbox))
        return std::nullopt;
    const auto value = reader.next(Tag::Context0);
    DerReader inside(value ? value->content : ByteView());
    const auto text = inside.next(utf8String);
    if (!text || !inside.atEnd() || !reader.atEnd() || !base::isUtf8(base::textOf(text->content)))
        return std::nullopt;
    return base::textOf(text->content);
}

std::string shownValue(const GeneralName& name) {
    switch (name.kind) {
    case NameKind::Email:
    case NameKind::Dns:
    case NameKind::Uri:
        return base::printable(name.text());
    case NameKind::Ip:
        return shownAddress(name.content);
    case NameKind::RegisteredId:
        return document::dottedOid(name.content);
    case NameKind::Directory: {
        const auto directory = document::nameOf(name.content);
        return directory ? base::printable(directory->text) : base::toHex(name.content);
    }
    case NameKind::Other:
        if (const auto mailbox = smtpUtf8MailboxOf(name))
            return base::printable(*mailbox);
        return shownOther(name.content);
    default:
        return base::toHex(name.content);
    }
}

} // namespace certwright::check::names
