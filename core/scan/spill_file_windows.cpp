// Why: std::tmpfile of Windows wants to write into the root folder of the drive, which only administrators
// may.
#include "core/scan/spill_file.h"

#include <array>
#include <cstdint>

#include <fcntl.h>
#include <io.h>
#include <windows.h>

namespace certwright::scan {

std::FILE* openSpillFile() {
    std::array<wchar_t, MAX_PATH + 1> folder{};
    std::array<wchar_t, MAX_PATH + 1> path{};
    const DWORD length = GetTempPathW(static_cast<DWORD>(folder.size()), folder.data());
    if (length == 0 || length >= folder.size() ||
        GetTempFileNameW(folder.data(), L"cwr", 0, path.data()) == 0)
        return nullptr;
    const HANDLE file =
        CreateFileW(path.data(), GENERIC_READ | GENERIC_WRITE | DELETE, 0, nullptr, CREATE_ALWAYS,
                    FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return nullptr;
    const int descriptor = _open_osfhandle(reinterpret_cast<std::intptr_t>(file), _O_BINARY | _O_RDWR);
    if (descriptor < 0) {
        CloseHandle(file);
        return nullptr;
    }
    std::FILE* stream = _fdopen(descriptor, "w+b");
    if (stream == nullptr)
        _close(descriptor);
    return stream;
}

bool seekTo(std::FILE* file, std::uint64_t place) {
    return _fseeki64(file, static_cast<std::int64_t>(place), SEEK_SET) == 0;
}

} // namespace certwright::scan
