// Why: one set of icons for both themes and all scales: shapes from resources/icons, coloured by the palette
// when they are painted.
#pragma once

#include <string_view>

#include <QIcon>
#include <QPixmap>

#include "core/check/finding.h"

class QPalette;

namespace certwright::widget {

enum class IconName {
    Import,
    Services,
    History,
    Certificate,
    Authority,
    Key,
    RevocationList,
    Container,
    Request,
    Folder,
    File,
    Clock,
    Blocker,
    Warning,
    Note,
    Good,
    Lock,
    Plus,
    More,
    Drop,
    Gateway,
};

// icon takes the colour of the text it stands beside (selected: of selected text).
QIcon icon(IconName name);
// pixmap is one icon in one colour; `size` in logical pixels, `ratio` of the device.
QPixmap pixmap(IconName name, const QColor& colour, int size, qreal ratio);
// appIcon is the program's own, in full colour.
QIcon appIcon();

IconName iconOf(check::Severity severity);
// iconOfKind is for kinds as plan::kindOf names them, and "ca".
IconName iconOfKind(std::string_view kind);

} // namespace certwright::widget
