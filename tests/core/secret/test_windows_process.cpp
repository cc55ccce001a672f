// Why: what a process with secrets keeps from others on Windows is asked of the kernel, not of the code that
// set it.
#include <QTest>

#include <windows.h>

#include <aclapi.h>

#include "core/secret/process.h"

using namespace certwright;

class TestWindowsProcess : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void forbidDumps_called_nobodyReadsTheMemory();
    void forbidDumps_called_noCrashBoxes();
    void narrowLibraries_called_workingFolderIsNotSearched();
};

// The list of the process gives nobody but the system the right to read its memory or to write it.
void TestWindowsProcess::forbidDumps_called_nobodyReadsTheMemory() {
    secret::forbidDumps();
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    QCOMPARE(GetSecurityInfo(GetCurrentProcess(), SE_KERNEL_OBJECT, DACL_SECURITY_INFORMATION, nullptr,
                             nullptr, &list, nullptr, &descriptor),
             static_cast<DWORD>(ERROR_SUCCESS));
    QVERIFY(list != nullptr);
    alignas(SID) std::array<BYTE, SECURITY_MAX_SID_SIZE> system{};
    DWORD size = system.size();
    QVERIFY(CreateWellKnownSid(WinLocalSystemSid, nullptr, system.data(), &size));
    int others = 0;
    for (DWORD i = 0; i < list->AceCount; ++i) {
        void* entry = nullptr;
        QVERIFY(GetAce(list, i, &entry));
        auto* allowed = static_cast<ACCESS_ALLOWED_ACE*>(entry);
        if (EqualSid(&allowed->SidStart, system.data()))
            continue;
        ++others;
        QCOMPARE(static_cast<DWORD>(allowed->Header.AceType), static_cast<DWORD>(ACCESS_ALLOWED_ACE_TYPE));
        QCOMPARE(allowed->Mask & (PROCESS_VM_READ | PROCESS_VM_WRITE | PROCESS_DUP_HANDLE | WRITE_DAC), 0UL);
    }
    QVERIFY(others > 0); // its account may still see and end it
    LocalFree(descriptor);
}

void TestWindowsProcess::forbidDumps_called_noCrashBoxes() {
    secret::forbidDumps();
    QVERIFY((GetErrorMode() & SEM_NOGPFAULTERRORBOX) != 0);
}

void TestWindowsProcess::narrowLibraries_called_workingFolderIsNotSearched() {
    secret::narrowLibraries();
    wchar_t folder[MAX_PATH] = L"unset";
    QCOMPARE(GetDllDirectoryW(MAX_PATH, folder), 0UL); // the empty folder: the working one is left out
    QVERIFY(LoadLibraryW(L"version.dll") != nullptr);  // the system's own are still found
}

QTEST_APPLESS_MAIN(TestWindowsProcess)
#include "test_windows_process.moc"
