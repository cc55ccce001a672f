// Why: see apply_page.h.
#include "ui/wizard/apply_page.h"

#include <algorithm>
#include <array>

#include <QVBoxLayout>

#include "ui/text/step_text.h"
#include "ui/widget/text_labels.h"

namespace certwright::wizard {

using base::Step;
using model::Stage;
using model::Task;
using widget::Tone;

namespace {

constexpr std::array steps{Step::Stage, Step::Journal, Step::Swap, Step::Prove, Step::Done};
constexpr int partsOfStep = 100;

std::string beforeHash(const plan::Change& change) {
    return change.before ? change.before->sha256 : std::string();
}

// What was looked at is no longer so, or an interrupted transaction must be ended first.
bool needsAnotherLook(base::ErrorCode code) {
    return code == base::ErrorCode::FileChanged || code == base::ErrorCode::UndoFailed ||
           code == base::ErrorCode::RecoveryNeeded || code == base::ErrorCode::JournalDamaged;
}

} // namespace

bool sameChanges(const plan::Plan& one, const plan::Plan& other) {
    return std::ranges::equal(
        one.changes, other.changes, [](const plan::Change& left, const plan::Change& right) {
            return left.kind == right.kind && left.path == right.path && left.mode == right.mode &&
                   left.about == right.about && beforeHash(left) == beforeHash(right);
        });
}

ApplyPage::ApplyPage(Context& context, QWidget* parent)
    : WizardPage(context, parent)
    , m_scroll(new widget::ScrollColumn(this))
    , m_told(new ToldBanner(context.language, this))
    , m_bar(new QProgressBar(this))
    , m_steps(new StepList(this))
    , m_findings(new widget::FindingList(this))
    , m_retry(new QPushButton(this)) {
    setObjectName(QStringLiteral("page-apply"));
    build();
    connectAll();
    context.language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

QString ApplyPage::title() const {
    switch (draft().task) {
    case Task::Import:
        return book().say("wizard", "Import");
    case Task::Replace:
        return book().say("wizard", "Replace");
    case Task::CrlUpdate:
        return book().say("wizard", "Update");
    case Task::Rollback:
        break;
    }
    return book().say("wizard", "Restore");
}

QString ApplyPage::subtitle() const {
    return book().say("wizard", "All of it is done, or nothing changes.");
}

void ApplyPage::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    QVBoxLayout* column = m_scroll->column();
    column->setSpacing(12);
    column->addWidget(m_told);
    column->addWidget(m_retry, 0, Qt::AlignLeft);
    column->addWidget(m_bar);
    auto* card = new widget::Card(this);
    card->body()->addWidget(m_steps);
    column->addWidget(card);
    column->addWidget(m_findings);
    column->addStretch();
    m_bar->setRange(0, static_cast<int>(steps.size()) * partsOfStep);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(std::max(6, fontMetrics().height() / 2));
    m_scroll->setObjectName(QStringLiteral("apply-scroll"));
    m_told->setObjectName(QStringLiteral("apply-told"));
    m_bar->setObjectName(QStringLiteral("apply-bar"));
    m_steps->setObjectName(QStringLiteral("apply-steps"));
    m_findings->setObjectName(QStringLiteral("apply-findings"));
    m_retry->setObjectName(QStringLiteral("apply-retry"));
    m_findings->hide();
    m_retry->hide();
}

void ApplyPage::connectAll() {
    model::Road& road = context().road;
    connect(&road, &model::Road::applied, this, &ApplyPage::onApplied);
    connect(&road, &model::Road::planned, this, &ApplyPage::onPlanned);
    connect(&road, &model::Road::failed, this, &ApplyPage::onFailed);
    connect(&road.progress(), &model::JobProgress::entered, this, &ApplyPage::onEntered);
    connect(&road.progress(), &model::JobProgress::waiting, this, &ApplyPage::onWaiting);
    connect(m_retry, &QPushButton::clicked, this, &ApplyPage::retry);
}

void ApplyPage::setTexts(const text::Phrasebook& book) {
    QStringList names;
    for (const Step step : steps)
        names << text::stepText(step, book);
    m_steps->setSteps(names, book);
    m_scroll->setAccessibleName(book.say("wizard", "Progress and outcome"));
    m_bar->setAccessibleName(book.say("wizard", "Progress"));
    m_retry->setText(book.say("wizard", "Try a&gain"));
    m_retry->setAccessibleDescription(book.say("wizard", "Works the changes out anew and carries them out."));
    if (draft().outcome && draft().outcome->undone)
        tellEnd();
}

QWidget* ApplyPage::firstFocus() {
    return m_scroll;
}

void ApplyPage::enter() {
    if (m_run == Run::Idle && draft().plan && draft().plan->applicable())
        start();
}

void ApplyPage::start() {
    draft().outcome.reset();
    m_step = 0;
    m_stopping = false;
    m_asking = false;
    m_findings->hide();
    m_retry->hide();
    m_bar->show();
    m_bar->setValue(0);
    for (std::size_t i = 0; i < steps.size(); ++i)
        m_steps->setState(i, StepState::Waiting, book());
    if (context().road.apply() != model::Road::Starting::Started)
        return;
    // A plan holds for one time only; whatever comes of it, the next needs another.
    m_agreed = std::move(draft().plan);
    draft().plan.reset();
    m_run = Run::Applying;
    mark(StepState::Running);
    m_told->tell([](const text::Phrasebook& words) {
        return Told{Tone::Accent, words.say("wizard", "At work…"),
                    words.say("wizard", "You can cancel at any time: then nothing will have changed.")};
    });
}

// mark shows the steps before the present one as done, and the present one as `here`.
void ApplyPage::mark(StepState here) {
    for (std::size_t i = 0; i < m_step; ++i)
        m_steps->setState(i, StepState::Done, book());
    if (m_step < steps.size())
        m_steps->setState(m_step, here, book());
}

void ApplyPage::onEntered(Step step, int done, int total) {
    if (m_run != Run::Applying)
        return;
    if (step == Step::Undo) {
        m_told->tell([](const text::Phrasebook& words) {
            return Told{Tone::Warning, text::stepText(Step::Undo, words)};
        });
        return;
    }
    m_asking = step == Step::Command;
    if (m_asking && !m_stopping) {
        m_told->tell([](const text::Phrasebook& words) {
            return Told{Tone::Accent, text::stepText(Step::Command, words),
                        words.say("wizard", "Its own program is run, as the preview showed.")};
        });
        return;
    }
    if (step == Step::AwaitLibrary && !m_stopping) {
        m_told->tell([](const text::Phrasebook& words) {
            return Told{Tone::Warning, text::stepText(Step::AwaitLibrary, words),
                        words.say("wizard", "Nothing is lost; you can wait or cancel.")};
        });
        return;
    }
    const auto found = std::ranges::find(steps, step);
    if (found == steps.end())
        return;
    m_step = static_cast<std::size_t>(found - steps.begin());
    mark(StepState::Running);
    const int part = total > 0 ? partsOfStep * done / total : 0;
    m_bar->setValue(static_cast<int>(m_step) * partsOfStep + part);
}

void ApplyPage::onWaiting() {
    if (m_run == Run::Idle || m_stopping)
        return;
    const Step step = m_run == Run::Planning ? Step::Plan : steps.at(std::min(m_step, steps.size() - 1));
    m_told->tell([step, asking = m_asking](const text::Phrasebook& words) {
        const Step now = asking ? Step::Command : step;
        return Told{Tone::Warning, words.say("wizard", "Still at it: %1").arg(text::stepText(now, words)),
                    asking ? words.say("wizard", "The service's own program has not ended yet. Nothing is "
                                                 "lost; you can wait or cancel.")
                           : words.say("wizard",
                                       "The disk, or the computer's source of randomness, makes it wait. "
                                       "Nothing is lost; you can wait or cancel.")};
    });
}

bool ApplyPage::pressCancel() {
    if (m_run == Run::Idle)
        return false;
    m_stopping = true;
    context().road.cancel();
    m_told->tell([](const text::Phrasebook& words) {
        return Told{Tone::Note, words.say("wizard", "Stopping…"),
                    words.say("wizard", "Either nothing will have changed, or it was done already.")};
    });
    return true;
}

void ApplyPage::onApplied() {
    if (m_run != Run::Applying)
        return;
    m_run = Run::Idle;
    if (draft().outcome->undone) {
        m_step = static_cast<std::size_t>(std::ranges::find(steps, Step::Prove) - steps.begin());
        mark(StepState::Failed);
        tellEnd();
        return;
    }
    m_step = steps.size();
    mark(StepState::Done);
    m_bar->setValue(m_bar->maximum());
    draft().plan = std::move(m_agreed);
    m_agreed.reset();
    m_told->quiet();
    Q_EMIT advance();
}

void ApplyPage::tellEnd() {
    m_told->tell([rollback = draft().task == Task::Rollback](const text::Phrasebook& words) {
        return Told{
            Tone::Blocker, words.say("wizard", "The proof failed, so everything was put back as it was."),
            rollback ? words.say("wizard", "To keep the state that fails its proof, go back to the check "
                                           "and choose so there.")
                     : words.say("wizard", "The service is in the state it had before. What failed is "
                                           "told below.")};
    });
    std::vector<widget::FindingRow> rows;
    for (const check::Finding& finding : draft().outcome->proof.failures)
        rows.push_back({finding, {}});
    m_findings->setFindings(std::move(rows), book());
    m_findings->show();
    m_retry->show();
    m_bar->hide();
}

void ApplyPage::onFailed() {
    if (m_run == Run::Idle || !draft().error)
        return;
    m_run = Run::Idle;
    const base::Error error = *draft().error;
    mark(StepState::Failed);
    m_retry->show();
    m_bar->hide();
    if (error.code != base::ErrorCode::Cancelled) {
        m_told->tell(error);
        return;
    }
    m_told->tell([](const text::Phrasebook& words) {
        return Told{Tone::Note, words.say("wizard", "Stopped. Nothing has changed."),
                    words.say("wizard", "Go back, try again, or close this.")};
    });
}

// retry works the changes out anew. What the person agreed to is done at once if it is still the same; else
// it is shown again first.
void ApplyPage::retry() {
    if (!m_agreed || (draft().error && needsAnotherLook(draft().error->code))) {
        draft().passwordsChanged();
        m_told->quiet();
        Q_EMIT goTo(Stage::Check);
        return;
    }
    if (context().road.plan() != model::Road::Starting::Started)
        return;
    m_run = Run::Planning;
    m_stopping = false;
    m_retry->hide();
    m_findings->hide();
    m_told->tell([](const text::Phrasebook& words) {
        return Told{Tone::Accent, text::stepText(Step::Plan, words)};
    });
}

void ApplyPage::onPlanned() {
    if (m_run != Run::Planning)
        return;
    m_run = Run::Idle;
    if (draft().plan->applicable() && m_agreed && sameChanges(*draft().plan, *m_agreed))
        start();
    else
        Q_EMIT goTo(Stage::Preview);
}

} // namespace certwright::wizard
