// Why: see side_bar.h.
#include "ui/window/side_bar.h"

#include <algorithm>

#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/widget/theme.h"

namespace certwright::window {

using widget::IconName;
using widget::Tone;

namespace {

constexpr int radius = 8;
constexpr int padding = 8;
constexpr int gap = 4;

} // namespace

PlaceButton::PlaceButton(IconName icon, QWidget* parent)
    : QToolButton(parent)
    , m_icon(icon) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int PlaceButton::iconSide() const {
    return qRound(fontMetrics().height() * 1.5);
}

QSize PlaceButton::sizeHint() const {
    QFont bold = font();
    bold.setBold(true);
    const int name = QFontMetrics(bold).horizontalAdvance(text());
    return {std::max(fontMetrics().height() * 4, name) + 3 * padding,
            iconSide() + gap + fontMetrics().height() + 2 * padding};
}

void PlaceButton::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    updateGeometry();
}

void PlaceButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF plate = QRectF(rect()).adjusted(1, 1, -1, -1);
    const QColor ink =
        isChecked() ? widget::toneInk(Tone::Accent, palette()) : palette().color(QPalette::WindowText);
    if (isChecked() || isDown()) {
        painter.setBrush(widget::toneFill(Tone::Accent, palette()));
        painter.drawRoundedRect(plate, radius, radius);
    } else if (underMouse()) {
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(plate, radius, radius);
    }
    if (isChecked()) {
        painter.setBrush(ink);
        const double x = layoutDirection() == Qt::RightToLeft ? plate.right() - 7 : plate.left() + 4;
        painter.drawRoundedRect(QRectF(x, plate.top() + plate.height() * 0.25, 3, plate.height() * 0.5), 1.5,
                                1.5);
    }
    const int side = iconSide();
    painter.drawPixmap((width() - side) / 2, padding, widget::pixmap(m_icon, ink, side, devicePixelRatioF()));
    QFont name = font();
    name.setBold(isChecked());
    painter.setFont(name);
    painter.setPen(ink);
    painter.drawText(QRect(0, padding + side + gap, width(), height() - padding - side - gap),
                     Qt::AlignHCenter | Qt::AlignTop, text());
    if (hasFocus()) {
        painter.setPen(QPen(widget::toneInk(Tone::Accent, palette()), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(plate.adjusted(1, 1, -1, -1), radius, radius);
    }
}

SideBar::SideBar(language::LanguageSwitch& language, QWidget* parent)
    : QWidget(parent)
    , m_buttons{new PlaceButton(IconName::Import, this), new PlaceButton(IconName::Services, this),
                new PlaceButton(IconName::History, this)} {
    setObjectName(QStringLiteral("side-bar"));
    static constexpr std::array names{"side-import", "side-services", "side-history"};
    auto* group = new QButtonGroup(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 12, 9, 12);
    layout->setSpacing(8);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        PlaceButton* button = m_buttons.at(i);
        button->setObjectName(QLatin1String(names.at(i)));
        button->installEventFilter(this);
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

bool SideBar::move(const QObject* from, int key) {
    const auto here = std::ranges::find(m_buttons, from) - m_buttons.begin();
    const auto last = static_cast<std::ptrdiff_t>(m_buttons.size()) - 1;
    std::ptrdiff_t to = here;
    if (key == Qt::Key_Up)
        to = here - 1;
    else if (key == Qt::Key_Down)
        to = here + 1;
    else if (key == Qt::Key_Home)
        to = 0;
    else if (key == Qt::Key_End)
        to = last;
    else
        return false;
    PlaceButton* next = m_buttons.at(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, last)));
    next->setFocus(Qt::TabFocusReason);
    if (!next->isChecked())
        next->click();
    // A place may take the keyboard for itself when it is shown; here the person is still choosing.
    next->setFocus(Qt::TabFocusReason);
    return true;
}

bool SideBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && move(watched, static_cast<QKeyEvent*>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

void SideBar::setTexts(const text::Phrasebook& book) {
    m_buttons[0]->setText(book.say("window", "Import", "a place of the window"));
    m_buttons[1]->setText(book.say("window", "Services", "a place of the window"));
    m_buttons[2]->setText(book.say("window", "History", "a place of the window"));
    m_buttons[0]->setAccessibleDescription(book.say("window", "Put certificates into a service."));
    m_buttons[1]->setAccessibleDescription(book.say("window", "What is installed, and until when."));
    m_buttons[2]->setAccessibleDescription(book.say("window", "What was done, and how to take it back."));
    setAccessibleName(book.say("window", "Places of the window"));
    for (PlaceButton* button : m_buttons)
        button->updateGeometry();
}

void SideBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(palette().color(QPalette::Mid));
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.drawLine(edge, 0, edge, height());
}

} // namespace certwright::window
