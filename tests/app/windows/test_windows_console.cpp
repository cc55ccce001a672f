// Why: a console shows Chinese whatever code page it is set to; a pipe carries UTF-8, whatever the console is
// set to.
#include <QTest>
#include <array>
#include <cstdio>
#include <fcntl.h>
#include <io.h>
#include <string>

#include <windows.h>

#include "app/cli/terminal.h"
#include "tests/support/run_program.h"

using namespace certwright;

namespace {

const std::string chinese = "证书 证书匠 ✓";

// Screen is a console's screen that nobody looks at, as standard output.
class Screen {
  public:
    Screen()
        : m_had(AllocConsole())
        , m_screen(CreateConsoleScreenBuffer(GENERIC_READ | GENERIC_WRITE, 0, nullptr,
                                             CONSOLE_TEXTMODE_BUFFER, nullptr)) {
        m_descriptor = _open_osfhandle(reinterpret_cast<intptr_t>(m_screen), _O_BINARY);
        m_stream = m_descriptor < 0 ? nullptr : _fdopen(m_descriptor, "wb");
    }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    ~Screen() {
        if (m_stream != nullptr)
            std::fclose(m_stream);
        if (m_had)
            FreeConsole();
    }
    std::FILE* stream() const { return m_stream; }
    // line is what stands in the first line, without the cells that a wide letter fills besides.
    std::wstring line() const {
        std::array<wchar_t, 40> cells{};
        DWORD count = 0;
        ReadConsoleOutputCharacterW(m_screen, cells.data(), static_cast<DWORD>(cells.size()), {0, 0}, &count);
        std::wstring text(cells.data(), count);
        text.erase(text.find_last_not_of(L" \0") + 1);
        return text;
    }

  private:
    BOOL m_had;
    HANDLE m_screen;
    int m_descriptor = -1;
    std::FILE* m_stream = nullptr;
};

} // namespace

class TestWindowsConsole : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void printText_console_showsChinese_data() { codePages(); }
    void printText_console_showsChinese();
    void program_piped_printsUtf8_data() { codePages(); }
    void program_piped_printsUtf8();

  private:
    static void codePages();
};

void TestWindowsConsole::codePages() {
    QTest::addColumn<uint>("page");
    QTest::newRow("UTF-8") << 65001U;
    QTest::newRow("GBK") << 936U;
    QTest::newRow("western") << 1252U;
}

void TestWindowsConsole::printText_console_showsChinese() {
    QFETCH(uint, page);
    const Screen screen;
    QVERIFY(screen.stream() != nullptr);
    SetConsoleOutputCP(page);
    QVERIFY(cli::printText(chinese, screen.stream()));
    QCOMPARE(QString::fromStdWString(screen.line()).remove(QLatin1Char(' ')),
             QString::fromStdString(chinese).remove(QLatin1Char(' ')));
}

void TestWindowsConsole::program_piped_printsUtf8() {
    QFETCH(uint, page);
    const BOOL had = AllocConsole();
    SetConsoleOutputCP(page);
    const test::Outcome outcome = test::runProgram(CERTWRIGHT_CLI, {"--lang", "zh", "--help"});
    if (had)
        FreeConsole();
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.err.empty());
    QVERIFY2(QString::fromStdString(outcome.out).contains(QStringLiteral("证书")), outcome.out.c_str());
    QVERIFY(outcome.out.find('\r') == std::string::npos);
}

QTEST_GUILESS_MAIN(TestWindowsConsole)
#include "test_windows_console.moc"
