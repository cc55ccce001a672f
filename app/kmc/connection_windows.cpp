// Why: on Windows the connection is two pipes, whose inherited handles are the two arguments.
#include "app/kmc/connection.h"

#include <cstdlib>
#include <windows.h>

namespace certwright::helper {

namespace {
HANDLE handleOf(std::intptr_t number) {
    return reinterpret_cast<HANDLE>(number);
}
} // namespace

Connection::Connection(int argumentCount, char** arguments) {
    if (argumentCount != 3)
        return;
    m_in = static_cast<std::intptr_t>(std::strtoull(arguments[1], nullptr, 10));
    m_out = static_cast<std::intptr_t>(std::strtoull(arguments[2], nullptr, 10));
    SetHandleInformation(handleOf(m_in), HANDLE_FLAG_INHERIT, 0);
    SetHandleInformation(handleOf(m_out), HANDLE_FLAG_INHERIT, 0);
}

std::size_t Connection::read(std::span<std::uint8_t> place) const {
    DWORD count = 0;
    if (ReadFile(handleOf(m_in), place.data(), static_cast<DWORD>(place.size()), &count, nullptr) == 0)
        return 0;
    return count;
}

bool Connection::write(base::ByteView octets) const {
    while (!octets.empty()) {
        DWORD count = 0;
        if (WriteFile(handleOf(m_out), octets.data(), static_cast<DWORD>(octets.size()), &count, nullptr) ==
            0)
            return false;
        octets = octets.subspan(count);
    }
    return true;
}

} // namespace certwright::helper
