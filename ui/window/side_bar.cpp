// Why: see side_bar.h.
#include "ui/window/side_bar.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/widget/icons.h"

namespace certwright::window {

using widget::IconName;

SideBar::SideBar(language::LanguageSwitch& language, QWidget* parent)
    : QWidget(parent)
    , m_buttons{new QToolButton(this), new QToolButton(this), new QToolButton(this)} {
    setObjectName(QStringLiteral("side-bar"));
    static constexpr std::array icons{IconName::Import, IconName::Services, IconName::History};
    static constexpr std::array names{"side-import", "side-services", "side-history"};
    auto* group = new QButtonGroup(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 14, 8, 14);
    layout->setSpacing(6);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        QToolButton* button = m_buttons.at(i);
        button->setObjectName(QLatin1String(names.at(i)));
        button->setIcon(widget::icon(icons.at(i)));
        button->setIconSize({26, 26});
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        group->addButton(button);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, i] { Q_EMIT chosen(static_cast<Place>(i)); });
    }
    layout->addStretch();
    m_buttons.front()->setChecked(true);
    language.speak(this, [this](const text::Phrasebook& book) { setTexts(book); });
}

void SideBar::choose(Place place) {
    m_buttons.at(static_cast<std::size_t>(place))->setChecked(true);
}

void SideBar::setTexts(const text::Phrasebook& book) {
    m_buttons[0]->setText(book.say("window", "Import", "a place of the window"));
    m_buttons[1]->setText(book.say("window", "Services", "a place of the window"));
    m_buttons[2]->setText(book.say("window", "History", "a place of the window"));
    m_buttons[0]->setAccessibleDescription(book.say("window", "Put certificates into a service."));
    m_buttons[1]->setAccessibleDescription(book.say("window", "What is installed, and until when."));
    m_buttons[2]->setAccessibleDescription(book.say("window", "What was done, and how to take it back."));
}

void SideBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(palette().color(QPalette::Mid));
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.drawLine(edge, 0, edge, height());
}

} // namespace certwright::window
