// Why: see room_style.h.
#include "ui/widget/room_style.h"

#include <algorithm>

#include <QStyleOption>

#include "ui/widget/room_paint.h"

namespace certwright::widget {

namespace {

constexpr int shortestHandle = 32;

// What a control adds to the height of its text, so that it is about 32 pixels at the usual font.
int controlHeight(const QFontMetrics& metrics) {
    return metrics.height() + std::max(18, metrics.height() * 9 / 10);
}

int indicatorSide(const QFontMetrics& metrics) {
    return qRound(metrics.height() * 1.05);
}

// There are no arrows at the ends of a scroll bar: the handle takes all of it.
QRect scrollPart(const QStyleOptionSlider& bar, QStyle::SubControl part) {
    const bool flat = bar.orientation == Qt::Horizontal;
    const int length = flat ? bar.rect.width() : bar.rect.height();
    const qint64 range = static_cast<qint64>(bar.maximum) - bar.minimum;
    const qint64 share =
        range > 0 ? length * static_cast<qint64>(bar.pageStep) / (range + bar.pageStep) : length;
    const int handle = static_cast<int>(std::clamp<qint64>(share, std::min(shortestHandle, length), length));
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - handle, bar.upsideDown);
    const auto span = [&](int from, int size) {
        return flat ? QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height())
                    : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSlider:
        return span(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return span(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return span(start + handle, length - start - handle);
    default:
        return {};
    }
}

} // namespace

RoomStyle::RoomStyle()
    : QProxyStyle(QStringLiteral("Fusion")) {}

QSize RoomStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int least = option != nullptr ? controlHeight(option->fontMetrics) : 0;
    switch (type) {
    case CT_PushButton:
        return {result.width() + 16, std::max(result.height(), least)};
    case CT_ComboBox:
    case CT_SpinBox:
        return {result.width() + 12, std::max(result.height(), least)};
    case CT_LineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && frame->lineWidth == 0)
            return result;
        return {result.width() + 12, std::max(result.height(), least)};
    }
    case CT_MenuBarItem:
        return {result.width() + 4, result.height() + 6};
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        const bool line = item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator;
        return line ? result : QSize(result.width() + 12, std::max(result.height(), least - 4));
    }
    case CT_ItemViewItem:
        return {result.width(), std::max(result.height(), least - 4)};
    case CT_ToolButton:
        return {result.width() + 6, result.height() + 4};
    default:
        return result;
    }
}

QRect RoomStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                const QWidget* widget) const {
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ScrollBar && slider != nullptr)
        return visualRect(option->direction, option->rect, scrollPart(*slider, part));
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const bool text = (control == CC_ComboBox && part == SC_ComboBoxEditField) ||
                      (control == CC_SpinBox && part == SC_SpinBoxEditField);
    return text ? rect.adjusted(4, 0, 0, 0) : rect;
}

QRect RoomStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame == nullptr || frame->lineWidth > 0)
            return rect.adjusted(6, 0, -6, 0);
    }
    return rect;
}

int RoomStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        if (option != nullptr)
            return indicatorSide(option->fontMetrics);
        return widget != nullptr ? indicatorSide(widget->fontMetrics())
                                 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return shortestHandle;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

void RoomStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    if (drawArrow(element, option, painter))
        return;
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter);
        return;
    case PE_PanelButtonTool:
        drawTool(option, painter, widget);
        return;
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame == nullptr || frame->lineWidth > 0)
            drawField(option, painter);
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
        drawCheck(option, painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(option, painter);
        return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        drawSelection(option, painter);
        return;
    case PE_FrameFocusRect:
        drawFocus(option, painter, widget);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void RoomStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const {
    if (element == CE_PushButtonLabel && isPrimary(option)) {
        QStyleOptionButton light = *qstyleoption_cast<const QStyleOptionButton*>(option);
        light.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::HighlightedText));
        QProxyStyle::drawControl(element, &light, painter, widget);
        return;
    }
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    if (element == CE_ItemViewItem && item != nullptr) {
        QStyleOptionViewItem soft = *item;
        soft.palette.setColor(QPalette::HighlightedText, option->palette.color(QPalette::Text));
        QProxyStyle::drawControl(element, &soft, painter, widget);
        return;
    }
    const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
    if (element == CE_ProgressBarGroove) {
        drawGroove(option, painter);
        return;
    }
    // One that only says "busy" moves, which Fusion does well.
    if (element == CE_ProgressBarContents && bar != nullptr && bar->maximum > bar->minimum) {
        drawProgress(*bar, painter);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void RoomStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                   QPainter* painter, const QWidget* widget) const {
    const auto part = [&](SubControl which) { return subControlRect(control, option, which, widget); };
    switch (control) {
    case CC_ComboBox:
        drawCombo(option, part(SC_ComboBoxArrow), painter);
        return;
    case CC_SpinBox:
        drawSpin(option, part(SC_SpinBoxUp), part(SC_SpinBoxDown), painter);
        return;
    case CC_ScrollBar:
        drawScrollBar(option, part(SC_ScrollBarSlider), painter);
        return;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace certwright::widget
