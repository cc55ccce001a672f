// Why: a person wants to see how far it is, and where "Back" leads.
#pragma once

#include <QStringList>
#include <QWidget>

namespace certwright::wizard {

// StepBar shows the names of the steps, with the present one marked. It takes no input; a screen reader gets
// one text
// ("Step 2 of 6: Files").
class StepBar final : public QWidget {
    Q_OBJECT

  public:
    explicit StepBar(QWidget* parent = nullptr);

    // setSteps shows `names` with `current` (from 0) as the present one; `spoken` is what is read out.
    void setSteps(const QStringList& names, int current, const QString& spoken);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QStringList m_names;
    int m_current = 0;
};

} // namespace certwright::wizard
