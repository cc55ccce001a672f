// Why: see report_bar.h.
#include "ui/report/report_bar.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

namespace certwright::report {

ReportBar::ReportBar(widget::Workplace workplace, QWidget* parent)
    : QWidget(parent)
    , m_export(new ReportExport(workplace, this))
    , m_label(new QLabel(this))
    , m_language(new QComboBox(this))
    , m_pdf(new QPushButton(this))
    , m_html(new QPushButton(this)) {
    m_language->setObjectName(QStringLiteral("report-language"));
    m_pdf->setObjectName(QStringLiteral("report-pdf"));
    m_html->setObjectName(QStringLiteral("report-html"));
    m_language->addItems({QString(), QString(), QString()});
    m_label->setBuddy(m_language);
    auto* language = new QHBoxLayout;
    language->setSpacing(8);
    language->addWidget(m_label);
    language->addWidget(m_language);
    language->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_pdf);
    buttons->addWidget(m_html);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(language);
    layout->addLayout(buttons);
    connect(m_language, &QComboBox::activated, this, [this] { m_chosen = true; });
    connect(m_pdf, &QPushButton::clicked, this, [this] { save(Form::Pdf); });
    connect(m_html, &QPushButton::clicked, this, [this] { save(Form::Html); });
    connect(m_export, &Export::busyChanged, this, &ReportBar::enable);
    workplace.language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
    enable();
}

void ReportBar::setTransaction(const Transaction& transaction) {
    m_transaction = transaction;
    enable();
}

void ReportBar::setTexts(const text::Phrasebook& book) {
    m_label->setText(book.say("report", "Lan&guage of the report:"));
    m_language->setItemText(0, QStringLiteral("English"));
    m_language->setItemText(1, QStringLiteral("中文"));
    m_language->setItemText(2, book.say("report", "Both, side by side"));
    m_language->setAccessibleName(book.say("report", "Language of the report"));
    m_pdf->setText(book.say("report", "Save as &PDF…"));
    m_pdf->setAccessibleDescription(book.say("report", "Saves the hand-over report for printing."));
    m_html->setText(book.say("report", "Save as &web page…"));
    m_html->setAccessibleDescription(book.say("report", "Saves the hand-over report as one HTML file."));
    if (!m_chosen)
        m_language->setCurrentIndex(book.language() == text::Language::Chinese ? 1 : 0);
}

void ReportBar::enable() {
    const bool on = m_transaction.has_value() && !m_export->busy();
    m_pdf->setEnabled(on);
    m_html->setEnabled(on);
}

void ReportBar::save(Form form) {
    m_export->save(*m_transaction, form, static_cast<Speech>(m_language->currentIndex()));
}

} // namespace certwright::report
