// Why: how the controls of RoomStyle look, apart from how large they are. All colours come from the palette
// of the option.
#pragma once

#include <QStyleOption>

class QPainter;

namespace certwright::widget {

// isPrimary tells whether the button is the one that Enter presses, and can be pressed.
bool isPrimary(const QStyleOption* option);

// drawArrow draws the arrows of what folds out; false if `element` is none of them.
bool drawArrow(QStyle::PrimitiveElement element, const QStyleOption* option, QPainter* painter);

void drawButton(const QStyleOption* option, QPainter* painter);
void drawTool(const QStyleOption* option, QPainter* painter, const QWidget* widget);
void drawField(const QStyleOption* option, QPainter* painter);
void drawCheck(const QStyleOption* option, QPainter* painter);
void drawRadio(const QStyleOption* option, QPainter* painter);
// drawGroove is the way of a progress bar, drawProgress what of it is done.
void drawGroove(const QStyleOption* option, QPainter* painter);
void drawProgress(const QStyleOptionProgressBar& bar, QPainter* painter);
// drawSelection is a soft field, on which the usual text stands.
void drawSelection(const QStyleOption* option, QPainter* painter);
// drawFocus is the ring around what has the keyboard.
void drawFocus(const QStyleOption* option, QPainter* painter, const QWidget* widget);
// drawScrollBar, drawCombo and drawSpin get the places of their parts.
void drawScrollBar(const QStyleOptionComplex* option, const QRect& handle, QPainter* painter);
void drawCombo(const QStyleOptionComplex* option, const QRect& arrow, QPainter* painter);
void drawSpin(const QStyleOptionComplex* option, const QRect& up, const QRect& down, QPainter* painter);

} // namespace certwright::widget
