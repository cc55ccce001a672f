// Why: see import_place.h.
#include "ui/window/import_place.h"

#include <algorithm>

#include "core/files/path.h"
#include "core/job/practice.h"
#include "ui/text/error_text.h"
#include "ui/text/practice_text.h"

namespace certwright::window {

namespace {

// freshFolder returns "<documents>/certwright-practice", with a number if that is taken.
std::string freshFolder(const model::Host& host) {
    const std::string first = files::join(host.documentsFolder, "certwright-practice");
    std::string folder = first;
    for (int n = 2; host.fileSystem.stat(folder, files::Links::Follow); ++n)
        folder = first + "-" + std::to_string(n);
    return folder;
}

model::WizardDraft practiceDraft(const std::string& folder) {
    model::WizardDraft draft;
    const job::PracticeService& service = job::practiceServices().front();
    const auto& sets = job::practiceSets();
    const auto good = std::ranges::find_if(
        sets, [&](const job::PracticeSet& set) { return set.service == service.id && set.expected.empty(); });
    draft.service = service.service;
    draft.root = files::join(folder, service.root);
    if (good != sets.end()) {
        draft.paths = {files::join(folder, "material/" + good->id)};
        draft.practicePassword = good->password;
    }
    return draft;
}

} // namespace

ImportPlace::ImportPlace(widget::Workplace workplace, QWidget* parent)
    : QStackedWidget(parent)
    , m_workplace(workplace)
    , m_start(new StartPage(workplace.language, this)) {
    setObjectName(QStringLiteral("place-import"));
    addWidget(m_start);
    connect(m_start, &StartPage::importRequested, this, [this] { start({}); });
    connect(m_start, &StartPage::practiceRequested, this, [this] { practiseIn(m_practiceFolder); });
    refreshPracticeFolder();
}

bool ImportPlace::start(model::WizardDraft draft) {
    if (!mayClose())
        return false;
    close();
    m_wizard = new wizard::Wizard(m_workplace, std::move(draft), this);
    addWidget(m_wizard);
    setCurrentWidget(m_wizard);
    connect(m_wizard, &wizard::Wizard::changed, this, &ImportPlace::changed);
    connect(m_wizard, &wizard::Wizard::ended, this, &ImportPlace::ended);
    connect(m_wizard, &QWidget::windowTitleChanged, this, &ImportPlace::shown);
    connect(m_wizard, &wizard::Wizard::closed, this, &ImportPlace::close);
    connect(m_wizard, &wizard::Wizard::another, this, [this] { start({}); });
    Q_EMIT shown();
    return true;
}

bool ImportPlace::bring(const std::vector<std::string>& paths) {
    return m_wizard != nullptr && m_wizard->bring(paths);
}

bool ImportPlace::mayClose() {
    return m_wizard == nullptr || m_wizard->mayClose();
}

void ImportPlace::close() {
    if (m_wizard == nullptr)
        return;
    // The signal that led here may come from a button inside it.
    m_wizard->hide();
    m_wizard->deleteLater();
    removeWidget(m_wizard);
    m_wizard = nullptr;
    refreshPracticeFolder();
    setCurrentWidget(m_start);
    m_start->setFocus(Qt::OtherFocusReason);
    Q_EMIT shown();
}

QString ImportPlace::helpTopic() const {
    return m_wizard != nullptr ? m_wizard->helpTopic() : QStringLiteral("start");
}

QString ImportPlace::pageTitle() const {
    return m_wizard != nullptr ? m_wizard->windowTitle() : QString();
}

void ImportPlace::refreshPracticeFolder() {
    m_practiceFolder = freshFolder(m_workplace.host);
    m_start->setPracticeFolder(text::shown(m_practiceFolder));
}

void ImportPlace::practiseIn(const std::string& folder) {
    auto progress = std::make_shared<base::SilentProgress>();
    m_workplace.worker.start(
        this,
        [host = m_workplace.host, progress, folder]() -> base::Status {
            // A practice folder of an earlier day will do.
            if (host.fileSystem.stat(practiceDraft(folder).root, files::Links::Follow))
                return {};
            auto environment = model::environmentOf(host, *progress);
            return job::makePractice(environment, folder, text::practiceReadme());
        },
        [this, folder](const base::Status& made) {
            if (made) {
                start(practiceDraft(folder));
                return;
            }
            const auto words = text::errorText(made.error(), m_workplace.language.book());
            const auto& book = m_workplace.language.book();
            m_workplace.dialogs.inform(this, book.say("window", "No practice folder"), words.sentence,
                                       words.nextStep);
        });
}

} // namespace certwright::window
