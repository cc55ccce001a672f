// Why: a service that deletes its own certificates does so on a date, and people think in dates, not in days.
#pragma once

#include <optional>

#include <QLabel>
#include <QSpinBox>
#include <QWidget>

#include "core/profile/profile.h"
#include "ui/text/phrasebook.h"
#include "ui/widget/banner.h"

namespace certwright::wizard {

// RetentionBox asks for the days of profile::Retention, shows the date in UTC that they lead to, and warns by
// the rules of plan::judgeRetention.
class RetentionBox final : public QWidget {
    Q_OBJECT

  public:
    explicit RetentionBox(QWidget* parent = nullptr);

    // setContent: `days` as the person chose them (nothing: the profile's default); `certificateEnd` is that
    // of the server certificate where it is known.
    void setContent(const profile::Profile& profile, std::optional<int> days, base::Time now,
                    std::optional<base::Time> certificateEnd, const text::Phrasebook& book);
    QWidget* control() { return m_days; }

  Q_SIGNALS:
    void daysChosen(int days);

  private:
    void showDate();
    void showVerdict(base::Time until);

    QLabel* m_label;
    QSpinBox* m_days;
    QLabel* m_date;
    widget::Banner* m_verdict;
    profile::Profile m_profile;
    base::Time m_now;
    std::optional<base::Time> m_certificateEnd;
    const text::Phrasebook* m_book = nullptr;
};

} // namespace certwright::wizard
