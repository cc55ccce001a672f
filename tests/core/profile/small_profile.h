// Why: tests of the loader change one thing in a small profile that is right.
#pragma once

#include <string>

namespace certwright::test {

// smallProfile returns a valid profile with the id "small"; every section is there once.
std::string smallProfile();
// smallProfileWith replaces the only `from` by `to`; ends the test program if `from` does not stand there
// exactly once.
std::string smallProfileWith(const std::string& from, const std::string& to);

// toldAs returns `expected` if the detail of an error tells it: "line:column: code", and behind that some of
// the values that follow each other; else the whole detail.
std::string toldAs(const std::string& detail, const std::string& expected);

} // namespace certwright::test
