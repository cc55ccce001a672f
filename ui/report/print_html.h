// Why: Qt's rich text knows tables and a part of CSS 2.1, not the grid that the report for browsers is made
// of; on paper both languages must stand side by side all the same.
#pragma once

#include <vector>

#include <QString>

#include "ui/text/record.h"

namespace certwright::report {

// Signatures says where the fields for signing stand, which must not be torn apart by the end of a page.
enum class Signatures { None, Following, OnNewPage };

// printHtml writes the same transaction in one or two languages, side by side, as HTML that QTextDocument
// understands; every text is escaped, nothing is fetched. `records` must not be empty.
QString printHtml(const std::vector<text::Record>& records, Signatures signatures);

} // namespace certwright::report
