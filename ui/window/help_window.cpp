// Why: see help_window.h.
#include "ui/window/help_window.h"

#include <QFile>
#include <QVBoxLayout>

// Resources of a static library are registered by hand, outside any namespace.
static void registerHelp() {
    Q_INIT_RESOURCE(certwright_help);
}

namespace certwright::window {

HelpWindow::HelpWindow(language::LanguageSwitch& language, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_language(language)
    , m_browser(new QTextBrowser(this))
    , m_topic(QStringLiteral("start")) {
    registerHelp();
    setObjectName(QStringLiteral("help-window"));
    m_browser->setObjectName(QStringLiteral("help-text"));
    m_browser->setOpenLinks(false);
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->document()->setDocumentMargin(20);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_browser);
    resize(640, 620);
    connect(m_browser, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& url) { showTopic(url.path()); });
    language.speak(this, [this](const text::Phrasebook& book) {
        setWindowTitle(book.say("window", "Certwright help"));
        m_browser->setAccessibleName(book.say("window", "Certwright help"));
        load();
    });
}

void HelpWindow::showTopic(const QString& topic) {
    m_topic = topic;
    load();
}

void HelpWindow::load() {
    const bool chinese = m_language.language() == text::Language::Chinese;
    QFile page(QStringLiteral(":/help/%1.%2.md")
                   .arg(m_topic, chinese ? QStringLiteral("zh") : QStringLiteral("en")));
    if (page.open(QIODevice::ReadOnly))
        m_browser->setMarkdown(QString::fromUtf8(page.readAll()));
}

} // namespace certwright::window
