// Why: what the library logs explains a refusal, but must never carry a secret out of the helper.
#pragma once

#include <string>

namespace certwright::helper {

// noteVendorMessage is the library's logger. What comes before closeVendorLog is kept, printable characters
// of the last few messages only; whatever comes later is not even looked at.
extern "C" void noteVendorMessage(int level, const char* message);
// closeVendorLog is called before the library is given a secret.
void closeVendorLog();
// vendorLog returns what was kept, a line for each message.
std::string vendorLog();

} // namespace certwright::helper
