// Why: see fact_list.h.
#include "ui/widget/fact_list.h"

#include <QGridLayout>

#include "ui/widget/text_labels.h"

namespace certwright::widget {

FactList::FactList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
}

void FactList::setRows(const std::vector<QStringList>& rows, Head head) {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (qsizetype k = 0; k < rows[i].size(); ++k) {
            const bool bold = head == Head::FirstRow && i == 0;
            QLabel* label = bold ? heading(this) : k == 0 ? dimText(this) : bodyText(this);
            label->setText(rows[i][k]);
            label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
            m_grid->addWidget(label, static_cast<int>(i), static_cast<int>(k));
            m_grid->setColumnStretch(static_cast<int>(k), k == 0 ? 2 : 5);
        }
}

void FactList::setFacts(const std::vector<text::RecordFact>& facts) {
    std::vector<QStringList> rows;
    for (const text::RecordFact& fact : facts)
        rows.push_back({fact.label, fact.value});
    setRows(rows);
}

} // namespace certwright::widget
