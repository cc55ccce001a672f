// Why: see room_paint.h.
#include "ui/widget/room_paint.h"

#include <algorithm>
#include <array>

#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "ui/widget/theme.h"

namespace certwright::widget {

namespace {

constexpr qreal radius = 6;

// The keyboard's place is shown once the keyboard is used, as the desktops do it.
bool hasKeyboard(const QStyleOption* option) {
    return option->state.testFlag(QStyle::State_HasFocus) &&
           option->state.testFlag(QStyle::State_KeyboardFocusChange);
}

QColor mixed(const QColor& one, const QColor& other, qreal share) {
    return QColor::fromRgbF(static_cast<float>(one.redF() * (1 - share) + other.redF() * share),
                            static_cast<float>(one.greenF() * (1 - share) + other.greenF() * share),
                            static_cast<float>(one.blueF() * (1 - share) + other.blueF() * share));
}

QColor borderOf(const QPalette& palette) {
    return mixed(palette.color(QPalette::Mid), palette.color(QPalette::WindowText), 0.25);
}

// A surface under the pointer or a finger comes a little nearer to the text's colour.
QColor pressedShade(const QStyleOption* option, const QColor& surface, const QColor& text) {
    if (!option->state.testFlag(QStyle::State_Enabled))
        return surface;
    if (option->state.testFlag(QStyle::State_Sunken))
        return mixed(surface, text, 0.16);
    return option->state.testFlag(QStyle::State_MouseOver) ? mixed(surface, text, 0.07) : surface;
}

void drawBox(QPainter* painter, const QRect& rect, const QColor& surface, const QPen& pen,
             qreal corner = radius) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(surface);
    const qreal inset = pen.style() == Qt::NoPen ? 0 : pen.widthF() / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), corner, corner);
    painter->restore();
}

void drawRing(QPainter* painter, const QRect& rect, const QColor& colour, qreal corner = radius) {
    drawBox(painter, rect, Qt::transparent, QPen(colour, 2), corner);
}

enum class Pointing { Up, Down, Left, Right };

void drawChevron(QPainter* painter, const QStyleOption* option, const QRect& rect, const QColor& colour,
                 Pointing pointing) {
    const qreal room = std::min(rect.width(), rect.height()) / 2.0 - 1;
    const qreal reach = std::clamp(option->fontMetrics.height() / 4.0, 2.5, std::max(2.5, room));
    static constexpr std::array turns{180, 0, 90, -90};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, std::max(1.5, reach / 2.6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(QRectF(rect).center());
    painter->rotate(turns.at(static_cast<std::size_t>(pointing)));
    painter->drawPolyline(QPolygonF({{-reach, -reach / 2}, {0, reach / 2}, {reach, -reach / 2}}));
    painter->restore();
}

} // namespace

bool isPrimary(const QStyleOption* option) {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    return button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton) &&
           option->state.testFlag(QStyle::State_Enabled);
}

bool drawArrow(QStyle::PrimitiveElement element, const QStyleOption* option, QPainter* painter) {
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const auto group = enabled ? QPalette::Active : QPalette::Disabled;
    const QColor ink = option->palette.color(group, QPalette::WindowText);
    switch (element) {
    case QStyle::PE_IndicatorBranch:
        if (option->state.testFlag(QStyle::State_Children))
            drawChevron(painter, option, option->rect, ink,
                        option->state.testFlag(QStyle::State_Open) ? Pointing::Down : Pointing::Right);
        return true;
    case QStyle::PE_IndicatorArrowDown:
        drawChevron(painter, option, option->rect, ink, Pointing::Down);
        return true;
    case QStyle::PE_IndicatorArrowRight:
        drawChevron(painter, option, option->rect, ink, Pointing::Right);
        return true;
    case QStyle::PE_IndicatorArrowLeft:
        drawChevron(painter, option, option->rect, ink, Pointing::Left);
        return true;
    case QStyle::PE_IndicatorArrowUp:
        drawChevron(painter, option, option->rect, ink, Pointing::Up);
        return true;
    default:
        return false;
    }
}

void drawButton(const QStyleOption* option, QPainter* painter) {
    const QPalette& palette = option->palette;
    if (isPrimary(option)) {
        const QColor accent = palette.color(QPalette::Highlight);
        const QColor text = palette.color(QPalette::HighlightedText);
        drawBox(painter, option->rect, pressedShade(option, accent, palette.color(QPalette::Shadow)),
                Qt::NoPen);
        if (hasKeyboard(option))
            drawRing(painter, option->rect.adjusted(3, 3, -3, -3), text, radius - 2);
        return;
    }
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const QColor surface = palette.color(enabled ? QPalette::Button : QPalette::Window);
    const QColor border = enabled ? borderOf(palette) : palette.color(QPalette::Mid);
    drawBox(painter, option->rect, pressedShade(option, surface, palette.color(QPalette::ButtonText)),
            QPen(border, 1));
    if (hasKeyboard(option))
        drawRing(painter, option->rect, toneInk(Tone::Accent, palette));
}

void drawTool(const QStyleOption* option, QPainter* painter, const QWidget* widget) {
    const QPalette& palette = option->palette;
    const bool raised = option->state.testFlag(QStyle::State_AutoRaise);
    // Of a button that folds something out, the arrow says that it is on.
    const auto* button = qobject_cast<const QToolButton*>(widget);
    const bool folds = button != nullptr && button->arrowType() != Qt::NoArrow;
    const bool on = option->state.testFlag(QStyle::State_On) && !folds;
    const bool touched =
        option->state.testFlag(QStyle::State_Enabled) &&
        (option->state.testFlag(QStyle::State_MouseOver) || option->state.testFlag(QStyle::State_Sunken));
    if (raised && !on && !touched)
        return;
    const QColor quiet = palette.color(raised ? QPalette::Window : QPalette::Button);
    const QColor surface = on ? toneFill(Tone::Accent, palette) : quiet;
    drawBox(painter, option->rect, pressedShade(option, surface, palette.color(QPalette::ButtonText)),
            raised ? QPen(Qt::NoPen) : QPen(borderOf(palette), 1));
}

void drawField(const QStyleOption* option, QPainter* painter) {
    const QPalette& palette = option->palette;
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const QColor surface = palette.color(enabled ? QPalette::Base : QPalette::Window);
    const bool focused = enabled && option->state.testFlag(QStyle::State_HasFocus);
    drawBox(painter, option->rect, surface,
            focused ? QPen(toneInk(Tone::Accent, palette), 2)
                    : QPen(enabled ? borderOf(palette) : palette.color(QPalette::Mid), 1));
}

void drawCheck(const QStyleOption* option, QPainter* painter) {
    const QPalette& palette = option->palette;
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool on = !option->state.testFlag(QStyle::State_Off);
    const QColor accent = palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Highlight);
    const QColor surface = on ? accent : palette.color(enabled ? QPalette::Base : QPalette::Window);
    drawBox(painter, option->rect, pressedShade(option, surface, palette.color(QPalette::Text)),
            on ? QPen(Qt::NoPen) : QPen(borderOf(palette), 1), 4);
    if (!on)
        return;
    const QRectF box(option->rect);
    const auto at = [&](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(palette.color(QPalette::HighlightedText), box.width() / 9, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    if (option->state.testFlag(QStyle::State_NoChange))
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else
        painter->drawPolyline(QPolygonF({at(0.25, 0.53), at(0.43, 0.7), at(0.76, 0.32)}));
    painter->restore();
}

void drawRadio(const QStyleOption* option, QPainter* painter) {
    const QPalette& palette = option->palette;
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool on = option->state.testFlag(QStyle::State_On);
    const QColor accent = palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Highlight);
    const qreal round = option->rect.width() / 2.0;
    const QColor surface =
        on ? accent
           : pressedShade(option, palette.color(enabled ? QPalette::Base : QPalette::Window),
                          palette.color(QPalette::Text));
    drawBox(painter, option->rect, surface, on ? QPen(Qt::NoPen) : QPen(borderOf(palette), 1), round);
    if (!on)
        return;
    const int inset = option->rect.width() / 3;
    drawBox(painter, option->rect.adjusted(inset, inset, -inset, -inset),
            palette.color(QPalette::HighlightedText), Qt::NoPen, round);
}

void drawProgress(const QStyleOptionProgressBar& bar, QPainter* painter) {
    const QRect rect = bar.rect;
    const double share = static_cast<double>(bar.progress - bar.minimum) / (bar.maximum - bar.minimum);
    QRect done = rect;
    done.setWidth(qRound(rect.width() * std::clamp(share, 0.0, 1.0)));
    if (done.width() > 0)
        drawBox(painter, done, bar.palette.color(QPalette::Highlight), Qt::NoPen);
}

void drawSelection(const QStyleOption* option, QPainter* painter) {
    if (option->state.testFlag(QStyle::State_Selected))
        painter->fillRect(option->rect, toneFill(Tone::Accent, option->palette));
}

void drawScrollBar(const QStyleOptionComplex* option, const QRect& handle, QPainter* painter) {
    const QPalette& palette = option->palette;
    painter->fillRect(option->rect, palette.color(QPalette::Window));
    const bool held = option->activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                      option->state.testFlag(QStyle::State_Sunken);
    const bool touched = option->state.testFlag(QStyle::State_MouseOver);
    const QColor ink = mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText),
                             held      ? 0.7
                             : touched ? 0.6
                                       : 0.45);
    const int inset = held || touched ? 2 : 3;
    const QRect bar = handle.adjusted(inset, inset, -inset, -inset);
    drawBox(painter, bar, ink, Qt::NoPen, std::min(bar.width(), bar.height()) / 2.0);
}

void drawCombo(const QStyleOptionComplex* option, const QRect& arrow, QPainter* painter) {
    const auto group = option->state.testFlag(QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    drawField(option, painter);
    drawChevron(painter, option, arrow, option->palette.color(group, QPalette::ButtonText), Pointing::Down);
}

void drawSpin(const QStyleOptionComplex* option, const QRect& up, const QRect& down, QPainter* painter) {
    const auto group = option->state.testFlag(QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    const QColor ink = option->palette.color(group, QPalette::ButtonText);
    drawField(option, painter);
    drawChevron(painter, option, up, ink, Pointing::Up);
    drawChevron(painter, option, down, ink, Pointing::Down);
}

void drawFocus(const QStyleOption* option, QPainter* painter, const QWidget* widget) {
    // A push button has its ring already.
    if (qobject_cast<const QPushButton*>(widget) == nullptr &&
        option->state.testFlag(QStyle::State_KeyboardFocusChange))
        drawRing(painter, option->rect, toneInk(Tone::Accent, option->palette), 4);
}

void drawGroove(const QStyleOption* option, QPainter* painter) {
    drawBox(painter, option->rect, option->palette.color(QPalette::AlternateBase),
            QPen(option->palette.color(QPalette::Mid), 1));
}

} // namespace certwright::widget
