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
// a sign and a colour, long ones wrap. Each row is one text for a screen reader. A line of the kind '@'
// becomes the name of the file that the lines after it are of.
class DifferenceView : public QWidget {
    Q_OBJECT

  public:
    explicit DifferenceView(QWidget* parent = nullptr);

    void setDifference(const std::vector<plan::DifferenceLine>& lines, const text::Phrasebook& book);

  private:
    void addFile(const plan::DifferenceLine& line, const text::Phrasebook& book);
    void addRows(const std::vector<plan::DifferenceLine>& lines, std::size_t digits,
                 const text::Phrasebook& book);

    QVBoxLayout* m_rows;
};

} // namespace certwright::widget
