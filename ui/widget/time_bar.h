// Why: the painted part of a time line: a bar between today and a date, and the marks that say where what is.
#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "ui/widget/theme.h"
#include "ui/widget/time_axis.h"

namespace certwright::widget {

// TimeBar paints one bar from today to `end` on `axis`, with a line at today.
class TimeBar final : public QWidget {
    Q_OBJECT

  public:
    TimeBar(std::shared_ptr<const TimeAxis> axis, base::Time now, base::Time end, Tone tone,
            QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    double m_today;
    double m_end;
    Tone m_tone;
};

// TimeMarks paints the words for round spans below the bars; those that would touch another are left out,
// today never.
class TimeMarks final : public QWidget {
    Q_OBJECT

  public:
    struct Mark {
        double position;
        bool today;
        QString text;
    };

    explicit TimeMarks(std::vector<Mark> marks, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QRect place(const Mark& mark) const;

    std::vector<Mark> m_marks;
};

} // namespace certwright::widget
