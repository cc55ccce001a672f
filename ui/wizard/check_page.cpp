// Why: see check_page.h.
#include "ui/wizard/check_page.h"

#include <QVBoxLayout>

#include "ui/text/step_text.h"
#include "ui/widget/text_labels.h"

namespace certwright::wizard {

using model::FindingDeed;
using model::Stage;
using model::Task;
using widget::Tone;

CheckPage::CheckPage(Context& context, QWidget* parent)
    : WizardPage(context, parent)
    , m_scroll(new widget::ScrollColumn(this))
    , m_busy(new BusyLine(this))
    , m_verdict(new widget::Banner(this))
    , m_told(new ToldBanner(context.language, this))
    , m_retry(new QPushButton(this))
    , m_keep(new QCheckBox(this))
    , m_keepText(widget::dimText(this))
    , m_findings(new widget::FindingList(this))
    , m_comparison(new QWidget(this))
    , m_chain(new widget::ChainTree(this))
    , m_dates(new widget::TimeLine(this))
    , m_details(new widget::FoldOut(this))
    , m_save(new QPushButton(this))
    , m_export(new report::FindingsExport(
          widget::Workplace{context.host, context.worker, context.language, context.dialogs}, this)) {
    setObjectName(QStringLiteral("page-check"));
    build();
    connectAll();
    context.language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

QString CheckPage::title() const {
    return book().say("wizard", "Check");
}

QString CheckPage::subtitle() const {
    switch (draft().task) {
    case Task::Rollback:
        return book().say("wizard", "What restoring this state would mean.");
    case Task::CrlUpdate:
        return book().say("wizard", "Everything that was seen in the new lists, worst first.");
    case Task::Import:
    case Task::Replace:
        break;
    }
    return book().say("wizard", "Everything that was seen in the files, worst first.");
}

widget::Card* CheckPage::section(QLabel** title, QWidget* content) {
    *title = widget::heading(this);
    auto* card = new widget::Card(this);
    card->body()->addWidget(*title);
    card->body()->addWidget(content);
    m_scroll->column()->addWidget(card);
    return card;
}

void CheckPage::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    m_scroll->setObjectName(QStringLiteral("check-scroll"));
    QVBoxLayout* column = m_scroll->column();
    column->setSpacing(12);
    column->addWidget(m_busy);
    column->addWidget(m_verdict);
    column->addWidget(m_told);
    column->addWidget(m_retry, 0, Qt::AlignLeft);
    column->addWidget(m_keep);
    column->addWidget(m_keepText);
    m_findingsTitle = widget::heading(this);
    column->addWidget(m_findingsTitle);
    column->addWidget(m_findings);
    auto* comparison = new QVBoxLayout(m_comparison);
    comparison->setContentsMargins(0, 0, 0, 0);
    m_comparisonCard = section(&m_comparisonTitle, m_comparison);
    m_chainCard = section(&m_chainTitle, m_chain);
    m_datesCard = section(&m_datesTitle, m_dates);
    column->addWidget(m_details);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    column->addStretch();
    m_verdict->setObjectName(QStringLiteral("check-verdict"));
    m_told->setObjectName(QStringLiteral("check-told"));
    m_retry->setObjectName(QStringLiteral("check-retry"));
    m_keep->setObjectName(QStringLiteral("check-keep"));
    m_findings->setObjectName(QStringLiteral("check-findings"));
    m_comparisonCard->setObjectName(QStringLiteral("check-comparison"));
    m_chain->setObjectName(QStringLiteral("check-chain"));
    m_dates->setObjectName(QStringLiteral("check-dates"));
    m_details->setObjectName(QStringLiteral("check-details"));
    m_details->button()->setObjectName(QStringLiteral("check-details-button"));
    m_save->setObjectName(QStringLiteral("check-save"));
    for (QWidget* hidden :
         std::initializer_list<QWidget*>{m_verdict, m_told, m_retry, m_keep, m_keepText, m_findingsTitle,
                                         m_comparisonCard, m_chainCard, m_datesCard, m_details, m_save})
        hidden->hide();
}

void CheckPage::connectAll() {
    model::Road& road = context().road;
    connect(&road, &model::Road::checked, this, &CheckPage::onChecked);
    connect(&road, &model::Road::failed, this, &CheckPage::onFailed);
    // A stage that was left is still ending; queued, so that its own signal is not taken for ours.
    connect(
        &road, &model::Road::busyChanged, this,
        [this](bool busy) {
            if (!busy && m_run == Run::Wanted && isVisible())
                startCheck();
        },
        Qt::QueuedConnection);
    connect(&road.progress(), &model::JobProgress::entered, this,
            [this](base::Step step) { m_busy->setText(text::stepText(step, book())); });
    connect(m_retry, &QPushButton::clicked, this, &CheckPage::startCheck);
    connect(m_findings, &widget::FindingList::actionRequested, this, [this](int row) {
        const auto index = static_cast<std::size_t>(row);
        if (draft().checked && index < draft().checked->findings.size())
            act(model::actionFor(draft().checked->findings.at(index), draft()));
    });
    connect(m_keep, &QCheckBox::toggled, this, [this](bool keep) {
        const auto wanted = keep ? job::Acceptance::Unproved : job::Acceptance::OnlyProved;
        if (draft().rollback.acceptance == wanted)
            return;
        draft().rollback.acceptance = wanted;
        draft().passwordsChanged();
        startCheck();
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        const auto& profile = draft().profile;
        m_export->save({draft().checked->findings, profile ? profile->title : profile::Title{}, draft().root,
                        m_judgedAt});
    });
    connect(m_export, &report::Export::written, this, [this](const QString& path) {
        tell([path](const text::Phrasebook& words) {
            return Told{Tone::Good, words.say("wizard", "The findings were saved."), path};
        });
    });
    connect(m_export, &report::Export::failed, this,
            [this](const base::Error& error) { m_told->tell(error); });
}

void CheckPage::setTexts(const text::Phrasebook& book) {
    m_scroll->setAccessibleName(book.say("wizard", "Verdict and findings"));
    m_retry->setText(book.say("wizard", "Try a&gain"));
    m_keep->setText(book.say("wizard", "&Keep the restored state even if its proof fails"));
    m_keepText->setText(book.say("wizard",
                                 "The proof is a TLS handshake with what was written. Without this, a "
                                 "state that fails it is taken back at once."));
    m_findingsTitle->setText(book.say("wizard", "Findings"));
    m_comparisonTitle->setText(book.say("wizard", "Installed and new"));
    m_chainTitle->setText(book.say("wizard", "Certificate chain"));
    m_datesTitle->setText(book.say("wizard", "What ends when"));
    m_details->setTitle(book.say("wizard", "&Details of each certificate and list"));
    m_save->setText(book.say("wizard", "&Save findings…"));
    m_save->setAccessibleDescription(book.say("wizard", "Saves the list of findings as a file to send on."));
    m_busy->setText(text::stepText(base::Step::Load, book));
    if (m_run == Run::Idle)
        fill(book);
}

void CheckPage::enter() {
    m_told->quiet();
    m_search.reset();
    if (m_run == Run::Wanted)
        m_run = Run::Idle;
    m_judgedAt = context().host.now();
    if (draft().checked)
        fill(book());
    else
        startCheck();
}

bool CheckPage::ready() const {
    return m_run == Run::Idle && draft().checked && !check::blocks(draft().checked->findings) &&
           !nothingToDo() && !context().road.busy();
}

QWidget* CheckPage::firstFocus() {
    return m_scroll;
}

// Where nothing would change there is nothing to preview either.
bool CheckPage::nothingToDo() const {
    return draft().task != Task::Import && draft().plan && draft().plan->changes.empty();
}

void CheckPage::startCheck() {
    m_run = Run::Wanted;
    m_retry->hide();
    if (context().road.check() == model::Road::Starting::Started) {
        m_run = Run::Running;
        m_judgedAt = context().host.now();
        m_busy->start();
    }
    Q_EMIT readyChanged();
}

void CheckPage::onChecked() {
    if (m_run != Run::Running)
        return;
    m_run = Run::Idle;
    if (m_search)
        goOnSearching();
    else
        settle();
}

void CheckPage::onFailed() {
    if (m_run != Run::Running)
        return;
    m_run = Run::Idle;
    m_search.reset();
    settle();
}

void CheckPage::settle() {
    m_busy->stop();
    fill(book());
    Q_EMIT readyChanged();
}

void CheckPage::goOnSearching() {
    using State = model::MatchSearch::State;
    switch (m_search->next()) {
    case State::Trying:
        startCheck();
        return;
    case State::Found:
        tell([path = m_search->candidate().path](const text::Phrasebook& words) {
            return Told{Tone::Good, words.say("wizard", "A match was found and taken."), text::shown(path)};
        });
        m_search.reset();
        settle();
        return;
    case State::Locked:
        tell([path = m_search->candidate().path](const text::Phrasebook& words) {
            return Told{Tone::Warning,
                        words.say("wizard", "None of the others fits; one has a password of its own."),
                        text::shown(path)};
        });
        break;
    case State::Nothing:
        tell([](const text::Phrasebook& words) {
            return Told{Tone::Warning, words.say("wizard", "None of the other files fits."),
                        words.say("wizard", "Ask your CA which key this certificate was made for.")};
        });
        break;
    }
    m_search.reset();
    startCheck();
}

QString CheckPage::actionText(const model::FindingAction& action, const text::Phrasebook& book) const {
    switch (action.deed) {
    case FindingDeed::FixMode:
        return book.say("wizard", "Let only the owner read it");
    case FindingDeed::FindMatch:
        return book.say("wizard", "Look for the match among the other files");
    case FindingDeed::LeaveOut:
        return book.say("wizard", "Leave out this list");
    case FindingDeed::AllowOlder:
        return book.say("wizard", "Take the older list after all");
    case FindingDeed::ChooseFile:
        return book.say("wizard", "Choose another file…");
    case FindingDeed::ChooseBlock:
        return book.say("wizard", "Choose another server block…");
    case FindingDeed::ChooseService:
        return book.say("wizard", "Choose another folder…");
    case FindingDeed::EnterPassword:
        return book.say("wizard", "Enter the password…");
    case FindingDeed::ChangeRetention:
        return book.say("wizard", "Change the retention time…");
    case FindingDeed::None:
        break;
    }
    return {};
}

void CheckPage::act(const model::FindingAction& action) {
    if (m_run != Run::Idle)
        return;
    m_told->quiet();
    if (action.deed == FindingDeed::FixMode) {
        fixMode(action.path);
    } else if (action.deed == FindingDeed::FindMatch) {
        m_search = std::make_unique<model::MatchSearch>(action, draft());
        goOnSearching();
    } else if (model::carryOut(action, draft())) {
        startCheck();
    } else if (const Stage stage = model::stageOf(action, draft()); stage != Stage::Check) {
        Q_EMIT goTo(stage);
    }
}

void CheckPage::fixMode(const std::string& path) {
    context().worker.start(
        this,
        [host = context().host, path]() -> base::Status {
            const auto place = host.fileSystem.resolve(path);
            if (!place)
                return tl::unexpected(place.error());
            return host.fileSystem.setMode(*place, model::narrowMode);
        },
        [this](const base::Status& done) {
            if (!done) {
                m_told->tell(done.error());
                return;
            }
            draft().passwordsChanged();
            startCheck();
        });
}

void CheckPage::tell(ToldBanner::Say say) {
    m_told->tell(std::move(say));
    m_scroll->ensureWidgetVisible(m_told);
}

} // namespace certwright::wizard
