// Why: facts are read as label and value, whatever their length.
#pragma once

#include <vector>

#include <QStringList>
#include <QWidget>

#include "ui/text/record.h"

class QGridLayout;

namespace certwright::widget {

// FactList shows rows of plain texts, the first of each row secondary (a label); all wrap. With
// Head::FirstRow the first row is the head of a table.
class FactList final : public QWidget {
    Q_OBJECT

  public:
    enum class Head { None, FirstRow };

    explicit FactList(QWidget* parent = nullptr);

    void setRows(const std::vector<QStringList>& rows, Head head = Head::None);
    void setFacts(const std::vector<text::RecordFact>& facts);

  private:
    QGridLayout* m_grid;
};

} // namespace certwright::widget
