// Why: Fusion is the same on every system, but cramped; this makes its controls roomy, the main button plain
// to see, and the keyboard's place unmistakable.
#pragma once

#include <QProxyStyle>

namespace certwright::widget {

// RoomStyle draws buttons, fields and focus over Fusion. All sizes follow the font; all colours the palette.
class RoomStyle final : public QProxyStyle {
    Q_OBJECT

  public:
    RoomStyle();

    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
};

} // namespace certwright::widget
