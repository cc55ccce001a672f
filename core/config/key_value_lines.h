// Why: which line sets which key is decided by Python's configparser (Lib/configparser.py,
// RawConfigParser._read, with its defaults); its rules on indentation, comments and white space stand here
// and nowhere else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace certwright::config {

// KeyValueEntry is one line that sets a key. `key` is in lower case; the value is [valueOffset, valueOffset +
// value.size()) of the text; for an empty value valueOffset is where one belongs, after the spaces behind the
// delimiter.
struct KeyValueEntry {
    enum class Extent { OneLine, Continued };

    std::string key;
    std::string_view value;
    std::size_t valueOffset = 0;
    std::size_t line = 0;
    Extent extent = Extent::OneLine;
};

// KeyValueFault is a line that no flat key=value file has.
struct KeyValueFault {
    enum class Kind { NoDelimiter, NoKey, Section, CarriageReturn };

    Kind kind;
    std::size_t line;
};

// KeyValueText is a text as configparser sees it behind a [DEFAULT] line; views into the text. Faults are in
// the order of their lines.
struct KeyValueText {
    std::vector<KeyValueEntry> entries;
    std::vector<KeyValueFault> faults;
};

// readKeyValue reads any octets.
KeyValueText readKeyValue(std::string_view text);
// lowerKey is how configparser spells a key: ASCII letters in lower case, and the Kelvin sign (U+212A), which
// Python too lowers to "k".
std::string lowerKey(std::string_view key);

} // namespace certwright::config
