// Why: the quickest way to hand over files is to drop them; the second quickest is a button in the same
// place.
#pragma once

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QStringList>

class QMimeData;

namespace certwright::widget {

// localPaths returns the files and folders of this computer that `data` names; empty if there are none.
QStringList localPaths(const QMimeData& data);

// DropArea shows where files may be dropped: a dashed surface with an icon, a title, a hint and buttons. What
// is dropped on its `ground`, which is usually the page around it, counts too.
class DropArea final : public QFrame {
    Q_OBJECT

  public:
    // Roomy: everything centred; Compact: one row, once there are files.
    enum class Shape { Roomy, Compact };

    explicit DropArea(QWidget* ground, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setHint(const QString& hint);
    void setShape(Shape shape);
    // buttons takes the buttons; owned by it.
    QBoxLayout* buttons() const { return m_buttons; }

    bool eventFilter(QObject* watched, QEvent* event) override;

  Q_SIGNALS:
    // dropped: never empty. refused: what was dropped is not on this computer.
    void dropped(const QStringList& paths);
    void refused();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void arrange();
    void setOffered(bool offered);
    void tint();

    QBoxLayout* m_layout;
    QBoxLayout* m_texts;
    QBoxLayout* m_buttons;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_hint;
    Shape m_shape = Shape::Roomy;
    bool m_offered = false;
};

} // namespace certwright::widget
