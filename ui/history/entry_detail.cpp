// Why: see entry_detail.h.
#include "ui/history/entry_detail.h"

#include <array>

#include <QHBoxLayout>
#include <QScrollBar>

#include "ui/text/finding_text.h"
#include "ui/text/value_text.h"
#include "ui/widget/change_rows.h"
#include "ui/widget/flow_layout.h"
#include "ui/widget/text_labels.h"
#include "ui/widget/tone_icon.h"

namespace certwright::history {

using report::Form;
using report::Speech;
using widget::Tone;

namespace {

// Kind is one way to save the report; `name` is the object name of its menu entry.
struct Kind {
    const char* name;
    Form form;
    Speech speech;
};
constexpr std::array kinds{
    Kind{"report-pdf-en", Form::Pdf, Speech::English},   Kind{"report-pdf-zh", Form::Pdf, Speech::Chinese},
    Kind{"report-pdf-both", Form::Pdf, Speech::Both},    Kind{"report-html-en", Form::Html, Speech::English},
    Kind{"report-html-zh", Form::Html, Speech::Chinese}, Kind{"report-html-both", Form::Html, Speech::Both}};

QString kindText(const Kind& kind, const text::Phrasebook& book) {
    const bool pdf = kind.form == Form::Pdf;
    switch (kind.speech) {
    case Speech::English:
        return pdf ? book.say("history", "PDF, English") : book.say("history", "HTML, English");
    case Speech::Chinese:
        return pdf ? book.say("history", "PDF, Chinese") : book.say("history", "HTML, Chinese");
    case Speech::Both:
        break;
    }
    return pdf ? book.say("history", "PDF, both languages") : book.say("history", "HTML, both languages");
}

widget::Card* section(QLabel* title, std::initializer_list<QWidget*> contents, QVBoxLayout* column) {
    auto* card = new widget::Card;
    card->body()->addWidget(title);
    for (QWidget* content : contents)
        card->body()->addWidget(content);
    column->addWidget(card);
    return card;
}

} // namespace

EntryDetail::EntryDetail(language::LanguageSwitch& language, QWidget* parent)
    : QWidget(parent)
    , m_language(language)
    , m_scroll(new widget::ScrollColumn(this))
    , m_title(widget::heading(this))
    , m_when(widget::dimText(this))
    , m_banner(new widget::Banner(this))
    , m_restore(new QPushButton(this))
    , m_before(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_menu(new QMenu(this))
    , m_factsTitle(widget::heading(this))
    , m_facts(new widget::FactList(this))
    , m_changesTitle(widget::heading(this))
    , m_noChanges(widget::bodyText(this))
    , m_changes(new widget::ChangeList(this))
    , m_differenceTitle(widget::heading(this))
    , m_difference(new widget::DifferenceView(this))
    , m_findingsTitle(widget::heading(this))
    , m_noFindings(widget::bodyText(this))
    , m_findings(new widget::FindingList(this))
    , m_proofTitle(widget::heading(this))
    , m_proofVerdict(widget::bodyText(this))
    , m_proofSteps(new QVBoxLayout)
    , m_connection(widget::dimText(this)) {
    setObjectName(QStringLiteral("entry-detail"));
    build();
    language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

void EntryDetail::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    m_title->setFont(large);
    m_scroll->setObjectName(QStringLiteral("entry-scroll"));
    m_title->setObjectName(QStringLiteral("entry-title"));
    m_banner->setObjectName(QStringLiteral("entry-banner"));
    m_changes->setObjectName(QStringLiteral("entry-changes"));
    m_difference->setObjectName(QStringLiteral("entry-difference"));
    m_findings->setObjectName(QStringLiteral("entry-findings"));
    m_proofVerdict->setObjectName(QStringLiteral("entry-proof"));
    QVBoxLayout* column = m_scroll->column();
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_title);
    names->addWidget(m_when);
    column->addLayout(names);
    column->addWidget(m_banner);
    buildActions(column);
    m_changesCard = section(m_changesTitle, {m_noChanges, m_changes}, column);
    m_differenceCard = section(m_differenceTitle, {m_difference}, column);
    m_findingsCard = section(m_findingsTitle, {m_noFindings, m_findings}, column);
    auto* steps = new QWidget(this);
    steps->setLayout(m_proofSteps);
    m_proofSteps->setContentsMargins(0, 0, 0, 0);
    m_proofSteps->setSpacing(4);
    m_proofCard = section(m_proofTitle, {m_proofVerdict, steps, m_connection}, column);
    m_factsCard = section(m_factsTitle, {m_facts}, column);
    column->addStretch(1);
}

void EntryDetail::buildActions(QVBoxLayout* column) {
    m_restore->setObjectName(QStringLiteral("entry-restore"));
    m_before->setObjectName(QStringLiteral("entry-restore-before"));
    m_save->setObjectName(QStringLiteral("entry-report"));
    m_menu->setObjectName(QStringLiteral("entry-report-menu"));
    auto* buttons = new widget::FlowLayout;
    for (QPushButton* button : {m_restore, m_before, m_save})
        buttons->addWidget(button);
    column->addLayout(buttons);
    connect(m_restore, &QPushButton::clicked, this, [this] { Q_EMIT requested(EntryAction::Restore); });
    connect(m_before, &QPushButton::clicked, this, [this] { Q_EMIT requested(EntryAction::RestoreBefore); });
    buildReportMenu();
}

void EntryDetail::buildReportMenu() {
    for (const Kind& kind : kinds) {
        QAction* entry = m_menu->addAction(QString(), this,
                                           [this, kind] { Q_EMIT reportRequested(kind.form, kind.speech); });
        entry->setObjectName(QLatin1String(kind.name));
        m_reports.push_back(entry);
    }
    m_save->setMenu(m_menu);
}

void EntryDetail::showEntry(const model::ServicePast& past, const apply::Entry* entry,
                            const std::string& id) {
    const bool another = !m_shown || m_shown->id != id || m_shown->service.root != past.service.root;
    m_shown = Shown{past.service, past.profile, std::nullopt, id, !id.empty() && id == past.present};
    if (entry != nullptr)
        m_shown->entry = *entry;
    if (another)
        m_scroll->verticalScrollBar()->setValue(0);
    setTexts(m_language.book());
}

void EntryDetail::setActionTexts(const text::Phrasebook& book) {
    m_restore->setText(book.say("history", "&Restore this state…"));
    m_restore->setAccessibleDescription(
        book.say("history", "Shows what would change first; nothing is written before you agree."));
    m_before->setText(book.say("history", "Restore the s&tate before this…"));
    m_before->setAccessibleDescription(
        book.say("history", "Takes this change back. Shows what would change first."));
    m_save->setText(book.say("history", "&Save report"));
    m_save->setAccessibleDescription(
        book.say("history", "Opens a menu: the hand-over report as PDF or HTML, in either language."));
    for (std::size_t i = 0; i < kinds.size(); ++i)
        m_reports.at(i)->setText(kindText(kinds.at(i), book));
}

void EntryDetail::setTexts(const text::Phrasebook& book) {
    setActionTexts(book);
    m_scroll->setAccessibleName(book.say("history", "The transaction in full"));
    m_factsTitle->setText(book.say("history", "Facts"));
    if (!m_shown)
        return;
    const bool readable = m_shown->entry.has_value();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_before, m_save, m_changesCard, m_differenceCard,
                                                           m_findingsCard, m_proofCard, m_factsCard})
        widget->setVisible(readable);
    m_restore->setVisible(readable && !m_shown->present);
    showBanner(book);
    if (readable) {
        showRecord(book);
        return;
    }
    m_title->setText(book.say("history", "Damaged entry"));
    m_when->setText(text::shown(m_shown->id));
}

void EntryDetail::showBanner(const text::Phrasebook& book) {
    m_banner->setVisible(!m_shown->entry || m_shown->present);
    if (!m_shown->entry) {
        const check::Finding finding{check::Severity::Warning, m_shown->id,
                                     check::HistoryEntryDamaged{m_shown->id}};
        const auto words = text::findingText(finding, book);
        m_banner->setMessage(Tone::Warning, words.sentence, words.nextStep);
    } else if (m_shown->present) {
        m_banner->setMessage(Tone::Accent, book.say("history", "This is the present state"),
                             book.say("history", "The files are now as this transaction left them."));
    }
}

void EntryDetail::showRecord(const text::Phrasebook& book) {
    const apply::Entry& entry = *m_shown->entry;
    const text::Record record = text::recordOf(entry, m_shown->profile, m_shown->service.root, book);
    const QString restores = text::restoresText(entry, book);
    const QString what = text::startOfSentence(text::operationText(entry.operation, book));
    m_title->setText(restores.isEmpty() ? what : book.say("history", "%1 to %2").arg(what, restores));
    m_when->setText(text::localDate(book, entry.startedAt));
    m_before->setVisible(!entry.changes.empty());
    m_facts->setFacts(record.facts);
    m_changesTitle->setText(record.changesTitle);
    m_noChanges->setText(record.noChanges);
    m_noChanges->setVisible(record.changes.empty());
    m_changes->setVisible(!record.changes.empty());
    m_changes->setChanges(widget::changeRows(record), book);
    m_differenceCard->setVisible(!record.difference.empty());
    m_differenceTitle->setText(record.differenceTitle);
    m_difference->setDifference(record.difference, book);
    m_findingsTitle->setText(record.findingsTitle);
    m_noFindings->setText(record.noFindings);
    m_noFindings->setVisible(entry.findings.empty());
    m_findings->setVisible(!entry.findings.empty());
    std::vector<widget::FindingRow> rows;
    for (const check::Finding& finding : entry.findings)
        rows.push_back({finding, {}});
    m_findings->setFindings(std::move(rows), book);
    showProof(record);
}

void EntryDetail::showProof(const text::Record& record) {
    m_proofTitle->setText(record.proofTitle);
    m_proofVerdict->setText(record.proofVerdict);
    while (QLayoutItem* item = m_proofSteps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& step : record.proofSteps) {
        auto* row = new QWidget(m_proofCard);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        QLabel* words = widget::bodyText(row);
        words->setText(step);
        line->addWidget(new widget::ToneIcon(widget::IconName::Good, Tone::Good, row, 1.0), 0, Qt::AlignTop);
        line->addWidget(words, 1);
        m_proofSteps->addWidget(row);
    }
    m_connection->setText(record.proofConnection);
    m_connection->setVisible(!record.proofConnection.isEmpty());
}

} // namespace certwright::history
