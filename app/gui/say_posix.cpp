// Why: see say.h.
#include "app/gui/say.h"

#include <cstdio>

namespace certwright::gui {

void say(const QString& line, Tone tone) {
    std::fprintf(tone == Tone::Answer ? stdout : stderr, "%s\n", line.toUtf8().constData());
}

} // namespace certwright::gui
