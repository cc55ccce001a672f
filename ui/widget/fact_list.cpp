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
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 5);
}

void FactList::setFacts(const std::vector<text::RecordFact>& facts) {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const text::RecordFact& fact : facts) {
        QLabel* label = dimText(this);
        label->setText(fact.label);
        QLabel* value = bodyText(this);
        value->setText(fact.value);
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1, Qt::AlignTop);
        ++row;
    }
}

} // namespace certwright::widget
