// Why: see fact_grid.h.
#include "ui/wizard/fact_grid.h"

#include <QGridLayout>

#include "ui/widget/text_labels.h"

namespace certwright::wizard {

QWidget* factGrid(const std::vector<QStringList>& rows, Head head, QWidget* parent) {
    auto* widget = new QWidget(parent);
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (qsizetype k = 0; k < rows[i].size(); ++k) {
            const bool bold = head == Head::FirstRow && i == 0;
            QLabel* label = bold     ? widget::heading(widget)
                            : k == 0 ? widget::dimText(widget)
                                     : widget::bodyText(widget);
            label->setText(rows[i][k]);
            label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
            grid->addWidget(label, static_cast<int>(i), static_cast<int>(k));
            grid->setColumnStretch(static_cast<int>(k), k == 0 ? 2 : 5);
        }
    return widget;
}

} // namespace certwright::wizard
