// Why: see chain_rows.h.
#include "ui/widget/chain_rows.h"

#include <algorithm>

#include "ui/text/dates_page.h"
#include "ui/text/usage_text.h"
#include "ui/text/value_text.h"
#include "ui/widget/icons.h"
#include "ui/widget/time_line.h"

namespace certwright::widget {

namespace {

using document::CertificateFacts;
using document::CrlFacts;

// In groups of four, so that it can be compared by eye and wraps.
QString printText(base::ByteView bytes) {
    const QString hex = QString::fromStdString(base::toHex(bytes)).toUpper();
    QString grouped;
    for (qsizetype i = 0; i < hex.size(); i += 4)
        grouped += (i > 0 ? QStringLiteral(" ") : QString()) + hex.mid(i, 4);
    return grouped;
}

QString nameText(const document::Name& name) {
    return text::shown(name.commonName.empty() ? name.text : name.commonName);
}

// Rows adds the rows of one set.
class Rows {
  public:
    Rows(const job::SetView& view, base::Time now, const text::Phrasebook& book)
        : m_view(view)
        , m_now(now)
        , m_book(book) {}

    void fill(QTreeWidget& tree) {
        QTreeWidgetItem* above = nullptr;
        if (!m_view.complete && !m_view.chain.empty()) {
            above = new QTreeWidgetItem(&tree);
            object(above, m_book.say("widget", "CA certificate: not among the files"), IconName::Authority,
                   Tone::Warning, QStringLiteral("missing"));
        }
        for (auto it = m_view.chain.rbegin(); it != m_view.chain.rend(); ++it) {
            auto* item = above == nullptr ? new QTreeWidgetItem(&tree) : new QTreeWidgetItem(above);
            certificate(item, *it, roleOf(*it));
            above = item;
        }
        for (const CertificateFacts& authority : m_view.authorities)
            if (std::ranges::none_of(m_view.chain, [&](const CertificateFacts& known) {
                    return known.fingerprint == authority.fingerprint;
                }))
                certificate(new QTreeWidgetItem(&tree), authority, job::EndRole::Ca);
        for (const CrlFacts& list : m_view.lists)
            if (!m_placed.contains(list.fingerprint))
                revocations(new QTreeWidgetItem(&tree), list);
    }

  private:
    job::EndRole roleOf(const CertificateFacts& facts) const {
        if (&facts == &m_view.chain.front())
            return job::EndRole::Server;
        const bool last = &facts == &m_view.chain.back();
        return last && m_view.complete ? job::EndRole::Ca : job::EndRole::Intermediate;
    }

    static void object(QTreeWidgetItem* item, const QString& text, IconName icon, Tone tone,
                       const QString& key) {
        item->setText(0, text);
        item->setData(0, ChainIcon, static_cast<int>(icon));
        item->setData(0, ChainTone, static_cast<int>(tone));
        item->setData(0, ChainKey, key);
    }

    QString titled(job::EndRole role, const QString& name) const {
        return m_book.say("widget", "%1: %2", "what it is: whose it is")
            .arg(text::startOfSentence(text::endRoleText(m_book, role)), name);
    }
    QString untilText(job::EndRole role, base::Time end) const {
        return m_book.say("widget", "Until %1 (%2)")
            .arg(text::localDate(m_book, end), text::leftText(m_book, {role, {}, 0, {}, end}, m_now));
    }

    void fact(QTreeWidgetItem* details, const QString& label, const QString& value) const {
        if (!value.isEmpty())
            (new QTreeWidgetItem(details))
                ->setText(0, m_book.say("widget", "%1: %2", "a fact: its value").arg(label, value));
    }

    QTreeWidgetItem* detailsOf(QTreeWidgetItem* item) const {
        auto* details = new QTreeWidgetItem(item);
        details->setText(0, m_book.say("widget", "Details"));
        details->setData(0, ChainKey, item->data(0, ChainKey).toString() + QStringLiteral("/details"));
        return details;
    }

    void certificate(QTreeWidgetItem* item, const CertificateFacts& facts, job::EndRole role) {
        const Tone tone = toneOfEnd({role, {}, 0, {}, facts.notAfter}, m_now);
        const bool authority = role != job::EndRole::Server;
        object(item,
               titled(role, nameText(facts.subject)) + QLatin1Char('\n') + untilText(role, facts.notAfter),
               authority ? IconName::Authority : IconName::Certificate, tone, printText(facts.fingerprint));
        QTreeWidgetItem* details = detailsOf(item);
        fact(details, m_book.say("inspect", "Subject"), text::shown(facts.subject.text));
        fact(details, m_book.say("inspect", "Names"), text::altNamesText(m_book, facts.altNames));
        fact(details, m_book.say("inspect", "Issuer"),
             facts.selfIssued() ? m_book.say("inspect", "itself") : text::shown(facts.issuer.text));
        fact(details, m_book.say("inspect", "Serial number"), text::shown(facts.serial));
        fact(details, m_book.say("inspect", "Valid from"), text::localDate(m_book, facts.notBefore));
        fact(details, m_book.say("inspect", "Valid until"), text::localDate(m_book, facts.notAfter));
        fact(details, m_book.say("inspect", "Key"), text::keyText(facts.key));
        fact(details, m_book.say("inspect", "Signature"), text::shown(facts.signature.algorithm));
        fact(details, m_book.say("inspect", "SHA-256"), printText(facts.fingerprint));
        for (const CrlFacts& list : m_view.lists)
            if (list.issuer == facts.subject && !m_placed.contains(list.fingerprint))
                revocations(new QTreeWidgetItem(item), list);
    }

    void revocations(QTreeWidgetItem* item, const CrlFacts& list) {
        m_placed.push_back(list.fingerprint);
        const auto role = job::EndRole::Crl;
        const Tone tone =
            list.nextUpdate ? toneOfEnd({role, {}, 0, {}, *list.nextUpdate}, m_now) : Tone::Note;
        QString title = titled(role, nameText(list.issuer));
        if (list.nextUpdate)
            title += QLatin1Char('\n') + untilText(role, *list.nextUpdate);
        object(item, title, IconName::RevocationList, tone, printText(list.fingerprint));
        QTreeWidgetItem* details = detailsOf(item);
        fact(details, m_book.say("inspect", "Issuer"), text::shown(list.issuer.text));
        fact(details, m_book.say("inspect", "Issued on"), text::localDate(m_book, list.thisUpdate));
        fact(details, m_book.say("inspect", "Next list by"),
             list.nextUpdate ? text::localDate(m_book, *list.nextUpdate) : m_book.say("inspect", "not said"));
        fact(details, m_book.say("inspect", "List number"),
             list.number ? text::shown(*list.number) : m_book.say("inspect", "none"));
        fact(details, m_book.say("inspect", "Revoked certificates"), QString::number(list.entries));
        fact(details, m_book.say("inspect", "Signature"), text::shown(list.signature.algorithm));
        fact(details, m_book.say("inspect", "SHA-256"), printText(list.fingerprint));
    }

    struct Placed : std::vector<base::Bytes> {
        bool contains(const base::Bytes& print) const { return std::ranges::find(*this, print) != end(); }
    };

    const job::SetView& m_view;
    base::Time m_now;
    const text::Phrasebook& m_book;
    Placed m_placed;
};

} // namespace

void addChainRows(QTreeWidget& tree, const job::SetView& view, base::Time now, const text::Phrasebook& book) {
    Rows(view, now, book).fill(tree);
}

} // namespace certwright::widget
