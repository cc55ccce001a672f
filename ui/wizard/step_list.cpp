// Why: see step_list.h.
#include "ui/wizard/step_list.h"

#include <QGridLayout>

namespace certwright::wizard {

using widget::IconName;
using widget::Tone;

namespace {

QString stateText(StepState state, const text::Phrasebook& book) {
    switch (state) {
    case StepState::Waiting:
        return book.say("wizard", "waiting", "state of a step");
    case StepState::Running:
        return book.say("wizard", "at work", "state of a step");
    case StepState::Done:
        return book.say("wizard", "done", "state of a step");
    case StepState::Failed:
        break;
    }
    return book.say("wizard", "stopped here", "state of a step");
}

void setIcon(widget::ToneIcon& icon, StepState state) {
    switch (state) {
    case StepState::Waiting:
        icon.setIcon(IconName::More, Tone::Neutral);
        return;
    case StepState::Running:
        icon.setIcon(IconName::Clock, Tone::Accent);
        return;
    case StepState::Done:
        icon.setIcon(IconName::Good, Tone::Good);
        return;
    case StepState::Failed:
        icon.setIcon(IconName::Blocker, Tone::Blocker);
        return;
    }
}

} // namespace

StepList::StepList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 3);
    m_grid->setColumnStretch(2, 1);
}

void StepList::setSteps(const QStringList& names, const text::Phrasebook& book) {
    for (auto i = static_cast<int>(m_rows.size()); i < names.size(); ++i) {
        Row row{new widget::ToneIcon(IconName::More, Tone::Neutral, this), widget::bodyText(this),
                widget::dimText(this)};
        for (QLabel* label : {row.name, row.word})
            label->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
        m_grid->addWidget(row.icon, i, 0, Qt::AlignTop);
        m_grid->addWidget(row.name, i, 1);
        m_grid->addWidget(row.word, i, 2);
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].name->setText(names.value(static_cast<qsizetype>(i)));
        setState(i, m_rows[i].state, book);
    }
}

void StepList::setState(std::size_t step, StepState state, const text::Phrasebook& book) {
    Row& row = m_rows.at(step);
    row.state = state;
    row.word->setText(stateText(state, book));
    row.name->setAccessibleDescription(row.word->text());
    setIcon(*row.icon, state);
}

} // namespace certwright::wizard
