// Why: see command_box.h.
#include "ui/wizard/command_box.h"

#include "core/job/service_commands.h"
#include "ui/text/finding_text.h"
#include "ui/text/value_text.h"
#include "ui/widget/text_labels.h"

namespace certwright::wizard {

namespace {

// The reload stands at its check box.
bool standsAbove(const check::Finding& finding) {
    const auto* planned = finding.body.as<check::CommandPlanned>();
    return finding.body.is<check::CommandMissing>() || (planned != nullptr && planned->purpose == "verify");
}

} // namespace

CommandBox::CommandBox(QWidget* parent)
    : QWidget(parent)
    , m_sentences(new QVBoxLayout)
    , m_reload(new QCheckBox(this))
    , m_reloadText(widget::dimText(this))
    , m_seen(new SeenBox(this)) {
    m_reload->setObjectName(QStringLiteral("preview-reload"));
    m_reloadText->setObjectName(QStringLiteral("preview-reload-text"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_sentences->setSpacing(4);
    layout->addLayout(m_sentences);
    layout->addWidget(m_reload);
    layout->addWidget(m_reloadText);
    layout->addWidget(m_seen);
    m_reloadText->setContentsMargins(24, 0, 0, 0); // below the box's own text
    connect(m_reload, &QCheckBox::toggled, this, [this](bool on) {
        showReload(*m_book);
        Q_EMIT reloadChosen(on ? job::Reload::Run : job::Reload::Leave);
    });
    connect(m_seen, &SeenBox::typed, this, &CommandBox::seenTyped);
}

void CommandBox::addSentence(const QString& sentence, const QString& next) {
    QLabel* label = widget::bodyText(this);
    label->setText(QStringLiteral("•  ") + sentence);
    m_sentences->addWidget(label);
    QLabel* step = widget::dimText(this);
    step->setText(next);
    step->setContentsMargins(24, 0, 0, 4);
    m_sentences->addWidget(step);
}

void CommandBox::setContent(const model::WizardDraft& draft, const process::Runner* runner,
                            const text::Phrasebook& book) {
    m_book = &book;
    const plan::Plan& plan = *draft.plan;
    const auto& command = draft.profile->commands.reload;
    while (QLayoutItem* item = m_sentences->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_anything = false;
    for (const check::Finding& finding : plan.findings) {
        if (!standsAbove(finding))
            continue;
        const auto words = text::findingText(finding, book);
        addSentence(words.sentence, words.nextStep);
        m_anything = true;
    }
    m_offered = command && runner != nullptr && !plan.changes.empty();
    for (QWidget* part : std::initializer_list<QWidget*>{m_reload, m_reloadText, m_seen})
        part->setVisible(m_offered);
    if (!m_offered)
        return;
    m_anything = true;
    m_command = job::commandText(job::wordsOf(*command, plan.root));
    m_seconds = command->seconds;
    const QSignalBlocker quiet(m_reload);
    m_reload->setText(book.say("wizard", "Have the running service ta&ke it over afterwards"));
    m_reload->setChecked(draft.reload == job::Reload::Run);
    showReload(book);
    showSeen(draft, book);
}

void CommandBox::showSeen(const model::WizardDraft& draft, const text::Phrasebook& book) {
    m_seen->setContent(draft, book);
}

void CommandBox::showReload(const text::Phrasebook& book) {
    const QString command = text::shown(m_command);
    m_reloadText->setText(
        m_reload->isChecked()
            ? book.say("wizard", "After the change, this is run as you, for at most %2 s: %1")
                  .arg(command, QString::number(m_seconds))
            : book.say("wizard", "Without this, a running service uses the old files until somebody runs: %1")
                  .arg(command));
    m_reload->setAccessibleDescription(m_reloadText->text());
}

} // namespace certwright::wizard
