// Why: which language and which kind of file a report is to be is asked in the same row wherever there is
// one.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QWidget>

#include "ui/report/report_export.h"

namespace certwright::report {

// ReportBar is a row of controls that save the hand-over report of one transaction. The language of the
// report is that of the window until the person chooses another.
class ReportBar final : public QWidget {
    Q_OBJECT

  public:
    explicit ReportBar(widget::Workplace workplace, QWidget* parent = nullptr);

    // setTransaction says of which transaction; the buttons are off before.
    void setTransaction(const Transaction& transaction);
    // reports is where written() and failed() come from.
    const ReportExport& reports() const { return *m_export; }

  private:
    void setTexts(const text::Phrasebook& book);
    void enable();
    void save(Form form);

    ReportExport* m_export;
    std::optional<Transaction> m_transaction;
    QLabel* m_label;
    QComboBox* m_language;
    QPushButton* m_pdf;
    QPushButton* m_html;
    bool m_chosen = false;
};

} // namespace certwright::report
