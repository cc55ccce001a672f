// Why: see vendor_log.h.
#include "app/kmc/vendor_log.h"

#include <deque>
#include <mutex>

namespace certwright::helper {

namespace {

constexpr std::size_t mostMessages = 8;
constexpr std::size_t mostCharacters = 200;

struct Log {
    std::mutex mutex;
    std::deque<std::string> messages;
    bool open = true;
};

Log& log() {
    static Log theLog;
    return theLog;
}

} // namespace

extern "C" void noteVendorMessage(int, const char* message) {
    const std::lock_guard lock(log().mutex);
    if (!log().open || message == nullptr)
        return;
    std::string text;
    for (; *message != 0 && text.size() < mostCharacters; ++message)
        text.push_back(*message >= ' ' && *message <= '~' ? *message : ' ');
    log().messages.push_back(text);
    if (log().messages.size() > mostMessages)
        log().messages.pop_front();
}

void closeVendorLog() {
    const std::lock_guard lock(log().mutex);
    log().open = false;
}

std::string vendorLog() {
    const std::lock_guard lock(log().mutex);
    std::string text;
    for (const std::string& message : log().messages)
        text += (text.empty() ? "" : "\n") + message;
    return text;
}

} // namespace certwright::helper
