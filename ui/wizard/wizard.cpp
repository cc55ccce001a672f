// Why: see wizard.h.
#include "ui/wizard/wizard.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/wizard/apply_page.h"
#include "ui/wizard/check_page.h"
#include "ui/wizard/done_page.h"
#include "ui/wizard/files_page.h"
#include "ui/wizard/password_page.h"
#include "ui/wizard/preview_page.h"
#include "ui/wizard/service_page.h"

namespace certwright::wizard {

using model::Stage;
using model::Task;

Wizard::Wizard(widget::Workplace workplace, model::WizardDraft draft, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_draft(std::move(draft))
    , m_road(workplace.host, workplace.worker, m_draft)
    , m_context{workplace.host, workplace.worker, m_draft, m_road, workplace.language, workplace.dialogs}
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
    , m_steps(new StepBar(this))
    , m_stack(new QStackedWidget(this))
    , m_back(new QPushButton(this))
    , m_next(new QPushButton(this))
    , m_cancel(new QPushButton(this)) {
    build();
    m_stage = model::stagesOf(m_draft).front();
    show(m_stage);
    workplace.language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

Wizard::~Wizard() {
    m_road.cancel();
    m_road.forget();
    // Pages refer to the draft and the road, which are members.
    for (const auto& [stage, page] : m_pages)
        delete page;
}

void Wizard::build() {
    setObjectName(QStringLiteral("wizard"));
    m_title->setObjectName(QStringLiteral("wizard-title"));
    m_subtitle->setObjectName(QStringLiteral("wizard-subtitle"));
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setWordWrap(true);
    m_subtitle->setWordWrap(true);
    m_back->setObjectName(QStringLiteral("wizard-back"));
    m_next->setObjectName(QStringLiteral("wizard-next"));
    m_next->setDefault(true);
    m_cancel->setObjectName(QStringLiteral("wizard-cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 20, 28, 20);
    layout->setSpacing(8);
    layout->addWidget(m_steps);
    layout->addSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addSpacing(6);
    layout->addWidget(m_stack, 1);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, &Wizard::back);
    connect(m_cancel, &QPushButton::clicked, this, &Wizard::cancel);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (page(m_stage)->next() == WizardPage::Going::Proceed)
            forward();
    });
    connect(&m_road, &model::Road::busyChanged, this, &Wizard::update);
    connect(&m_road, &model::Road::applied, this, &Wizard::changed);
    connect(&m_road, &model::Road::applied, this, &Wizard::ended);
    connect(&m_road, &model::Road::failed, this, [this] {
        if (m_stage == Stage::Apply)
            Q_EMIT ended();
    });
}

WizardPage* Wizard::makePage(Stage stage) {
    switch (stage) {
    case Stage::Service:
        return new ServicePage(m_context);
    case Stage::Files:
        return new FilesPage(m_context);
    case Stage::Password:
        return new PasswordPage(m_context);
    case Stage::Check:
        return new CheckPage(m_context);
    case Stage::Preview:
        return new PreviewPage(m_context);
    case Stage::Apply:
        return new ApplyPage(m_context);
    case Stage::Done:
        break;
    }
    return new DonePage(m_context);
}

WizardPage* Wizard::page(Stage stage) {
    WizardPage*& made = m_pages[stage];
    if (made != nullptr)
        return made;
    made = makePage(stage);
    m_stack->addWidget(made);
    connect(made, &WizardPage::readyChanged, this, &Wizard::update);
    connect(made, &WizardPage::headerChanged, this, &Wizard::update);
    connect(made, &WizardPage::goTo, this, &Wizard::show);
    connect(made, &WizardPage::another, this, &Wizard::another);
    connect(made, &WizardPage::advance, this, [this, stage] {
        if (m_stage == stage)
            forward();
    });
    return made;
}

void Wizard::show(Stage stage) {
    m_stage = stage;
    WizardPage* shown = page(stage);
    shown->enter();
    m_stack->setCurrentWidget(shown);
    update();
    if (QWidget* first = shown->firstFocus())
        first->setFocus(Qt::OtherFocusReason);
    Q_EMIT stageChanged();
}

void Wizard::forward() {
    const auto stages = model::stagesOf(m_draft);
    const auto here = std::ranges::find(stages, m_stage);
    if (here == stages.end() || here + 1 == stages.end())
        Q_EMIT closed();
    else
        show(*(here + 1));
}

void Wizard::back() {
    const auto stages = model::stagesOf(m_draft);
    const auto here = std::ranges::find(stages, m_stage);
    m_road.cancel();
    if (here != stages.end() && here != stages.begin())
        show(*(here - 1));
}

void Wizard::cancel() {
    if (page(m_stage)->pressCancel())
        return;
    if (mayClose())
        Q_EMIT closed();
}

bool Wizard::mayClose() {
    if (m_stage == Stage::Apply && m_road.busy()) {
        m_road.cancel();
        return false;
    }
    const bool nothingToLose = m_stage == Stage::Service || m_stage == Stage::Done ||
                               m_draft.outcome.has_value() ||
                               (m_draft.slots.empty() && m_draft.paths.empty());
    if (nothingToLose)
        return true;
    const auto& book = m_workplace.language.book();
    return m_workplace.dialogs.confirmed(
        this, {book.say("wizard", "Stop here?"), book.say("wizard", "Stop and forget what was chosen?"),
               book.say("wizard", "Nothing has been changed in the service."), book.say("wizard", "&Stop"),
               book.say("wizard", "&Go on")});
}

QString Wizard::helpTopic() const {
    static const std::map<Stage, QString> topics{
        {Stage::Service, QStringLiteral("wizard-service")},   {Stage::Files, QStringLiteral("wizard-files")},
        {Stage::Password, QStringLiteral("wizard-password")}, {Stage::Check, QStringLiteral("wizard-check")},
        {Stage::Preview, QStringLiteral("wizard-preview")},   {Stage::Apply, QStringLiteral("wizard-import")},
        {Stage::Done, QStringLiteral("wizard-done")}};
    return topics.at(m_stage);
}

QString Wizard::stageName(Stage stage) const {
    const auto& book = m_workplace.language.book();
    switch (stage) {
    case Stage::Service:
        return book.say("wizard", "Service", "a step of the wizard");
    case Stage::Files:
        return book.say("wizard", "Files", "a step of the wizard");
    case Stage::Password:
        return book.say("wizard", "Password", "a step of the wizard");
    case Stage::Check:
        return book.say("wizard", "Check", "a step of the wizard");
    case Stage::Preview:
        return book.say("wizard", "Preview", "a step of the wizard");
    case Stage::Apply:
        switch (m_draft.task) {
        case Task::Import:
            return book.say("wizard", "Import", "a step of the wizard");
        case Task::Replace:
            return book.say("wizard", "Replace", "a step of the wizard");
        case Task::CrlUpdate:
            return book.say("wizard", "Update", "a step of the wizard");
        case Task::Rollback:
            return book.say("wizard", "Restore", "a step of the wizard");
        }
        break;
    case Stage::Done:
        break;
    }
    return book.say("wizard", "Done", "a step of the wizard");
}

QString Wizard::nextText() const {
    const QString own = m_pages.at(m_stage)->nextText();
    return own.isEmpty() ? m_workplace.language.book().say("wizard", "&Next") : own;
}

void Wizard::setTexts(const text::Phrasebook& book) {
    m_back->setText(book.say("wizard", "&Back"));
    m_cancel->setText(book.say("wizard", "&Cancel"));
    m_back->setAccessibleDescription(book.say("wizard", "Goes to the step before; everything chosen stays."));
    m_next->setAccessibleDescription(book.say("wizard", "Goes to the next step."));
    m_cancel->setAccessibleDescription(book.say("wizard", "Ends the wizard."));
    update();
}

void Wizard::update() {
    const WizardPage* shown = page(m_stage);
    const auto stages = model::stagesOf(m_draft);
    QStringList names;
    for (const Stage stage : stages)
        names << stageName(stage);
    const auto here = static_cast<int>(std::ranges::find(stages, m_stage) - stages.begin());
    const auto& book = m_workplace.language.book();
    m_steps->setSteps(names, here,
                      book.say("wizard", "Step %1 of %2: %3")
                          .arg(QString::number(here + 1), QString::number(names.size()), names.value(here)));
    m_title->setText(shown->title());
    setWindowTitle(shown->title());
    m_subtitle->setText(shown->subtitle());
    m_subtitle->setVisible(!shown->subtitle().isEmpty());
    m_next->setText(nextText());
    m_next->setVisible(shown->hasNext());
    m_next->setEnabled(shown->ready());
    const bool last = m_stage == Stage::Done || (m_stage == Stage::Apply && m_road.busy());
    m_back->setVisible(here > 0 && !last && m_stage != Stage::Done);
    m_cancel->setVisible(m_stage != Stage::Done);
    setTabOrder(m_back, m_next);
}

} // namespace certwright::wizard
