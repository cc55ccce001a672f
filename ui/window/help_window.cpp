// Why: see help_window.h.
#include "ui/window/help_window.h"

#include <QFile>
#include <QHBoxLayout>
#include <QRegularExpression>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QTextBlock>
#include <QTextList>
#include <QVBoxLayout>

// Resources of a static library are registered by hand, outside any namespace.
static void registerHelp() {
    Q_INIT_RESOURCE(certwright_help);
}

namespace certwright::window {

namespace {

// airy gives headings, paragraphs and list items the room that Markdown says nothing about; `line` is the
// height of a line of text.
void airy(QTextDocument& document, double line, const QColor& codeFill) {
    document.setIndentWidth(line * 1.4);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        format.setTopMargin(level > 1 ? line * 0.9 : 0);
        format.setBottomMargin(level > 0                     ? line * 0.35
                               : block.textList() != nullptr ? line * 0.3
                                                             : line * 0.5);
        format.setLineHeight(level > 0 ? 110 : 125, QTextBlockFormat::ProportionalHeight);
        if (QTextList* list = block.textList();
            list != nullptr && list->itemNumber(block) == list->count() - 1)
            format.setBottomMargin(line * 0.6);
        QTextCursor cursor(block);
        cursor.setBlockFormat(format);
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            if (!part.fragment().charFormat().fontFixedPitch())
                continue;
            QTextCursor code(&document);
            code.setPosition(part.fragment().position());
            code.setPosition(part.fragment().position() + part.fragment().length(), QTextCursor::KeepAnchor);
            QTextCharFormat tint;
            tint.setBackground(codeFill);
            code.mergeCharFormat(tint);
        }
    }
}

} // namespace

const QStringList& helpTopics() {
    static const QStringList topics{QStringLiteral("start"),         QStringLiteral("wizard-service"),
                                    QStringLiteral("wizard-files"),  QStringLiteral("wizard-password"),
                                    QStringLiteral("wizard-check"),  QStringLiteral("wizard-preview"),
                                    QStringLiteral("wizard-import"), QStringLiteral("wizard-done"),
                                    QStringLiteral("services"),      QStringLiteral("history"),
                                    QStringLiteral("install")};
    return topics;
}

QString helpPage(const QString& topic, text::Language language) {
    registerHelp();
    const bool chinese = language == text::Language::Chinese;
    QFile page(
        QStringLiteral(":/help/%1.%2.md").arg(topic, chinese ? QStringLiteral("zh") : QStringLiteral("en")));
    if (!page.open(QIODevice::ReadOnly))
        return {};
    QString content = QString::fromUtf8(page.readAll());
    static const QRegularExpression brokenLine(
        QStringLiteral("([\\x{3000}-\\x{9FFF}\\x{FF00}-\\x{FFEF}])\\n[ ]*(?![ \\n#]|[*-] |[0-9]+\\. )"));
    return chinese ? content.replace(brokenLine, QStringLiteral("\\1")) : content;
}

QString helpTitle(const QString& topic, text::Language language) {
    const QString content = helpPage(topic, language);
    return content.mid(2, content.indexOf(QLatin1Char('\n')) - 2);
}

HelpWindow::HelpWindow(language::LanguageSwitch& language, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_language(language)
    , m_back(new QToolButton(this))
    , m_forward(new QToolButton(this))
    , m_topics(new QListWidget(this))
    , m_browser(new QTextBrowser(this))
    , m_trail{helpTopics().front()} {
    build();
    connect(m_browser, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& url) { showTopic(url.toString()); });
    connect(m_topics, &QListWidget::currentRowChanged, this,
            [this](int row) { showTopic(helpTopics().value(row)); });
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { step(1); });
    const auto onKey = [this](const QKeySequence& keys, auto what) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, what);
    };
    onKey(Qt::Key_Escape, [this] { close(); });
    onKey(Qt::ALT | Qt::Key_Left, [this] { step(-1); });
    onKey(Qt::ALT | Qt::Key_Right, [this] { step(1); });
    language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

void HelpWindow::build() {
    setObjectName(QStringLiteral("help-window"));
    m_topics->setObjectName(QStringLiteral("help-topics"));
    m_topics->setFrameShape(QFrame::NoFrame);
    m_topics->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_topics->setTextElideMode(Qt::ElideRight);
    m_topics->viewport()->setBackgroundRole(QPalette::Window);
    for (const QString& topic : helpTopics())
        (new QListWidgetItem(m_topics))->setData(Qt::UserRole, topic);
    m_browser->setObjectName(QStringLiteral("help-text"));
    m_browser->setOpenLinks(false);
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->document()->setDocumentMargin(fontMetrics().height());
    const struct {
        QToolButton* button;
        QString name;
        Qt::ArrowType arrow;
    } buttons[]{{m_back, QStringLiteral("help-back"), Qt::LeftArrow},
                {m_forward, QStringLiteral("help-forward"), Qt::RightArrow}};
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 8, 8, 8);
    for (const auto& [button, name, arrow] : buttons) {
        button->setObjectName(name);
        button->setArrowType(arrow);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        bar->addWidget(button);
    }
    bar->addStretch();
    auto* parts = new QSplitter(this);
    auto* left = new QWidget(parts);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(8, 0, 8, 8);
    leftLayout->addWidget(m_topics);
    parts->addWidget(m_browser);
    parts->setStretchFactor(1, 1);
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(1);
    parts->setSizes({fontMetrics().averageCharWidth() * 30, fontMetrics().averageCharWidth() * 90});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(parts, 1);
    setMinimumSize(520, 360);
    resize(860, 640);
    setFocusProxy(m_browser);
}

void HelpWindow::setTexts(const text::Phrasebook& book) {
    setWindowTitle(book.say("window", "Certwright help"));
    m_back->setText(book.say("window", "Back", "to the help page before"));
    m_forward->setText(book.say("window", "Forward", "to the next help page"));
    m_topics->setAccessibleName(book.say("window", "Topics"));
    for (int row = 0; row < m_topics->count(); ++row)
        m_topics->item(row)->setText(helpTitle(helpTopics().at(row), m_language.language()));
    // A list that is read by eye needs more room than one that is searched.
    for (int row = 0; row < m_topics->count(); ++row)
        m_topics->item(row)->setSizeHint({0, fontMetrics().height() * 2});
    load();
}

void HelpWindow::showTopic(const QString& topic) {
    if (topic == this->topic() || !helpTopics().contains(topic))
        return;
    m_trail.resize(m_at + 1);
    m_trail << topic;
    m_at = m_trail.size() - 1;
    load();
}

void HelpWindow::step(int by) {
    if (m_at + by < 0 || m_at + by >= m_trail.size())
        return;
    m_at += by;
    load();
}

void HelpWindow::load() {
    const QSignalBlocker quiet(m_topics);
    m_topics->setCurrentRow(static_cast<int>(helpTopics().indexOf(topic())));
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < m_trail.size());
    m_browser->setAccessibleName(helpTitle(topic(), m_language.language()));
    m_browser->setMarkdown(helpPage(topic(), m_language.language()));
    airy(*m_browser->document(), fontMetrics().height(), palette().color(QPalette::AlternateBase));
    m_browser->moveCursor(QTextCursor::Start);
}

void HelpWindow::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    // Colours of links and sizes of margins are in the document.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        const int place = m_browser->verticalScrollBar()->value();
        load();
        m_browser->verticalScrollBar()->setValue(place);
    }
}

} // namespace certwright::window
