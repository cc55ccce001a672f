// Why: three places, always in sight, one key away.
#pragma once

#include <array>

#include <QToolButton>
#include <QWidget>

#include "ui/language/language_switch.h"
#include "ui/widget/icons.h"

namespace certwright::window {

enum class Place { Import, Services, History };

// PlaceButton is a place's icon over its name. The chosen one has a tinted plate and a bar at its edge; all
// colours come from the palette when it is painted.
class PlaceButton final : public QToolButton {
    Q_OBJECT

  public:
    PlaceButton(widget::IconName icon, QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    int iconSide() const;

    widget::IconName m_icon;
};

// SideBar: Tab reaches the chosen button, the arrow keys choose the one above or below, Home and End the
// first and the last.
class SideBar final : public QWidget {
    Q_OBJECT

  public:
    explicit SideBar(language::LanguageSwitch& language, QWidget* parent = nullptr);

    void choose(Place place);

  Q_SIGNALS:
    void chosen(certwright::window::Place place);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void setTexts(const text::Phrasebook& book);
    bool move(const QObject* from, int key);

    std::array<PlaceButton*, 3> m_buttons;
};

} // namespace certwright::window
