// Why: alternative names and usages are sets with names of their own; they are written as people know them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "core/document/facts.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// altNamesText writes "DNS a.example, IP 10.0.0.1".
QString altNamesText(const Phrasebook& book, const std::vector<document::AltName>& names);
// keyUsageText names the bits of RFC 5280 section 4.2.1.3; empty without the extension.
QString keyUsageText(const Phrasebook& book, std::optional<std::uint16_t> bits);
// extendedKeyUsageText names the usual purposes and leaves other OIDs as they are.
QString extendedKeyUsageText(const Phrasebook& book, const std::vector<std::string>& oids);

} // namespace certwright::text
