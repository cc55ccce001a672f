// Why: what was found in the files is shown as two-line rows; each has a menu for what to do with it.
#pragma once

#include <QListView>

#include "ui/model/source_model.h"

namespace certwright::wizard {

// SourceList shows a SourceModel. Rows can be dragged. It is as high as its rows, up to `mostRows` of them.
class SourceList final : public QListView {
    Q_OBJECT

  public:
    static constexpr int mostRows = 7;

    explicit SourceList(model::SourceModel& sources, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    // menuRequested: by the right button, by the dots at the end of a row, or by the keyboard (Enter, Space,
    // Menu key).
    void menuRequested(int row, const QPoint& globalPosition);

  protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

  private:
    void request(const QModelIndex& index);
};

} // namespace certwright::wizard
