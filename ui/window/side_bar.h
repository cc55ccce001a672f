// Why: three places, always in sight, one key away.
#pragma once

#include <array>

#include <QToolButton>
#include <QWidget>

#include "ui/language/language_switch.h"

namespace certwright::window {

enum class Place { Import, Services, History };

// SideBar: Tab reaches the chosen button, the arrow keys go up and down (an exclusive group).
class SideBar final : public QWidget {
    Q_OBJECT

  public:
    explicit SideBar(language::LanguageSwitch& language, QWidget* parent = nullptr);

    void choose(Place place);

  Q_SIGNALS:
    void chosen(certwright::window::Place place);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void setTexts(const text::Phrasebook& book);

    std::array<QToolButton*, 3> m_buttons;
};

} // namespace certwright::window
