// Why: whoever replaces a certificate wants to see at a glance what changes: old beside new.
#include "ui/text/comparison_page.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/files/path.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

using document::CertificateFacts;

QString namesText(const CertificateFacts& facts, const Phrasebook& book) {
    std::vector<std::string> names;
    for (const document::AltName& name : facts.altNames)
        names.push_back(name.value);
    return list(book, names);
}

QString keyChangeText(const plan::Comparison& comparison, const Phrasebook& book) {
    return comparison.key == plan::KeyChange::Same ? book.say("replace", "The key stays the same.")
                                                   : book.say("replace", "The key is a new one.");
}

QString gainText(const plan::Comparison& comparison, const Phrasebook& book) {
    if (comparison.daysGained == 0)
        return book.say("replace", "No whole day is gained.");
    const int count = std::abs(comparison.daysGained);
    return comparison.daysGained > 0
               ? book.say("replace", "Valid %n day(s) longer than the installed one.", nullptr, count)
               : book.say("replace", "Valid %n day(s) less than the installed one.", nullptr, count);
}

// Rows collects lines of the table; what does not change is not written twice.
class Rows {
  public:
    explicit Rows(const Phrasebook& book)
        : m_book(book)
        , m_rows{{QString(), book.say("replace", "Installed"), book.say("replace", "New")}} {}

    void add(const QString& label, const QString& before, const QString& after) {
        m_rows.push_back({label, before, before == after ? m_book.say("replace", "the same") : after});
    }
    const std::vector<QStringList>& rows() const { return m_rows; }

  private:
    const Phrasebook& m_book;
    std::vector<QStringList> m_rows;
};

Json certificateJson(const CertificateFacts& facts, const std::vector<std::string>& authorities) {
    Json names = Json::array();
    for (const document::AltName& name : facts.altNames)
        names.push_back(base::printable(name.value));
    Json cas = Json::array();
    for (const std::string& authority : authorities)
        cas.push_back(base::printable(authority));
    return {{"subject", base::printable(facts.subject.text)},
            {"issuer", base::printable(facts.issuer.text)},
            {"serial", facts.serial},
            {"names", names},
            {"key", keyText(facts.key).toStdString()},
            {"notBefore", base::formatIso(facts.notBefore)},
            {"notAfter", base::formatIso(facts.notAfter)},
            {"sha256", base::toHex(facts.fingerprint)},
            {"ca", cas}};
}

Json listJson(const std::vector<std::string>& names) {
    Json out = Json::array();
    for (const std::string& name : names)
        out.push_back(base::printable(name));
    return out;
}

} // namespace

std::vector<QStringList> comparisonRows(const plan::Comparison& comparison, const Phrasebook& book) {
    const CertificateFacts& before = comparison.before;
    const CertificateFacts& after = comparison.after;
    Rows rows(book);
    rows.add(book.say("replace", "Subject"), shown(before.subject.text), shown(after.subject.text));
    rows.add(book.say("replace", "Issuer"), shown(before.issuer.text), shown(after.issuer.text));
    rows.add(book.say("replace", "Names"), namesText(before, book), namesText(after, book));
    rows.add(book.say("replace", "Key"), keyText(before.key), keyText(after.key));
    rows.add(book.say("replace", "Valid from"), dateTime(before.notBefore), dateTime(after.notBefore));
    rows.add(book.say("replace", "Valid until"), dateTime(before.notAfter), dateTime(after.notAfter));
    rows.add(book.say("replace", "CA"), list(book, comparison.caBefore), list(book, comparison.caAfter));
    return rows.rows();
}

QStringList comparisonNotes(const plan::Comparison& comparison, const Phrasebook& book) {
    if (comparison.sameCertificate())
        return {comparison.caBefore == comparison.caAfter
                    ? book.say("replace", "The server certificate and its CA stay the same.")
                    : book.say("replace", "The server certificate stays the same.")};
    QStringList notes{keyChangeText(comparison, book), gainText(comparison, book)};
    if (!comparison.namesAdded.empty())
        notes << book.say("replace", "Names added: %1").arg(list(book, comparison.namesAdded));
    if (!comparison.namesLost.empty())
        notes << book.say("replace", "Names lost: %1").arg(list(book, comparison.namesLost));
    return notes;
}

void addComparison(Page& page, const plan::Comparison& comparison, const Phrasebook& book) {
    page.heading(book.say("replace", "Installed and new"));
    if (!comparison.sameCertificate() || comparison.caBefore != comparison.caAfter)
        page.table(comparisonRows(comparison, book), 2);
    const QStringList notes = comparisonNotes(comparison, book);
    for (const QString& note : notes) {
        const bool lost = !comparison.namesLost.empty() && note == notes.back();
        page.line(note, 2, lost ? Ink::Red : Ink::Plain);
    }
}

void addKeptCrlHints(Page& page, const check::Findings& findings, const profile::Profile& profile,
                     const std::string& root, const Phrasebook& book) {
    for (const profile::Slot& slot : profile.slots) {
        const bool kept = std::ranges::any_of(findings, [&](const check::Finding& finding) {
            const auto* wrong = finding.body.as<check::CrlWrongIssuer>();
            return wrong != nullptr && wrong->path == files::join(root, slot.target);
        });
        if (kept)
            page.line(QStringLiteral("→ ") +
                      book.say("replace", "The installed revocation list does not fit what is new: name the "
                                          "right one with --file %1=PATH, or go on without one with "
                                          "--without %1.")
                          .arg(shown(slot.id)));
    }
}

QString withoutError(const profile::Profile& profile, const Phrasebook& book) {
    std::vector<std::string> optional;
    for (const profile::Slot& slot : profile.slots)
        if (!slot.required)
            optional.push_back(slot.id);
    return book.say("replace", "--without takes a slot that may be empty and that nothing is given for: %1")
        .arg(list(book, optional));
}

Json jsonOf(const plan::Comparison& comparison) {
    return {{"installed", certificateJson(comparison.before, comparison.caBefore)},
            {"new", certificateJson(comparison.after, comparison.caAfter)},
            {"certificate", comparison.sameCertificate() ? "same" : "new"},
            {"key", comparison.key == plan::KeyChange::Same ? "same" : "new"},
            {"ca", comparison.ca == plan::CaChange::None ? "known" : "other"},
            {"namesAdded", listJson(comparison.namesAdded)},
            {"namesLost", listJson(comparison.namesLost)},
            {"daysGained", comparison.daysGained}};
}

} // namespace certwright::text
