// Why: whoever ships the work of others says so, and with which licence; the list is built in, so that it is
// there wherever the program is.
#pragma once

#include <QString>
#include <QStringList>

namespace certwright::window {

// Notice is one part of resources/notices/components.json: `licence` is an SPDX expression, `copyright` its
// holders as they name themselves, `text` the whole licence. None of it is translated: a licence holds in its
// own words.
struct Notice {
    QString name;
    QString licence;
    QString copyright;
    QString text;
};

// notices returns every part that some package of Certwright brings or is compiled with: libraries first,
// then what lies within Qt.
QList<Notice> notices();

} // namespace certwright::window
