// Why: see about_dialog.h.
#include "ui/window/about_dialog.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/widget/icons.h"

namespace certwright::window {

AboutDialog::AboutDialog(language::LanguageSwitch& language, const QString& version, QWidget* parent)
    : QDialog(parent)
    , m_language(language)
    , m_version(version)
    , m_name(new QLabel(this))
    , m_versionLine(new QLabel(this))
    , m_purpose(new QLabel(this))
    , m_network(new QLabel(this))
    , m_licence(new QLabel(this))
    , m_showNotices(new QPushButton(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this)) {
    setObjectName(QStringLiteral("about"));
    auto* picture = new QLabel(this);
    picture->setPixmap(widget::appIcon().pixmap(64));
    QFont large = m_name->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setBold(true);
    m_name->setFont(large);
    m_versionLine->setObjectName(QStringLiteral("about-version"));
    m_versionLine->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_versionLine->setForegroundRole(QPalette::PlaceholderText);
    m_licence->setForegroundRole(QPalette::PlaceholderText);
    auto* head = new QVBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_name);
    head->addWidget(m_versionLine);
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(picture, 0, Qt::AlignTop);
    top->addLayout(head, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(top);
    for (QLabel* label : {m_purpose, m_network, m_licence}) {
        label->setWordWrap(true);
        label->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
        layout->addWidget(label);
    }
    layout->addSpacing(4);
    layout->addWidget(m_buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    m_buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("about-close"));
    m_showNotices->setObjectName(QStringLiteral("about-notices"));
    m_buttons->addButton(m_showNotices, QDialogButtonBox::ActionRole);
    m_showNotices->setAutoDefault(false);
    m_buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(m_showNotices, &QPushButton::clicked, this, &AboutDialog::showNotices);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

void AboutDialog::setTexts(const text::Phrasebook& book) {
    setWindowTitle(book.say("window", "About Certwright"));
    m_name->setText(book.say("window", "Certwright"));
    m_versionLine->setText(book.say("window", "Version %1").arg(m_version));
    m_versionLine->setAccessibleName(m_versionLine->text());
    m_purpose->setText(book.say("window",
                                "Puts certificates into on-prem services, safely: either everything is "
                                "in place and the service will start, or nothing has changed."));
    m_network->setText(book.say(
        "window", "It keeps no password, and uses the network only to look at a server that you name."));
    m_licence->setText(book.say("window",
                                "Free software under the Apache License 2.0. Made with Qt %1, which is used "
                                "under the GNU LGPL version 3.")
                           .arg(QString::fromLatin1(qVersion())));
    m_buttons->button(QDialogButtonBox::Close)->setText(book.say("window", "C&lose"));
    m_showNotices->setText(book.say("window", "&Third-party notices"));
}

void AboutDialog::showNotices() {
    if (m_notices == nullptr)
        m_notices = new NoticesDialog(m_language, this);
    m_notices->show();
    m_notices->raise();
    m_notices->activateWindow();
}

} // namespace certwright::window
