// Why: see readiness.h.
#include "app/cli/readiness.h"

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace certwright::cli {

void tellReady() {
    const char* name = std::getenv("NOTIFY_SOCKET");
    const std::string_view path(name != nullptr ? name : "");
    sockaddr_un address{};
    if (path.size() < 2 || path.size() >= sizeof(address.sun_path))
        return;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.data(), path.size());
    // '@' in front stands for Linux's abstract names.
    if (path.front() == '@')
        address.sun_path[0] = '\0';
    const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return;
    constexpr std::string_view ready = "READY=1";
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    static_cast<void>(::sendto(descriptor, ready.data(), ready.size(), MSG_NOSIGNAL,
                               reinterpret_cast<const sockaddr*>(&address), length) == 0);
    ::close(descriptor);
}

} // namespace certwright::cli
