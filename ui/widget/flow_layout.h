// Why: a row of buttons that does not fit goes on in the next line, in either language and at any font size.
#pragma once

#include <vector>

#include <QLayout>

namespace certwright::widget {

// FlowLayout puts its items beside each other from the leading edge and wraps.
class FlowLayout final : public QLayout {
    Q_OBJECT

  public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& area) override;

  private:
    enum class Doing { Measure, Place };
    int arrange(const QRect& area, Doing doing) const;

    std::vector<QLayoutItem*> m_items;
};

} // namespace certwright::widget
