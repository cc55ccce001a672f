// Why: what a process with secrets keeps from others on Windows is asked of the kernel, not of the code that
// set it.
#include <QTest>
#include <array>
#include <filesystem>

#include <windows.h>

#include <aclapi.h>

#include "core/secret/process.h"
#include "tests/support/on_wine_windows.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;

class TestWindowsProcess : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void forbidDumps_called_nobodyReadsTheMemory();
    void forbidDumps_called_nobodyOpensTheMemory_data();
    void forbidDumps_called_nobodyOpensTheMemory();
    void forbidDumps_called_noCrashBoxes();
    void narrowLibraries_called_workingFolderIsNotSearched();
    void narrowLibraries_libraryInTheWorkingFolder_isNotLoaded();
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

// By its number, as another program of the account would: the list decides, not who asks.
void TestWindowsProcess::forbidDumps_called_nobodyOpensTheMemory_data() {
    QTest::addColumn<uint>("right");
    QTest::addColumn<bool>("given");
    QTest::newRow("read memory") << static_cast<uint>(PROCESS_VM_READ) << false;
    QTest::newRow("write memory") << static_cast<uint>(PROCESS_VM_WRITE) << false;
    QTest::newRow("change memory") << static_cast<uint>(PROCESS_VM_OPERATION) << false;
    QTest::newRow("start a thread in it") << static_cast<uint>(PROCESS_CREATE_THREAD) << false;
    QTest::newRow("take its handles") << static_cast<uint>(PROCESS_DUP_HANDLE) << false;
    QTest::newRow("change the list") << static_cast<uint>(WRITE_DAC) << false;
    QTest::newRow("see it") << static_cast<uint>(PROCESS_QUERY_LIMITED_INFORMATION) << true;
    QTest::newRow("end it") << static_cast<uint>(PROCESS_TERMINATE) << true;
}

void TestWindowsProcess::forbidDumps_called_nobodyOpensTheMemory() {
    QFETCH(uint, right);
    QFETCH(bool, given);
    secret::forbidDumps();
    const HANDLE opened = OpenProcess(right, FALSE, GetCurrentProcessId());
    const DWORD number = GetLastError();
    if (opened != nullptr)
        CloseHandle(opened);
    if (test::onWine() && right == WRITE_DAC)
        return; // Wine knows no "owner rights": whoever made the process may change its list
    QCOMPARE(opened != nullptr, given);
    QVERIFY(given || number == ERROR_ACCESS_DENIED);
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

// What lies where the program was started is not the program's.
void TestWindowsProcess::narrowLibraries_libraryInTheWorkingFolder_isNotLoaded() {
    wchar_t library[MAX_PATH] = L"";
    QVERIFY(GetModuleFileNameW(GetModuleHandleW(L"libwinpthread-1.dll"), library, MAX_PATH) > 0);
    const test::TemporaryFolder folder;
    const std::filesystem::path planted = test::utf8Path(folder.at("certwright-planted.dll"));
    std::filesystem::copy_file(library, planted);
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(test::utf8Path(folder.path()));
    secret::narrowLibraries();
    const HMODULE loaded = LoadLibraryW(L"certwright-planted.dll");
    const HMODULE named = LoadLibraryW(planted.c_str()); // it is one that would load
    if (named != nullptr)
        FreeLibrary(named);
    std::filesystem::current_path(before);
    QVERIFY(loaded == nullptr);
    QVERIFY(named != nullptr);
}

QTEST_APPLESS_MAIN(TestWindowsProcess)
#include "test_windows_process.moc"
