// Why: a revocation list ends in days and a CA in years; one axis shows both only where it is compressed far
// from today.
#pragma once

#include <vector>

#include "core/base/clock.h"

namespace certwright::widget {

// TimeAxis maps times to 0..1 around `now`; both ways from it each further day takes less room.
class TimeAxis {
  public:
    // The axis reaches from the earlier of `now` and `first` to the later of `last` and a week from `now`.
    TimeAxis(base::Time now, base::Time first, base::Time last);

    double position(base::Time time) const;

    // Mark is a labelled place on the axis: `days` from now (0: today).
    struct Mark {
        int days;
        double position;
    };
    // marks lists round spans within the axis, today among them, in their order.
    std::vector<Mark> marks() const;

  private:
    double place(double days) const;

    base::Time m_now;
    double m_from = 0;
    double m_to = 0;
    double m_firstDays = 0;
    double m_lastDays = 0;
};

} // namespace certwright::widget
