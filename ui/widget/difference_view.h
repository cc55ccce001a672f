// Why: a config's old and new lines side by side, as they are read: what goes on the left, what comes on the
// right.
#pragma once

#include <vector>

#include <QVBoxLayout>
#include <QWidget>

#include "core/plan/plan.h"
#include "ui/text/phrasebook.h"

namespace certwright::widget {

// DifferenceView pairs removed with added lines, with line numbers, in a monospaced font; changed lines have
// a sign and a colour, long ones wrap. Each row is one text for a screen reader.
class DifferenceView : public QWidget {
    Q_OBJECT

  public:
    explicit DifferenceView(QWidget* parent = nullptr);

    void setDifference(const std::vector<plan::DifferenceLine>& lines, const text::Phrasebook& book);

  private:
    QVBoxLayout* m_rows;
};

} // namespace certwright::widget
