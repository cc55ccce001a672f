// Why: what ends first is seen at a glance, on one axis with today; each bar says in words what its colour
// says.
#pragma once

#include <vector>

#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

#include "core/base/clock.h"
#include "core/job/installed_dates.h"
#include "ui/text/phrasebook.h"
#include "ui/widget/theme.h"

namespace certwright::widget {

// toneOfEnd: Blocker once it has passed, Warning where it comes soon (a list within 7 days, anything else
// within 30), else Good.
Tone toneOfEnd(const job::End& end, base::Time now);

// TimeLine shows one row per end, earliest first: what ends, its name, the date, the days left, and a bar
// from today to it. Each row is one text for a screen reader. The axis is compressed far from today (a list
// ends in days, a CA in years) and says so by its marks.
class TimeLine : public QWidget {
    Q_OBJECT

  public:
    explicit TimeLine(QWidget* parent = nullptr);

    void setEnds(const std::vector<job::End>& ends, base::Time now, const text::Phrasebook& book);

  private:
    QVBoxLayout* m_rows;
};

} // namespace certwright::widget
