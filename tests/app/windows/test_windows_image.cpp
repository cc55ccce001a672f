// Why: what the linker was told is read back from the files that are installed: what Windows does to protect
// a program, it does by their headers.
#include <QTest>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include <windows.h>

#include <QFile>
#include <QRegularExpression>

namespace {

// Image is a program or library as it lies on the disk (PE/COFF specification, "Optional Header").
class Image {
  public:
    explicit Image(const char* path)
        : m_file(QString::fromUtf8(path)) {
        if (m_file.open(QIODevice::ReadOnly))
            m_octets = m_file.readAll();
    }
    bool isProgram() const { return m_octets.startsWith("MZ") && headers().Signature == IMAGE_NT_SIGNATURE; }
    IMAGE_NT_HEADERS64 headers() const {
        IMAGE_DOS_HEADER dos{};
        IMAGE_NT_HEADERS64 found{};
        if (!copy(0, dos) || !copy(static_cast<std::size_t>(dos.e_lfanew), found))
            return {};
        return found;
    }
    QByteArray octets() const { return m_octets; }

  private:
    template <typename Header> bool copy(std::size_t at, Header& header) const {
        if (at + sizeof header > static_cast<std::size_t>(m_octets.size()))
            return false;
        std::memcpy(&header, m_octets.constData() + at, sizeof header);
        return true;
    }

    QFile m_file;
    QByteArray m_octets;
};

} // namespace

class TestWindowsImage : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void programs_headers_areHardened_data() { programs(); }
    void programs_headers_areHardened();
    void programs_manifest_asksForWhatWindowsOffers_data() { programs(); }
    void programs_manifest_asksForWhatWindowsOffers();
    void programs_started_openNoConsole_data();
    void programs_started_openNoConsole();

  private:
    static void programs();
};

void TestWindowsImage::programs() {
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("certwright") << QByteArray(CERTWRIGHT_GUI);
    QTest::newRow("certwright-cli") << QByteArray(CERTWRIGHT_CLI);
    QTest::newRow("certwright-kmc") << QByteArray(CERTWRIGHT_KMC);
}

// Anywhere in 64 bits, no code in data. Control flow guard is not to be had with GCC.
void TestWindowsImage::programs_headers_areHardened() {
    QFETCH(QByteArray, path);
    const Image image(path.constData());
    QVERIFY(image.isProgram());
    const IMAGE_NT_HEADERS64 headers = image.headers();
    QCOMPARE(headers.FileHeader.Machine, static_cast<WORD>(IMAGE_FILE_MACHINE_AMD64));
    QVERIFY((headers.FileHeader.Characteristics & IMAGE_FILE_RELOCS_STRIPPED) == 0); // or it cannot be moved
    QVERIFY(headers.OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_BASERELOC].Size > 0);
    const WORD has = headers.OptionalHeader.DllCharacteristics;
    QVERIFY((has & IMAGE_DLLCHARACTERISTICS_DYNAMIC_BASE) != 0);
    QVERIFY((has & IMAGE_DLLCHARACTERISTICS_HIGH_ENTROPY_VA) != 0);
    QVERIFY((has & IMAGE_DLLCHARACTERISTICS_NX_COMPAT) != 0);
    QVERIFY(headers.OptionalHeader.ImageBase > 0xFFFFFFFFULL);
}

void TestWindowsImage::programs_manifest_asksForWhatWindowsOffers() {
    QFETCH(QByteArray, path);
    const QByteArray octets = Image(path.constData()).octets();
    QVERIFY(octets.contains(">PerMonitorV2</dpiAwareness>"));
    QVERIFY(octets.contains(">true</longPathAware>"));
    QVERIFY(octets.contains("level=\"asInvoker\""));
}

void TestWindowsImage::programs_started_openNoConsole_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("subsystem");
    QTest::newRow("certwright") << QByteArray(CERTWRIGHT_GUI) << IMAGE_SUBSYSTEM_WINDOWS_GUI;
    QTest::newRow("certwright-cli") << QByteArray(CERTWRIGHT_CLI) << IMAGE_SUBSYSTEM_WINDOWS_CUI;
}

void TestWindowsImage::programs_started_openNoConsole() {
    QFETCH(QByteArray, path);
    QFETCH(int, subsystem);
    QCOMPARE(static_cast<int>(Image(path.constData()).headers().OptionalHeader.Subsystem), subsystem);
}

QTEST_APPLESS_MAIN(TestWindowsImage)
#include "test_windows_image.moc"
