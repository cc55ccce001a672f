// Why: see start_page.h.
#include "ui/window/start_page.h"

#include <algorithm>

#include <QGridLayout>
#include <QHBoxLayout>

#include "ui/text/finding_text.h"
#include "ui/widget/banner.h"
#include "ui/widget/icons.h"
#include "ui/widget/text_labels.h"
#include "ui/widget/tone_icon.h"

namespace certwright::window {

using widget::IconName;
using widget::Tone;

namespace {

// Lines longer than this many letters are hard to read.
constexpr int lettersPerLine = 84;

bool tellsOfEndedWork(const check::Finding& finding) {
    return check::codeOf(finding).starts_with("transaction.");
}

} // namespace

StartPage::StartPage(language::LanguageSwitch& language, QWidget* parent)
    : QWidget(parent)
    , m_language(language)
    , m_scroll(new widget::ScrollColumn(this))
    , m_found(new QVBoxLayout) {
    setObjectName(QStringLiteral("page-start"));
    build();
    language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
    connect(m_import, &QPushButton::clicked, this, &StartPage::importRequested);
    connect(m_practice, &QPushButton::clicked, this, &StartPage::practiceRequested);
}

void StartPage::build() {
    m_scroll->setObjectName(QStringLiteral("start-scroll"));
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(buildCenter(), 100);
    row->addStretch(1);
    m_scroll->column()->setContentsMargins(28, 20, 28, 20);
    m_scroll->column()->addStretch(1);
    m_scroll->column()->addLayout(row);
    m_scroll->column()->addStretch(2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    setFocusProxy(m_import);
}

QWidget* StartPage::buildCenter() {
    auto* center = new QWidget(this);
    center->setMaximumWidth(fontMetrics().averageCharWidth() * lettersPerLine);
    auto* picture = new QLabel(center);
    picture->setPixmap(widget::appIcon().pixmap(64));
    m_title = widget::heading(center);
    QFont large = m_title->font();
    large.setPointSizeF(font().pointSizeF() * 1.8);
    m_title->setFont(large);
    m_text = widget::bodyText(center);
    m_text->setObjectName(QStringLiteral("start-text"));
    m_import = new QPushButton(center);
    m_import->setObjectName(QStringLiteral("start-import"));
    m_import->setDefault(true);
    m_practice = new QPushButton(center);
    m_practice->setObjectName(QStringLiteral("start-practice"));
    m_practiceText = widget::dimText(center);
    m_practiceText->setObjectName(QStringLiteral("start-practice-text"));
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(picture);
    head->addWidget(m_title, 1, Qt::AlignVCenter);
    auto* layout = new QVBoxLayout(center);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_found->setSpacing(8);
    layout->addLayout(m_found);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addSpacing(4);
    layout->addWidget(m_import, 0, Qt::AlignLeft);
    layout->addSpacing(8);
    layout->addWidget(buildNeeds());
    layout->addSpacing(8);
    layout->addWidget(m_practice, 0, Qt::AlignLeft);
    layout->addWidget(m_practiceText);
    return center;
}

QWidget* StartPage::buildNeeds() {
    static constexpr std::array icons{IconName::Authority, IconName::Certificate, IconName::Key,
                                      IconName::RevocationList};
    auto* card = new widget::Card(this);
    m_needsTitle = widget::heading(card);
    card->body()->addWidget(m_needsTitle);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < icons.size(); ++i) {
        const int row = static_cast<int>(i);
        m_needs.at(i) = widget::bodyText(card);
        grid->addWidget(new widget::ToneIcon(icons.at(i), Tone::Accent, card), row, 0, Qt::AlignTop);
        grid->addWidget(m_needs.at(i), row, 1);
    }
    card->body()->addLayout(grid);
    return card;
}

void StartPage::setTexts(const text::Phrasebook& book) {
    m_scroll->setAccessibleName(book.say("window", "Start page"));
    m_title->setText(book.say("window", "Certificates in their place, safely"));
    m_text->setText(book.say(
        "window", "Certwright checks the files you got from your CA, shows every change before it is made, "
                  "and puts them into the service. Either everything is in place and the service will "
                  "start, or nothing has changed."));
    m_import->setText(book.say("window", "&Import certificates…"));
    m_import->setAccessibleDescription(book.say("window", "Starts the wizard."));
    m_needsTitle->setText(book.say("window", "What you need"));
    m_needs[0]->setText(book.say("window", "The CA certificate"));
    m_needs[1]->setText(book.say("window", "The server certificate"));
    m_needs[2]->setText(book.say("window", "Its private key, and the password of the key if it has one"));
    m_needs[3]->setText(book.say("window", "Perhaps a revocation list"));
    m_practice->setText(book.say("window", "&Try it on a practice service"));
    setPracticeFolder(m_practiceFolder);
    showFindings(m_findings);
}

void StartPage::setPracticeFolder(const QString& folder) {
    m_practiceFolder = folder;
    m_practiceText->setText(
        m_language.book()
            .say("window",
                 "Makes the folder %1 with certificates that are good for nothing else. No real service "
                 "is touched, and the folder can be deleted afterwards.")
            .arg(folder));
    m_practice->setAccessibleDescription(m_practiceText->text());
}

void StartPage::showFindings(const check::Findings& findings) {
    m_findings = findings;
    std::ranges::stable_partition(m_findings, tellsOfEndedWork);
    while (const QLayoutItem* item = m_found->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const check::Finding& finding : m_findings) {
        const auto words = text::findingText(finding, m_language.book());
        auto* banner = new widget::Banner(this);
        banner->setObjectName(QStringLiteral("start-finding"));
        banner->setMessage(widget::toneOf(finding.severity), words.sentence, words.nextStep);
        m_found->addWidget(banner);
    }
    if (!m_findings.empty())
        m_found->addSpacing(8);
}

} // namespace certwright::window
