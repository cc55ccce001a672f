// Why: facts are read as label and value, whatever their length.
#pragma once

#include <vector>

#include <QWidget>

#include "ui/text/record.h"

class QGridLayout;

namespace certwright::widget {

// FactList shows a label and a value per row; both wrap.
class FactList final : public QWidget {
    Q_OBJECT

  public:
    explicit FactList(QWidget* parent = nullptr);

    void setFacts(const std::vector<text::RecordFact>& facts);

  private:
    QGridLayout* m_grid;
};

} // namespace certwright::widget
