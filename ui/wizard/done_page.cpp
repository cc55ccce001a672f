// Why: see done_page.h.
#include "ui/wizard/done_page.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include "ui/text/error_text.h"
#include "ui/text/finding_text.h"
#include "ui/text/plan_page.h"
#include "ui/text/value_text.h"
#include "ui/widget/text_labels.h"
#include "ui/wizard/next_steps.h"

namespace certwright::wizard {

using model::Task;
using widget::Tone;

namespace {

QString doneText(Task task, const text::Phrasebook& book) {
    switch (task) {
    case Task::Import:
        return book.say("wizard", "Imported. The service can start with it.");
    case Task::Replace:
        return book.say("wizard", "Replaced. The service can start with it.");
    case Task::CrlUpdate:
        return book.say("wizard", "Updated. The service can work with it.");
    case Task::Rollback:
        break;
    }
    return book.say("wizard", "Restored.");
}

} // namespace

DonePage::DonePage(Context& context, QWidget* parent)
    : WizardPage(context, parent)
    , m_scroll(new widget::ScrollColumn(this))
    , m_verdict(new widget::Banner(this))
    , m_told(new ToldBanner(context.language, this))
    , m_reportText(widget::dimText(this))
    , m_report(new report::ReportBar(
          widget::Workplace{context.host, context.worker, context.language, context.dialogs}, this))
    , m_datesText(widget::dimText(this))
    , m_dates(new QPushButton(this))
    , m_calendar(new report::CalendarExport(
          widget::Workplace{context.host, context.worker, context.language, context.dialogs}, this))
    , m_cleanCard(new widget::Card(this))
    , m_clean(new CleanSection(context, this))
    , m_another(new QPushButton(this)) {
    setObjectName(QStringLiteral("page-done"));
    build();
    connectAll();
    context.language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

QString DonePage::title() const {
    return book().say("wizard", "Done");
}

QString DonePage::subtitle() const {
    if (!draft().outcome)
        return {};
    return book().say("wizard", "Transaction %1").arg(text::shown(draft().outcome->receipt.id));
}

widget::Card* DonePage::card(QLabel*& title) {
    auto* made = new widget::Card(this);
    title = widget::heading(made);
    made->body()->addWidget(title);
    m_scroll->column()->addWidget(made);
    return made;
}

void DonePage::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    QVBoxLayout* column = m_scroll->column();
    column->setSpacing(12);
    column->addWidget(m_verdict);
    column->addWidget(m_told);
    m_nextCard = card(m_nextTitle);
    m_proofCard = card(m_proofTitle);
    widget::Card* report = card(m_reportTitle);
    report->body()->addWidget(m_reportText);
    report->body()->addWidget(m_report);
    widget::Card* dates = card(m_datesTitle);
    dates->body()->addWidget(m_datesText);
    dates->body()->addWidget(m_dates, 0, Qt::AlignLeft);
    m_cleanCard->body()->addWidget(m_clean);
    column->addWidget(m_cleanCard);
    column->addWidget(m_another, 0, Qt::AlignLeft);
    column->addStretch();
    m_scroll->setObjectName(QStringLiteral("done-scroll"));
    m_verdict->setObjectName(QStringLiteral("done-verdict"));
    m_told->setObjectName(QStringLiteral("done-told"));
    m_nextCard->setObjectName(QStringLiteral("done-next"));
    m_proofCard->setObjectName(QStringLiteral("done-proof"));
    m_dates->setObjectName(QStringLiteral("done-calendar"));
    m_another->setObjectName(QStringLiteral("done-another"));
}

void DonePage::connectAll() {
    connect(m_another, &QPushButton::clicked, this, &WizardPage::another);
    connect(m_dates, &QPushButton::clicked, this, [this] {
        m_calendar->save({{draft().service, draft().root, draft().home, {}}});
    });
    connect(m_calendar, &report::Export::busyChanged, m_dates, &QWidget::setDisabled);
    const auto saved = [this](const QString& path) {
        tell([path](const text::Phrasebook& words) {
            return Told{Tone::Good, words.say("wizard", "Saved."), path};
        });
    };
    const auto failed = [this](const base::Error& error) {
        tell([error](const text::Phrasebook& words) { return toldOf(error, words); });
    };
    for (const report::Export* from :
         std::initializer_list<const report::Export*>{m_calendar, &m_report->reports()}) {
        connect(from, &report::Export::written, this, saved);
        connect(from, &report::Export::failed, this, failed);
    }
}

void DonePage::setTexts(const text::Phrasebook& book) {
    m_scroll->setAccessibleName(book.say("wizard", "Outcome and what to do now"));
    m_nextTitle->setText(book.say("wizard", "What to do now"));
    m_proofTitle->setText(book.say("wizard", "Proof"));
    m_reportTitle->setText(book.say("wizard", "Hand-over report"));
    m_reportText->setText(book.say("wizard",
                                   "What was changed, with fingerprints, dates, findings and proof, for "
                                   "whoever takes the service over. It holds no secret."));
    m_datesTitle->setText(book.say("wizard", "Reminders"));
    m_datesText->setText(book.say("wizard",
                                  "A calendar file with every date on which this service stops working, "
                                  "with alarms 30, 14, 7 and 1 days before."));
    m_dates->setText(book.say("wizard", "Save reminder&s…"));
    m_another->setText(book.say("wizard", "Import &another…"));
    if (draft().outcome)
        fill(book);
}

void DonePage::enter() {
    m_told->quiet();
    const bool files = !draft().slots.empty() || !draft().paths.empty();
    m_cleanCard->setVisible(files);
    if (files)
        m_clean->begin();
    context().road.forget();
    m_report->setTransaction(
        {{draft().service, draft().root, draft().home}, draft().outcome ? draft().outcome->receipt.id : ""});
    fill(book());
}

QString DonePage::nextText() const {
    return book().say("wizard", "C&lose");
}

QWidget* DonePage::firstFocus() {
    return m_scroll;
}

void DonePage::fill(const text::Phrasebook& book) {
    const job::Outcome& outcome = *draft().outcome;
    const auto written = static_cast<int>(outcome.receipt.written.size());
    const QString counted = book.say("wizard", "%n file(s) written.", nullptr, written);
    if (outcome.proof.succeeded())
        m_verdict->setMessage(Tone::Good, doneText(draft().task, book), counted);
    else
        m_verdict->setMessage(Tone::Warning, book.say("wizard", "Restored, but its proof does not succeed."),
                              book.say("plan",
                                       "The proof does not succeed in this state; it stays as you wanted "
                                       "it."));
    fillNext(book);
    fillProof(book);
}

void DonePage::fillNext(const text::Phrasebook& book) {
    const NextSteps next = nextSteps(draft(), book);
    delete m_next;
    m_next = new QWidget(m_nextCard);
    auto* layout = new QVBoxLayout(m_next);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const QString& text : next.steps) {
        QLabel* label = widget::bodyText(m_next);
        label->setText(QStringLiteral("→  ") + text);
        layout->addWidget(label);
    }
    for (const QString& text : next.why) {
        QLabel* label = widget::dimText(m_next);
        label->setText(text);
        layout->addWidget(label);
    }
    m_nextCard->body()->addWidget(m_next);
}

void DonePage::fillProof(const text::Phrasebook& book) {
    const prove::Proof& proof = draft().outcome->proof;
    delete m_proof;
    m_proof = new QWidget(m_proofCard);
    auto* grid = new QGridLayout(m_proof);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](widget::IconName icon, Tone tone, const QString& text) {
        QLabel* label = widget::bodyText(m_proof);
        label->setText(text);
        label->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
        grid->addWidget(new widget::ToneIcon(icon, tone, m_proof), row, 0, Qt::AlignTop);
        grid->addWidget(label, row++, 1);
    };
    for (const prove::ProofStep step : proof.passed)
        add(widget::IconName::Good, Tone::Good, text::startOfSentence(text::proofStepText(step, book)));
    for (const check::Finding& failure : proof.failures)
        add(widget::IconName::Blocker, Tone::Blocker, text::findingText(failure, book).sentence);
    for (const check::Finding& seen : draft().outcome->told)
        if (seen.body.is<check::ServedInstalled>())
            add(widget::IconName::Good, Tone::Good, text::findingText(seen, book).sentence);
    if (!proof.protocol.empty())
        add(widget::IconName::Lock, Tone::Neutral,
            QStringLiteral("%1, %2").arg(text::shown(proof.protocol), text::shown(proof.cipher)));
    if (row == 0)
        add(widget::IconName::Note, Tone::Note, book.say("record", "No proof was made."));
    m_proofCard->body()->addWidget(m_proof);
}

void DonePage::tell(ToldBanner::Say say) {
    m_told->tell(std::move(say));
    m_scroll->ensureWidgetVisible(m_told);
}

} // namespace certwright::wizard
