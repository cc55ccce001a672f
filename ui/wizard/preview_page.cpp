// Why: see preview_page.h.
#include "ui/wizard/preview_page.h"

#include <algorithm>
#include <cmath>

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QVBoxLayout>

#include "ui/text/step_text.h"
#include "ui/text/value_text.h"
#include "ui/widget/text_labels.h"
#include "ui/wizard/plan_sentences.h"

namespace certwright::wizard {

using model::Task;
using widget::Tone;

PreviewPage::PreviewPage(Context& context, QWidget* parent)
    : WizardPage(context, parent)
    , m_scroll(new widget::ScrollColumn(this))
    , m_busy(new BusyLine(this))
    , m_summary(new widget::Banner(this))
    , m_retry(new QPushButton(this))
    , m_findings(new widget::FindingList(this))
    , m_files(new widget::ChangeList(this))
    , m_config(new widget::DifferenceView(this))
    , m_commands(new CommandBox(this))
    , m_command(new QPlainTextEdit(this))
    , m_commandText(widget::dimText(this))
    , m_copy(new QPushButton(this)) {
    setObjectName(QStringLiteral("page-preview"));
    build();
    connectAll();
    context.language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

QString PreviewPage::title() const {
    return book().say("wizard", "Preview");
}

QString PreviewPage::subtitle() const {
    return book().say("wizard", "This is what will change. Nothing has been written yet.");
}

widget::Card* PreviewPage::section(QLabel*& title, QWidget* content) {
    title = widget::heading(this);
    auto* card = new widget::Card(this);
    card->body()->addWidget(title);
    if (content != nullptr)
        card->body()->addWidget(content);
    m_scroll->column()->addWidget(card);
    card->hide();
    return card;
}

void PreviewPage::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    QVBoxLayout* column = m_scroll->column();
    column->setSpacing(12);
    column->addWidget(m_busy);
    column->addWidget(m_summary);
    column->addWidget(m_retry, 0, Qt::AlignLeft);
    column->addWidget(m_findings);
    m_filesCard = section(m_filesTitle, m_files);
    m_configCard = section(m_configTitle, m_config);
    m_runCard = section(m_runTitle, m_commands);
    m_howCard = section(m_howTitle, nullptr);
    m_rulesCard = section(m_rulesTitle, nullptr);
    m_commandCard = section(m_commandTitle, m_commandText);
    m_commandCard->body()->addWidget(m_command);
    m_commandCard->body()->addWidget(m_copy, 0, Qt::AlignLeft);
    column->addStretch();
    m_command->setReadOnly(true);
    m_command->setTabChangesFocus(true);
    m_command->setFrameShape(QFrame::NoFrame);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_command->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_command->viewport()->installEventFilter(this);
    m_scroll->setObjectName(QStringLiteral("preview-scroll"));
    m_summary->setObjectName(QStringLiteral("preview-summary"));
    m_retry->setObjectName(QStringLiteral("preview-retry"));
    m_findings->setObjectName(QStringLiteral("preview-findings"));
    m_files->setObjectName(QStringLiteral("preview-files"));
    m_config->setObjectName(QStringLiteral("preview-config"));
    m_runCard->setObjectName(QStringLiteral("preview-run"));
    m_howCard->setObjectName(QStringLiteral("preview-how"));
    m_rulesCard->setObjectName(QStringLiteral("preview-rules"));
    m_command->setObjectName(QStringLiteral("preview-command"));
    m_copy->setObjectName(QStringLiteral("preview-copy"));
    m_summary->hide();
    m_retry->hide();
    m_findings->hide();
}

void PreviewPage::connectAll() {
    model::Road& road = context().road;
    connect(&road, &model::Road::planned, this, &PreviewPage::settle);
    connect(&road, &model::Road::failed, this, &PreviewPage::settle);
    connect(
        &road, &model::Road::busyChanged, this,
        [this](bool busy) {
            if (!busy && m_run == Run::Wanted && isVisible())
                startPlan();
        },
        Qt::QueuedConnection);
    connect(&road.progress(), &model::JobProgress::entered, this,
            [this](base::Step step) { m_busy->setText(text::stepText(step, book())); });
    connect(m_retry, &QPushButton::clicked, this, &PreviewPage::startPlan);
    connect(m_commands, &CommandBox::reloadChosen, this, [this](job::Reload reload) {
        draft().reload = reload;
        m_commands->showSeen(draft(), book());
        showCommand();
        Q_EMIT readyChanged();
    });
    connect(m_commands, &CommandBox::seenTyped, this, [this](const QString& address) {
        draft().servedAt = address.toStdString();
        showCommand();
        Q_EMIT readyChanged();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_command->toPlainText());
        m_copy->setText(book().say("wizard", "C&opied"));
        widget::announce(m_copy);
    });
}

void PreviewPage::setTexts(const text::Phrasebook& book) {
    m_scroll->setAccessibleName(book.say("wizard", "What will change"));
    m_retry->setText(book.say("wizard", "Try a&gain"));
    m_filesTitle->setText(book.say("wizard", "Files"));
    m_configTitle->setText(book.say("wizard", "Config, before and after"));
    m_runTitle->setText(book.say("wizard", "What is run"));
    m_howTitle->setText(book.say("wizard", "How it is done, and what is kept"));
    m_rulesTitle->setText(book.say("wizard", "What will hold for the service afterwards"));
    m_commandTitle->setText(book.say("wizard", "The same on the command line"));
    m_commandText->setText(book.say("wizard", "One line that does the same; it asks for passwords itself."));
    m_command->setAccessibleName(book.say("wizard", "Command line that does the same"));
    m_copy->setText(book.say("wizard", "C&opy"));
    m_copy->setAccessibleDescription(book.say("wizard", "Copies the command line to the clipboard."));
    m_busy->setText(text::stepText(base::Step::Plan, book));
    if (m_run == Run::Idle && isVisible())
        fill(book);
}

void PreviewPage::enter() {
    if (m_run == Run::Wanted)
        m_run = Run::Idle;
    // What blocked may be solved by now (a full disk, say).
    if (draft().plan && draft().plan->applicable())
        fill(book());
    else
        startPlan();
}

bool PreviewPage::ready() const {
    return m_run == Run::Idle && draft().plan && draft().plan->applicable() && !context().road.busy() &&
           m_commands->acceptable();
}

QString PreviewPage::nextText() const {
    switch (draft().task) {
    case Task::Import:
        return book().say("wizard", "&Import", "button");
    case Task::Replace:
        return book().say("wizard", "&Replace", "button");
    case Task::CrlUpdate:
        return book().say("wizard", "&Update", "button");
    case Task::Rollback:
        break;
    }
    return book().say("wizard", "&Restore", "button");
}

QWidget* PreviewPage::firstFocus() {
    return m_scroll;
}

void PreviewPage::startPlan() {
    m_run = Run::Wanted;
    draft().plan.reset();
    if (context().road.plan() == model::Road::Starting::Started) {
        m_run = Run::Running;
        m_busy->start();
    }
    fill(book());
    Q_EMIT readyChanged();
}

void PreviewPage::settle() {
    if (m_run != Run::Running)
        return;
    m_run = Run::Idle;
    m_busy->stop();
    fill(book());
    Q_EMIT readyChanged();
}

void PreviewPage::fillSentences(QWidget*& holder, widget::Card* card, const QStringList& sentences) {
    delete holder;
    holder = new QWidget(card);
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const QString& sentence : sentences) {
        QLabel* label = widget::bodyText(holder);
        label->setText(QStringLiteral("•  ") + sentence);
        layout->addWidget(label);
    }
    card->body()->addWidget(holder);
    card->show();
}

// Rows name slots as the service's profile does.
std::vector<widget::ChangeRow> PreviewPage::fileRows(const plan::Plan& plan, const text::Phrasebook& book) {
    auto rows = widget::changeRows(plan, context().host.fileSystem, book);
    for (std::size_t i = 0; i < std::min(rows.size(), plan.changes.size()); ++i) {
        const plan::Change& change = plan.changes[i];
        const profile::Slot* slot = draft().profile && change.purpose == plan::Purpose::SlotFile
                                        ? draft().profile->slot(change.slot)
                                        : nullptr;
        if (slot != nullptr)
            rows[i].purpose = text::titleText(book, slot->title);
    }
    return rows;
}

void PreviewPage::fill(const text::Phrasebook& book) {
    const bool planned = m_run == Run::Idle && draft().plan.has_value();
    for (QWidget* part : std::initializer_list<QWidget*>{m_filesCard, m_configCard, m_runCard, m_howCard,
                                                         m_rulesCard, m_commandCard})
        part->setVisible(planned && draft().plan->applicable());
    const bool failed = m_run == Run::Idle && !planned && draft().error.has_value();
    m_summary->setVisible(planned || failed);
    m_retry->setVisible(failed || (m_run == Run::Idle && planned && !draft().plan->applicable()));
    m_findings->setVisible(planned && !draft().plan->applicable());
    if (failed) {
        const Told told = toldOf(*draft().error, book);
        m_summary->setMessage(told.tone, told.title, told.text);
    }
    if (!planned)
        return;
    const plan::Plan& plan = *draft().plan;
    if (!plan.applicable()) {
        m_summary->setMessage(Tone::Blocker, book.say("wizard", "This cannot be done yet."),
                              book.say("wizard", "Nothing has been written. Solve what blocks, then go on."));
        std::vector<widget::FindingRow> rows;
        for (const check::Finding& finding : plan.findings)
            if (finding.severity == check::Severity::Blocker)
                rows.push_back({finding, {}});
        m_findings->setFindings(std::move(rows), book);
        return;
    }
    m_summary->setMessage(Tone::Accent, summaryText(draft(), book),
                          book.say("wizard", "The present state is kept and can be restored."));
    m_files->setChanges(fileRows(plan, book), book);
    fillConfig(plan, book);
    fillRun(book);
    fillSentences(m_how, m_howCard, keptTexts(draft(), book));
    if (draft().profile)
        fillSentences(m_rules, m_rulesCard, ruleTexts(draft(), book));
    showCommand();
}

// Where two files have a difference, each is named.
void PreviewPage::fillConfig(const plan::Plan& plan, const text::Phrasebook& book) {
    auto lines = plan.configDifference;
    const auto isFile = [](const plan::DifferenceLine& line) { return line.kind == '@'; };
    if (draft().profile && std::ranges::any_of(lines, isFile) && !isFile(lines.front()))
        lines.insert(lines.begin(), {'@', 0, draft().profile->config.path});
    m_configCard->setVisible(!lines.empty());
    m_config->setDifference(lines, book);
}

void PreviewPage::fillRun(const text::Phrasebook& book) {
    if (draft().profile)
        m_commands->setContent(draft(), context().host.runner, book);
    m_runCard->setVisible(draft().profile && m_commands->anything());
}

void PreviewPage::showCommand() {
    m_command->setPlainText(QString::fromStdString(text::commandLine(commandWish(draft()))));
    m_copy->setText(book().say("wizard", "C&opy"));
    fitCommand();
}

// As high as what it shows: the page scrolls, not the field.
void PreviewPage::fitCommand() {
    const QTextDocument& document = *m_command->document();
    const int lines = std::max(1, static_cast<int>(std::ceil(document.size().height())));
    const int margin = static_cast<int>(std::ceil(document.documentMargin()));
    m_command->setFixedHeight(lines * m_command->fontMetrics().lineSpacing() + 2 * margin + 4);
}

bool PreviewPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_command->viewport() && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &PreviewPage::fitCommand, Qt::QueuedConnection);
    return WizardPage::eventFilter(watched, event);
}

} // namespace certwright::wizard
