// Why: every file that is touched has a row with old and new, before it is touched and ever after.
#pragma once

#include <vector>

#include <QVBoxLayout>
#include <QWidget>

#include "ui/text/phrasebook.h"
#include "ui/widget/change_rows.h"

namespace certwright::widget {

// ChangeList shows one row per change; each row is one text for a screen reader.
class ChangeList : public QWidget {
    Q_OBJECT

  public:
    explicit ChangeList(QWidget* parent = nullptr);

    void setChanges(const std::vector<ChangeRow>& changes, const text::Phrasebook& book);

  private:
    QVBoxLayout* m_list;
};

} // namespace certwright::widget
