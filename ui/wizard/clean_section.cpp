// Why: see clean_section.h.
#include "ui/wizard/clean_section.h"

#include <algorithm>

#include <QVBoxLayout>

#include "ui/text/error_text.h"
#include "ui/text/finding_text.h"
#include "ui/text/value_text.h"
#include "ui/widget/text_labels.h"

namespace certwright::wizard {

using widget::Tone;

namespace {

// TypedBefore offers every password that was typed for this import, whatever file it was typed for.
class TypedBefore final : public job::PasswordSource {
  public:
    explicit TypedBefore(std::map<std::string, secret::SecretBytes> typed)
        : m_typed(std::move(typed)) {}
    base::Result<std::optional<secret::SecretBytes>> password(const std::string&, int attempt) override {
        if (attempt > attempts())
            return std::optional<secret::SecretBytes>();
        return std::optional(std::next(m_typed.begin(), attempt - 1)->second.clone());
    }
    int attempts() const override { return static_cast<int>(m_typed.size()); }

  private:
    std::map<std::string, secret::SecretBytes> m_typed;
};

bool isLimit(const check::Finding& finding) {
    return finding.body.is<check::WipeLimits>();
}

plan::CleanWish wishOf(const model::WizardDraft& draft) {
    plan::CleanWish wish;
    for (const auto& [slot, path] : draft.slots)
        wish.paths.push_back(path);
    wish.paths.insert(wish.paths.end(), draft.paths.begin(), draft.paths.end());
    return wish;
}

} // namespace

struct CleanSection::Job {
    base::SilentProgress progress;
    std::unique_ptr<TypedBefore> passwords;
    std::unique_ptr<job::CleanJob> clean;
};

CleanSection::CleanSection(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(widget::heading(this))
    , m_text(widget::bodyText(this))
    , m_busy(new BusyLine(this))
    , m_files(new widget::FactList(this))
    , m_limits(widget::dimText(this))
    , m_told(new ToldBanner(context.language, this))
    , m_remove(new QPushButton(this))
    , m_stay(new widget::FoldOut(this))
    , m_findings(new widget::FindingList(this)) {
    setObjectName(QStringLiteral("clean"));
    m_told->setObjectName(QStringLiteral("clean-told"));
    m_remove->setObjectName(QStringLiteral("clean-remove"));
    m_files->setObjectName(QStringLiteral("clean-files"));
    m_stay->setObjectName(QStringLiteral("clean-stay"));
    m_stay->button()->setObjectName(QStringLiteral("clean-stay-button"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_text, m_busy, m_told, m_files, m_limits})
        layout->addWidget(part);
    layout->addWidget(m_remove, 0, Qt::AlignLeft);
    layout->addWidget(m_stay);
    m_stay->body()->addWidget(m_findings);
    m_remove->hide();
    m_stay->hide();
    connect(m_remove, &QPushButton::clicked, this, &CleanSection::ask);
    context.language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

void CleanSection::setTexts(const text::Phrasebook& book) {
    m_title->setText(book.say("wizard", "Source files"));
    m_remove->setText(book.say("wizard", "Re&move the source files…"));
    m_remove->setAccessibleDescription(
        book.say("wizard", "Asks once more, then overwrites and removes them."));
    m_stay->setTitle(book.say("wizard", "What stays, and wh&y"));
    m_busy->setText(book.say("wizard", "Looking at the source files"));
    fill(book);
}

void CleanSection::begin() {
    const model::WizardDraft& draft = m_context.draft;
    m_job = std::make_shared<Job>();
    m_job->passwords = std::make_unique<TypedBefore>(std::exchange(m_context.draft.passwords, {}));
    m_job->clean = std::make_unique<job::CleanJob>(model::environmentOf(m_context.host, m_job->progress),
                                                   job::ServiceChoice{draft.service, draft.root, draft.home},
                                                   wishOf(draft));
    m_plan.reset();
    m_gone = false;
    m_told->quiet();
    m_busy->start();
    fill(m_context.language.book());
    m_context.worker.start(
        this,
        [job = m_job] {
            auto planned = job->clean->plan(*job->passwords);
            job->passwords.reset();
            return planned;
        },
        [this](base::Result<plan::CleanUp> planned) {
            m_busy->stop();
            if (planned)
                m_plan = std::move(*planned);
            else
                m_told->tell(planned.error());
            fill(m_context.language.book());
        });
}

void CleanSection::fillFiles(const text::Phrasebook& book) {
    std::vector<QStringList> rows;
    if (m_plan && !m_gone)
        for (const plan::CleanFile& file : m_plan->files) {
            QStringList kinds;
            for (const std::string& kind : file.holds)
                kinds << text::kindName(book, kind);
            rows.push_back({kinds.join(book.say("values", ", ", "between the items of a list")),
                            text::shown(file.path)});
        }
    m_files->setRows(rows);
}

void CleanSection::fill(const text::Phrasebook& book) {
    const bool some = m_plan && m_plan->applicable() && !m_gone;
    m_text->setText(some ? book.say("wizard", "Everything in these files is installed now. They are copies "
                                              "that only others could make use of.")
                         : book.say("wizard", "None of the source files can be removed."));
    m_text->setVisible(m_plan && !m_gone);
    fillFiles(book);
    m_remove->setVisible(some);
    m_limits->setVisible(some);
    std::vector<widget::FindingRow> rows;
    if (m_plan)
        for (const check::Finding& finding : m_plan->findings) {
            if (isLimit(finding))
                m_limits->setText(text::findingText(finding, book).sentence);
            else
                rows.push_back({finding, {}});
        }
    m_stay->setVisible(!rows.empty());
    m_findings->setFindings(std::move(rows), book);
}

void CleanSection::ask() {
    const text::Phrasebook& book = m_context.language.book();
    const auto count = static_cast<int>(m_plan->files.size());
    const widget::Question question{
        book.say("wizard", "Remove the source files?"),
        book.say("wizard", "Overwrite and remove %n file(s)? They cannot be had back.", nullptr, count),
        m_limits->text(), book.say("wizard", "&Remove", "button"), book.say("wizard", "&Keep", "button")};
    if (m_context.dialogs.confirmed(this, question))
        remove();
}

void CleanSection::remove() {
    m_remove->setEnabled(false);
    m_busy->start();
    m_context.worker.start(
        this, [job = m_job] { return job->clean->apply(); },
        [this](const base::Result<std::vector<apply::WipeOutcome>>& outcomes) {
            m_busy->stop();
            m_remove->setEnabled(true);
            if (!outcomes) {
                m_told->tell(outcomes.error());
                return;
            }
            m_gone = true;
            tellRemoved(*outcomes);
            fill(m_context.language.book());
        });
}

void CleanSection::tellRemoved(const std::vector<apply::WipeOutcome>& outcomes) {
    m_told->tell([outcomes](const text::Phrasebook& book) {
        const auto removed = static_cast<int>(
            std::ranges::count(outcomes, apply::WipeResult::Removed, &apply::WipeOutcome::result));
        QStringList rest;
        for (const apply::WipeOutcome& outcome : outcomes)
            if (outcome.result != apply::WipeResult::Removed)
                rest << (outcome.result == apply::WipeResult::Overwritten
                             ? book.say("clean", "%1 was overwritten, but may still be there.")
                             : book.say("clean", "%1 was not removed."))
                            .arg(text::shown(outcome.path));
        return Told{rest.isEmpty() ? Tone::Good : Tone::Warning,
                    book.say("wizard", "%n file(s) overwritten and removed.", nullptr, removed),
                    rest.join(QLatin1Char('\n'))};
    });
}

} // namespace certwright::wizard
