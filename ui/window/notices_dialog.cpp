// Why: see notices_dialog.h.
#include "ui/window/notices_dialog.h"

#include <QFontDatabase>
#include <QFontMetrics>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace certwright::window {

NoticesDialog::NoticesDialog(language::LanguageSwitch& language, QWidget* parent)
    : QDialog(parent)
    , m_notices(notices())
    , m_intro(new QLabel(this))
    , m_parts(new QListWidget(this))
    , m_text(new QPlainTextEdit(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this)) {
    setObjectName(QStringLiteral("notices"));
    m_intro->setWordWrap(true);
    m_parts->setObjectName(QStringLiteral("notices-parts"));
    m_parts->setUniformItemSizes(true);
    for (const Notice& notice : m_notices)
        m_parts->addItem(notice.name);
    m_text->setObjectName(QStringLiteral("notices-text"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* split = new QSplitter(this);
    split->addWidget(m_parts);
    split->addWidget(m_text);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    // Licences are set in lines of up to 80 characters.
    const int words = QFontMetrics(m_text->font()).averageCharWidth() * 86;
    const int names = fontMetrics().averageCharWidth() * 32;
    split->setSizes({names, words});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_intro);
    layout->addWidget(split, 1);
    layout->addWidget(m_buttons);
    resize(names + words, fontMetrics().height() * 34);
    connect(m_parts, &QListWidget::currentRowChanged, this, &NoticesDialog::showPart);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    m_parts->setCurrentRow(0);
    m_parts->setFocus();
    language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

void NoticesDialog::setTexts(const text::Phrasebook& book) {
    setWindowTitle(book.say("window", "Third-party notices"));
    m_intro->setText(
        book.say("window", "Certwright is made with these parts. Licences are shown in their own words."));
    m_parts->setAccessibleName(book.say("window", "Parts"));
    m_text->setAccessibleName(book.say("window", "Licence"));
    m_buttons->button(QDialogButtonBox::Close)->setText(book.say("window", "C&lose"));
}

void NoticesDialog::showPart(int row) {
    if (row < 0)
        return;
    const Notice& notice = m_notices.at(row);
    m_text->setPlainText(notice.name + QStringLiteral("\n") + notice.licence + QStringLiteral("\n") +
                         notice.copyright + QStringLiteral("\n\n") + notice.text);
}

} // namespace certwright::window
