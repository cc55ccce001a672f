// Why: a hand-over is printed and filed: one file that looks the same everywhere, with its fonts in it.
#pragma once

#include <vector>

#include "core/base/bytes.h"
#include "ui/text/record.h"

namespace certwright::report {

// pdfOf lays the record of one transaction out on A4 pages with page numbers; `records` is the same
// transaction in one or two languages and must not be empty. Callable from any thread while a
// QGuiApplication lives.
base::Bytes pdfOf(const std::vector<text::Record>& records);

} // namespace certwright::report
