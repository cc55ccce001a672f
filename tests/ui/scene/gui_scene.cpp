// Why: see gui_scene.h.
#include "tests/ui/scene/gui_scene.h"

#include <algorithm>
#include <filesystem>

#include <QLabel>
#include <QPushButton>

#include "core/job/practice.h"
#include "core/ossl/random.h"
#include "tests/support/modes.h"
#include "tests/support/utf8_path.h"

namespace certwright::test {

QStringList AnsweringDialogs::openFiles(QWidget*, const QString& title, const QString&) {
    asked << title;
    return files;
}

QString AnsweringDialogs::openFile(QWidget*, const QString& title, const QString&) {
    asked << title;
    return file;
}

QString AnsweringDialogs::openFolder(QWidget*, const QString& title, const QString&) {
    asked << title;
    return folder;
}

QString AnsweringDialogs::saveFile(QWidget*, const QString& title, const QString&, const QString&) {
    asked << title;
    return saveAs;
}

bool AnsweringDialogs::confirmed(QWidget*, const widget::Question& question) {
    asked << question.text;
    return yes;
}

void AnsweringDialogs::inform(QWidget*, const QString&, const QString& text, const QString&) {
    informed << text;
}

namespace {

// practiceFolder is made once for a test program: keys take seconds.
const std::string& practiceFolder() {
    static const TemporaryFolder folder;
    static const std::string made = [] {
        const auto disk = files::localFileSystem();
        const auto random = ossl::systemRandom();
        base::SilentProgress progress;
        const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        job::Environment environment{*disk, *random, progress, secret::SecretAccess::grant(),
                                     {},    now,     now,      {}};
        const std::string path = folder.at("practice");
        if (const auto done = job::makePractice(environment, path, "practice"); !done)
            qFatal("no practice folder: %s", done.error().detail.c_str());
        return path;
    }();
    return made;
}

// keepModes gives each file of a copied folder the mode of its original: on Windows std::filesystem copies
// none.
void keepModes(const std::string& from, const std::string& to) {
    const auto top = utf8Path(from);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(top))
        if (entry.is_regular_file())
            setMode(utf8Path(to) / entry.path().lexically_relative(top), modeOf(entry.path()));
}

} // namespace

GuiScene::GuiScene(text::Language language)
    : m_disk(files::localFileSystem())
    , m_faulty(*m_disk, Counted::Writes)
    , m_random(1)
    , m_time(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()))
    , m_host{m_faulty,
             m_random,
             secret::SecretAccess::grant(),
             {"tester", "testhost", "test"},
             [this] { return m_time; },
             {},
             {[](const std::string&) { return std::string(); },
              [this](const std::string&) { return m_folder.at("home"); }},
             m_folder.at("settings"),
             m_folder.at("documents")}
    , m_preferences(QString::fromStdString(m_folder.at("settings/certwright.ini")))
    , m_language(language)
    , m_theme(model::Theme::Light) {
    m_host.vendorLibraries = &m_vendor;
    m_host.workFolders = {test::utf8Of(std::filesystem::temp_directory_path())};
    for (const char* folder : {"home", "settings", "documents"})
        static_cast<void>(m_disk->makeFolder(m_folder.at(folder), 0700, std::nullopt));
    std::filesystem::copy(practiceFolder(), m_folder.at("practice"),
                          std::filesystem::copy_options::recursive);
    keepModes(practiceFolder(), m_folder.at("practice"));
    m_window =
        std::make_unique<window::MainWindow>(workplace(), m_theme, m_preferences, QStringLiteral("test"));
    m_window->show();
    static_cast<void>(QTest::qWaitForWindowExposed(m_window.get()));
}

GuiScene::~GuiScene() {
    m_window.reset();
    settle();
}

void GuiScene::installLibrary(const std::string& service) const {
    m_folder.write("practice/services/" + service + "/lib/libkmcext.so", "not read by the fake", 0755);
}

bool GuiScene::shows(const QString& text) {
    const auto labels = m_window->findChildren<QLabel*>();
    return std::ranges::any_of(
        labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
}

QString GuiScene::texts(const char* name) {
    const auto* widget = find<QWidget>(name);
    QString all;
    if (widget != nullptr)
        for (const QLabel* label : widget->findChildren<QLabel*>())
            if (label->isVisible())
                all += label->text() + QLatin1Char('\n');
    return all;
}

bool GuiScene::click(const char* name) {
    auto* button = find<QAbstractButton>(name);
    if (button == nullptr || !button->isEnabled())
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

bool GuiScene::settle() {
    const bool done = QTest::qWaitFor([this] { return !m_worker.busy(); }, 30000);
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return done;
}

model::WizardDraft GuiScene::draftFor(const std::string& service, model::Task task) const {
    model::WizardDraft draft;
    draft.task = task;
    draft.service = service.starts_with("aoi") ? "aoi" : "streamserver";
    draft.root = m_folder.at("practice/services/" + service);
    draft.home = m_folder.at("home");
    return draft;
}

} // namespace certwright::test
