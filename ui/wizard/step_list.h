// Why: whoever waits sees what is done, what is at work and what is still to come.
#pragma once

#include <vector>

#include <QStringList>
#include <QWidget>

#include "ui/text/phrasebook.h"
#include "ui/widget/text_labels.h"
#include "ui/widget/tone_icon.h"

class QGridLayout;

namespace certwright::wizard {

// StepState: Waiting is still to come; Failed is where it ended.
enum class StepState { Waiting, Running, Done, Failed };

// StepList shows steps under each other, each with an icon, its name and its state in words.
class StepList final : public QWidget {
    Q_OBJECT

  public:
    explicit StepList(QWidget* parent = nullptr);

    // setSteps gives the names, in order; states stay where there are as many as before.
    void setSteps(const QStringList& names, const text::Phrasebook& book);
    void setState(std::size_t step, StepState state, const text::Phrasebook& book);
    StepState state(std::size_t step) const { return m_rows.at(step).state; }

  private:
    struct Row {
        widget::ToneIcon* icon;
        QLabel* name;
        QLabel* word;
        StepState state = StepState::Waiting;
    };

    QGridLayout* m_grid;
    std::vector<Row> m_rows;
};

} // namespace certwright::wizard
