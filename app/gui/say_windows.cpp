// Why: see say.h.
#include "app/gui/say.h"

#include <string>

#include <windows.h>

namespace certwright::gui {

namespace {

bool writeToStream(const QByteArray& octets, Tone tone) {
    const HANDLE stream = GetStdHandle(tone == Tone::Answer ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
    DWORD written = 0;
    return stream != nullptr && stream != INVALID_HANDLE_VALUE && GetFileType(stream) != FILE_TYPE_UNKNOWN &&
           GetFileType(stream) != FILE_TYPE_CHAR &&
           WriteFile(stream, octets.constData(), static_cast<DWORD>(octets.size()), &written, nullptr) != 0;
}

bool writeToConsole(const std::wstring& text) {
    if (!AttachConsole(ATTACH_PARENT_PROCESS) && GetLastError() != ERROR_ACCESS_DENIED) // it has one already
        return false;
    const HANDLE console =
        CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                    OPEN_EXISTING, 0, nullptr);
    if (console == INVALID_HANDLE_VALUE)
        return false;
    DWORD written = 0;
    const BOOL good =
        WriteConsoleW(console, text.c_str(), static_cast<DWORD>(text.size()), &written, nullptr);
    CloseHandle(console);
    return good != 0;
}

} // namespace

void say(const QString& line, Tone tone) {
    const QString whole = line + QLatin1Char('\n');
    if (writeToStream(whole.toUtf8(), tone) || writeToConsole(whole.toStdWString()))
        return;
    MessageBoxW(nullptr, line.toStdWString().c_str(), L"Certwright",
                static_cast<UINT>(tone == Tone::Answer ? MB_ICONINFORMATION : MB_ICONERROR));
}

} // namespace certwright::gui
