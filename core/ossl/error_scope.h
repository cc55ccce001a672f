// Why: OpenSSL leaves reasons in a queue of the thread; each call of ours starts with an empty one and leaves
// none.
#pragma once

#include <string>

namespace certwright::ossl {

// ErrorScope clears the thread's OpenSSL error queue at both ends.
class ErrorScope {
  public:
    ErrorScope();
    ~ErrorScope();
    ErrorScope(const ErrorScope&) = delete;
    ErrorScope& operator=(const ErrorScope&) = delete;

    // detail returns the queue as one line for "details" (never the message itself) and empties it.
    std::string detail() const;
    // lastReason returns the reason code of the newest entry (ERR_GET_REASON), 0 if there is none.
    int lastReason() const;
    // lastLibrary returns the library code of the newest entry (ERR_GET_LIB), 0 if there is none.
    int lastLibrary() const;
};

} // namespace certwright::ossl
