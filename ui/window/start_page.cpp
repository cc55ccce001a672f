// Why: see start_page.h.
#include "ui/window/start_page.h"

#include <QEvent>
#include <QHBoxLayout>

#include "ui/text/finding_text.h"
#include "ui/widget/icons.h"
#include "ui/widget/theme.h"

namespace certwright::window {

StartPage::StartPage(language::LanguageSwitch& language, QWidget* parent)
    : QWidget(parent)
    , m_language(language)
    , m_top(new QVBoxLayout)
    , m_picture(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_import(new QPushButton(this))
    , m_practice(new QPushButton(this))
    , m_found(nullptr) {
    setObjectName(QStringLiteral("page-start"));
    build();
    language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
    connect(m_import, &QPushButton::clicked, this, &StartPage::importRequested);
    connect(m_practice, &QPushButton::clicked, this, &StartPage::practiceRequested);
}

void StartPage::build() {
    m_picture->setPixmap(widget::appIcon().pixmap(72));
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.7);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("start-text"));
    m_import->setObjectName(QStringLiteral("start-import"));
    m_import->setDefault(true);
    m_practice->setObjectName(QStringLiteral("start-practice"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_import);
    buttons->addWidget(m_practice);
    buttons->addStretch();
    auto* middle = new QVBoxLayout;
    middle->setSpacing(14);
    middle->addWidget(m_picture);
    middle->addWidget(m_title);
    middle->addWidget(m_text);
    middle->addSpacing(6);
    middle->addLayout(buttons);
    auto* column = new QHBoxLayout;
    column->addStretch(1);
    column->addLayout(middle, 8);
    column->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 20, 28, 20);
    layout->addLayout(m_top);
    layout->addStretch(1);
    layout->addLayout(column);
    layout->addStretch(2);
    setFocusProxy(m_import);
}

void StartPage::setTexts(const text::Phrasebook& book) {
    m_title->setText(book.say("window", "Certificates in their place, safely"));
    m_text->setText(book.say(
        "window", "Certwright checks the files you got from your CA, shows every change before it is made, "
                  "and puts them into the service. Either everything is in place and the service will "
                  "start, or nothing has changed."));
    m_import->setText(book.say("window", "&Import certificates…"));
    m_import->setAccessibleDescription(book.say("window", "Starts the wizard."));
    m_practice->setText(book.say("window", "&Try it on a practice service"));
    m_practice->setAccessibleDescription(
        book.say("window", "Makes a practice folder with certificates that are good for nothing else."));
    showFindings(m_findings);
}

void StartPage::showFindings(const check::Findings& findings) {
    m_findings = findings;
    delete m_found;
    m_found = nullptr;
    if (findings.empty())
        return;
    m_found = new QWidget(this);
    m_found->setObjectName(QStringLiteral("start-findings"));
    auto* list = new QVBoxLayout(m_found);
    list->setContentsMargins(0, 0, 0, 0);
    for (const check::Finding& finding : findings) {
        const auto words = text::findingText(finding, m_language.book());
        const widget::Tone tone = widget::toneOf(finding.severity);
        auto* row = new QHBoxLayout;
        auto* picture = new QLabel(m_found);
        picture->setPixmap(widget::pixmap(widget::iconOf(finding.severity), widget::toneInk(tone, palette()),
                                          20, devicePixelRatioF()));
        picture->setAccessibleName(text::severityText(finding.severity, m_language.book()));
        auto* label = new QLabel(words.sentence + QLatin1Char('\n') + words.nextStep, m_found);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(picture, 0, Qt::AlignTop);
        row->addWidget(label, 1);
        list->addLayout(row);
    }
    m_top->addWidget(m_found);
}

} // namespace certwright::window
