// Why: the window's program answers some arguments (--help, --version) without a window; a program with
// windows has no standard output of its own on Windows.
#pragma once

#include <QString>

namespace certwright::gui {

enum class Tone { Answer, Complaint };

// say writes a line to standard output or standard error. On Windows: to the stream if it leads somewhere,
// else to the console that the program was started from, else into a box.
void say(const QString& line, Tone tone);

} // namespace certwright::gui
