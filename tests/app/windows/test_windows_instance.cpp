// Why: a second start must raise the first window, only of the same account and session, and nobody else may
// call.
#include <QSignalSpy>
#include <QTest>
#include <string>

#include <windows.h>

#include <aclapi.h>
#include <sddl.h>

#include "app/gui/instance_name.h"
#include "app/gui/single_instance.h"
#include "core/files/own_account_windows.h"
#include "tests/support/on_wine_windows.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;

namespace {

constexpr auto pipes = LR"(\\.\pipe\)";

// listOf is the access list of an open pipe, as SDDL writes it.
QString listOf(HANDLE pipe) {
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    LPWSTR text = nullptr;
    if (GetSecurityInfo(pipe, SE_KERNEL_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr, nullptr, nullptr,
                        &descriptor) == ERROR_SUCCESS)
        ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, SDDL_REVISION_1,
                                                             DACL_SECURITY_INFORMATION, &text, nullptr);
    QString list = text == nullptr ? QString() : QString::fromWCharArray(text);
    LocalFree(text);
    LocalFree(descriptor);
    return list;
}

} // namespace

class TestWindowsInstance : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void second_start_raisesTheFirst();
    void second_startWithTooManyWords_isNotToldButRaises();
    void first_gone_nextIsTheFirst();
    void pipe_list_isForTheOwnerAlone();
    void name_ofAnotherFolder_isAnother();

  private:
    QString name() const { return gui::instanceName(*m_local, settings()); }
    QString settings() const { return QString::fromStdString(m_folder.path()); }

    const std::unique_ptr<files::FileSystem> m_local = files::localFileSystem();
    test::TemporaryFolder m_folder;
};

void TestWindowsInstance::second_start_raisesTheFirst() {
    gui::SingleInstance first(name(), settings(), {});
    QCOMPARE(first.neighbour(), gui::Neighbour::None);
    const QSignalSpy asked(&first, &gui::SingleInstance::asked);
    const QStringList words{QStringLiteral("certwright"), QStringLiteral("C:/证书 1.pem")};
    for (int n = 1; n <= 3; ++n) {
        const gui::SingleInstance second(name(), settings(), words);
        QCOMPARE(second.neighbour(), gui::Neighbour::Told);
        QTRY_COMPARE(asked.count(), n);
        QCOMPARE(asked.last().first().toStringList(), words);
    }
}

void TestWindowsInstance::second_startWithTooManyWords_isNotToldButRaises() {
    gui::SingleInstance first(name(), settings(), {});
    const QSignalSpy asked(&first, &gui::SingleInstance::asked);
    const gui::SingleInstance second(name(), settings(), {QString(2'000'000, QLatin1Char('x'))});
    QCOMPARE(second.neighbour(), gui::Neighbour::Reached);
    QTRY_COMPARE(asked.count(), 1);
    QVERIFY(asked.last().first().toStringList().isEmpty());
}

void TestWindowsInstance::first_gone_nextIsTheFirst() {
    { const gui::SingleInstance first(name(), settings(), {}); }
    const gui::SingleInstance second(name(), settings(), {});
    QCOMPARE(second.neighbour(), gui::Neighbour::None);
}

void TestWindowsInstance::pipe_list_isForTheOwnerAlone() {
    const gui::SingleInstance first(name(), settings(), {});
    const std::wstring pipe = pipes + name().toStdWString();
    const HANDLE handle =
        CreateFileW(pipe.c_str(), GENERIC_WRITE | READ_CONTROL, 0, nullptr, OPEN_EXISTING, 0, nullptr);
    QVERIFY(handle != INVALID_HANDLE_VALUE);
    const QString list = listOf(handle);
    CloseHandle(handle);
    const QString self = QString::fromStdWString(files::OwnAccount().text());
    QCOMPARE(list.count(QLatin1Char('(')), 1);
    QVERIFY2(list.contains(self), qPrintable(list));
    QVERIFY(test::onWine() || list.startsWith(QStringLiteral("D:P(A;;FA;;;")));
}

void TestWindowsInstance::name_ofAnotherFolder_isAnother() {
    QVERIFY(name() != gui::instanceName(*m_local, settings() + QStringLiteral("/other")));
    QVERIFY(!name().contains(QLatin1Char('\\')));
}

QTEST_GUILESS_MAIN(TestWindowsInstance)
#include "test_windows_instance.moc"
