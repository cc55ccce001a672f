// Why: tests of the loader change one thing in a small profile that is right.
#pragma once

#include <string>

namespace certwright::test {

// smallProfile returns a valid profile with the id "small"; every section is there once.
std::string smallProfile();
// smallProfileWith replaces the only `from` by `to`; ends the test program if `from` does not stand there
// exactly once.
std::string smallProfileWith(const std::string& from, const std::string& to);

} // namespace certwright::test
