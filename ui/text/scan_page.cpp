// Why: see scan_page.h.
#include "ui/text/scan_page.h"

#include "ui/text/error_text.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

using scan::Condition;
using scan::Kind;

QString conditionTitle(const Phrasebook& book, Condition condition) {
    switch (condition) {
    case Condition::ExposedToAll:
        return book.say("scan", "Private keys that every user of this computer may open: %1");
    case Condition::Expired:
        return book.say("scan", "Expired certificates: %1");
    case Condition::OutOfDate:
        return book.say("scan", "Revocation lists out of date: %1");
    case Condition::WeakKey:
        return book.say("scan", "Keys that are too weak: %1");
    case Condition::WeakDigest:
        return book.say("scan", "Signatures with a weak digest: %1");
    case Condition::Expiring:
        return book.say("scan", "Certificates that expire soon: %1");
    case Condition::ExposedToGroup:
        return book.say("scan", "Private keys that a group may open: %1");
    case Condition::NotYetValid:
        break;
    }
    return book.say("scan", "Certificates that are not valid yet: %1");
}

Ink inkOf(Condition condition) {
    if (!scan::isWrong(condition))
        return Ink::Plain;
    return condition == Condition::Expiring ? Ink::Yellow : Ink::Red;
}

// fact is what makes a thing stand under its condition.
QString fact(const scan::Named& named, Condition condition, const Phrasebook& book) {
    switch (condition) {
    case Condition::ExposedToAll:
    case Condition::ExposedToGroup:
        return mode(book, named.mode);
    case Condition::WeakKey:
        return keyText(named.key);
    case Condition::WeakDigest:
        break;
    default:
        return named.end ? dateTime(*named.end) : QString();
    }
    return {};
}

void addMore(Page& page, std::uint64_t all, std::size_t named, const Phrasebook& book) {
    const int more = all > named ? static_cast<int>(all - named) : 0;
    if (more > 0)
        page.line(book.say("scan", "and %n more; --json names all", nullptr, more), 2);
}

void addCondition(Page& page, const scan::Tally& tally, Condition condition, const Phrasebook& book) {
    const auto index = static_cast<std::size_t>(condition);
    const std::uint64_t count = tally.conditions.at(index);
    if (count == 0)
        return;
    page.line(conditionTitle(book, condition).arg(count), 0, inkOf(condition));
    std::vector<QStringList> rows;
    for (const scan::Named& named : tally.worst.at(index))
        rows.push_back({fact(named, condition, book), shown(named.path), shown(named.about)});
    page.table(rows, 2);
    addMore(page, count, rows.size(), book);
}

QString pathsText(const Phrasebook& book, const std::vector<std::string>& paths, std::size_t count) {
    constexpr std::size_t most = 4;
    std::vector<std::string> first(paths.begin(),
                                   paths.begin() + static_cast<std::ptrdiff_t>(std::min(most, paths.size())));
    const QString text = list(book, first);
    const int more = count > first.size() ? static_cast<int>(count - first.size()) : 0;
    return more > 0 ? book.say("scan", "%1 and %n more", nullptr, more).arg(text) : text;
}

void addPairs(Page& page, const scan::Tally& tally, const Phrasebook& book) {
    if (tally.pairs.empty())
        return;
    page.line(book.say("scan", "Private keys with their certificate: %1").arg(tally.keysWithCertificate));
    std::vector<QStringList> rows;
    for (const scan::Pair& pair : tally.pairs)
        rows.push_back({pathsText(book, pair.keys, pair.keys.size()), QStringLiteral("–"),
                        pathsText(book, pair.certificates, pair.count)});
    page.table(rows, 2);
    addMore(page, tally.keysWithCertificate, rows.size(), book);
}

QString duplicateKind(const Phrasebook& book, Kind kind) {
    return kind == Kind::Certificate ? book.say("scan", "Certificate") : book.say("scan", "Private key");
}

void addDuplicates(Page& page, const scan::Tally& tally, const Phrasebook& book) {
    if (tally.duplicates == 0)
        return;
    page.line(book.say("scan", "The same in several files: %1").arg(tally.duplicates));
    std::vector<QStringList> rows;
    for (const scan::Duplicate& duplicate : tally.duplicateNamed)
        rows.push_back({duplicateKind(book, duplicate.kind), QString::number(duplicate.count),
                        pathsText(book, duplicate.paths, duplicate.count)});
    page.table(rows, 2);
    addMore(page, tally.duplicates, rows.size(), book);
}

void addUnread(Page& page, const scan::Tally& tally, const Phrasebook& book) {
    const std::uint64_t damaged = tally.kinds.at(static_cast<std::size_t>(Kind::Damaged));
    if (damaged > 0) {
        page.line(book.say("scan", "Damaged or not understood: %1").arg(damaged), 0, Ink::Yellow);
        for (const std::string& path : tally.damagedNamed)
            page.line(shown(path), 2);
        addMore(page, damaged, tally.damagedNamed.size(), book);
    }
    if (tally.unreadable > 0) {
        page.line(book.say("scan", "Could not be read: %1").arg(tally.unreadable), 0, Ink::Yellow);
        for (const base::Error& error : tally.unreadableNamed)
            page.line(errorText(error, book).sentence, 2);
        addMore(page, tally.unreadable, tally.unreadableNamed.size(), book);
    }
}

void addRow(std::vector<QStringList>& rows, const QString& what, std::uint64_t count) {
    if (count > 0)
        rows.push_back({what, QString::number(count)});
}

void addCounts(Page& page, const scan::Tally& tally, const Phrasebook& book) {
    const auto count = [&](Kind kind) { return tally.kinds.at(static_cast<std::size_t>(kind)); };
    std::vector<QStringList> rows{
        {book.say("scan", "Files looked at"), QString::number(tally.files)},
        {book.say("scan", "Folders"), QString::number(tally.folders)},
        {book.say("scan", "Certificates"), QString::number(count(Kind::Certificate))},
        {book.say("scan", "Private keys, not encrypted"), QString::number(count(Kind::Key))},
        {book.say("scan", "Private keys, encrypted"), QString::number(count(Kind::EncryptedKey))},
        {book.say("scan", "Revocation lists"), QString::number(count(Kind::Crl))}};
    addRow(rows, book.say("scan", "PKCS#12 containers"), count(Kind::Store));
    addRow(rows, book.say("scan", "Certificate requests"), count(Kind::Request));
    addRow(rows, book.say("scan", "Keys and key stores of other programs"), count(Kind::Foreign));
    addRow(rows, book.say("scan", "Private keys without their certificate"), tally.keysAlone);
    addRow(rows, book.say("scan", "Symbolic links, not followed"), tally.links);
    addRow(rows, book.say("scan", "Devices and pipes, not opened"), tally.special);
    addRow(rows, book.say("scan", "Folders of the system itself, not searched"), tally.made);
    addRow(rows, book.say("scan", "Folders nested too deeply, not searched"), tally.deep);
    addRow(rows, book.say("scan", "Files over 10 MiB, not read to their end"), tally.large);
    page.table(rows);
}

} // namespace

void addScan(Page& page, const scan::Tally& tally, const Phrasebook& book) {
    for (std::size_t i = 0; i < scan::conditionCount; ++i)
        addCondition(page, tally, static_cast<Condition>(i), book);
    addUnread(page, tally, book);
    addPairs(page, tally, book);
    addDuplicates(page, tally, book);
    if (!page.text().isEmpty())
        page.blank();
    addCounts(page, tally, book);
    if (tally.wrong())
        page.line(book.say("scan", "Something is expired, weak or exposed; it stands above."), 0, Ink::Red);
    else
        page.line(book.say("scan", "Nothing was found that is expired, weak or exposed."), 0, Ink::Green);
}

} // namespace certwright::text
