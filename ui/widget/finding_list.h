// Why: findings look and sound the same wherever they are shown: what was seen, and the one next step.
#pragma once

#include <vector>

#include <QPointer>
#include <QVBoxLayout>
#include <QWidget>

#include "core/check/finding.h"
#include "ui/text/phrasebook.h"

namespace certwright::widget {

// FindingRow: `action` is the text of the button that does the next step; empty: no button.
struct FindingRow {
    check::Finding finding;
    QString action;
};

// FindingList shows findings worst first (within one severity as given), each with icon, severity in words,
// sentence, next step, button and folded details. The button of row i is named "finding-action-i", i as
// given.
class FindingList : public QWidget {
    Q_OBJECT

  public:
    explicit FindingList(QWidget* parent = nullptr);

    // setFindings shows `rows`. Findings that were not there before are announced; given the same ones again
    // (in another language) open details stay open and the keyboard stays where it is.
    void setFindings(std::vector<FindingRow> rows, const text::Phrasebook& book);

  Q_SIGNALS:
    // actionRequested: the button of `row` was pressed; counted as the rows were given.
    void actionRequested(int row);

  private:
    QWidget* makeRow(const FindingRow& row, int index, bool open, const text::Phrasebook& book);

    QVBoxLayout* m_list;
    std::vector<QPointer<QWidget>> m_rows;
    QString m_codes;
};

} // namespace certwright::widget
