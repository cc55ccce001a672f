// Why: a list and what is chosen in it stand beside each other where there is room, and one above the other
// in a narrow window or with large letters.
#pragma once

#include <QSplitter>

namespace certwright::widget {

// ListAndDetail is a splitter for two widgets that turns by its width.
class ListAndDetail final : public QSplitter {
    Q_OBJECT

  public:
    // `list` comes first; both belong to the splitter.
    ListAndDetail(QWidget* list, QWidget* detail, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void turn();
};

} // namespace certwright::widget
