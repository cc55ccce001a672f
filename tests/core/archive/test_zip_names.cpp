// Why: a name in an archive is shown to a person and used as a path's end; it must be readable and lead
// nowhere.
#include <QTest>

#include <clocale>

#include "core/archive/names.h"
#include "tests/core/archive/unpacked_zip.h"
#include "tests/support/zip_maker.h"

using namespace certwright;
using namespace certwright::test;

class TestZipNames : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void name_isMadeSafe_data();
    void name_isMadeSafe();
    void name_inItsEncoding_isRead_data();
    void name_inItsEncoding_isRead();
    void name_inAnyLocale_isRead();
    void names_sameTwice_areNumbered();
};

void TestZipNames::name_isMadeSafe_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("safe");
    const auto row = [](const char* name, const char* safe) {
        QTest::newRow(name) << std::string(name) << std::string(safe);
    };
    row("ca.crt", "ca.crt");
    row("pki/ca.crt", "pki/ca.crt");
    row("/etc/passwd", "etc/passwd");
    row("//server/share", "server/share");
    row("../../ca.crt", "ca.crt");
    row("pki/../../ca.crt", "pki/ca.crt");
    row("pki/..", "pki");
    row("./pki//./ca.crt", "pki/ca.crt");
    row("..\\..\\ca.crt", "ca.crt");
    row("C:\\pki\\ca.crt", "C:/pki/ca.crt");
    row("..", "_");
    row("", "_");
    row("...", "...");
    row("a..b", "a..b");
}

void TestZipNames::name_isMadeSafe() {
    QFETCH(std::string, name);
    QTEST(archive::safeName(name), "safe");
}

void TestZipNames::name_inItsEncoding_isRead_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<int>("flags");
    QTest::addColumn<std::string>("read");
    const std::string chinese = "证书/服务器.crt";
    QTest::newRow("UTF-8, marked") << chinese << 0x800 << chinese;
    QTest::newRow("UTF-8, not marked") << chinese << 0 << chinese;
    QTest::newRow("GBK") << std::string("\xD6\xA4\xCA\xE9/\xB7\xFE\xCE\xF1\xC6\xF7.crt") << 0 << chinese;
    QTest::newRow("GBK with a backslash as second octet")
        << std::string("\x8F\x5C.crt") << 0 << std::string("廫.crt");
    QTest::newRow("neither") << std::string("\xFF\xFE.crt") << 0 << std::string();
    QTest::newRow("right to left override")
        << std::string("a\u202Etrc.exe") << 0x800 << std::string("a\u202Etrc.exe");
}

void TestZipNames::name_inItsEncoding_isRead() {
    QFETCH(std::string, name);
    QFETCH(int, flags);
    QFETCH(std::string, read);
    Unpacking got;
    unpack(zipOf({{name, "x", 0100644, static_cast<std::uint16_t>(flags)}}), got);
    QCOMPARE(got.files.size(), std::size_t{1});
    const std::string& found = got.files.begin()->first;
    QVERIFY(QString::fromUtf8(found.c_str()).toStdString() == found);
    if (read.empty()) // whatever it is, it is one readable name
        QVERIFY(found.ends_with(".crt") && found.find('/') == std::string::npos);
    else
        QCOMPARE(found, read);
}

void TestZipNames::name_inAnyLocale_isRead() {
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const char* locale : {"C", "C.UTF-8"}) {
        if (std::setlocale(LC_ALL, locale) == nullptr)
            continue; // the C library of Windows knows none in UTF-8
        Unpacking got;
        unpack(zipOf({{"证书.crt", "x", 0100644, 0x800}}), got);
        QVERIFY2(got.files.contains("证书.crt"), locale);
        QCOMPARE(std::string(std::setlocale(LC_ALL, nullptr)), std::string(locale));
    }
    std::setlocale(LC_ALL, before.c_str());
}

void TestZipNames::names_sameTwice_areNumbered() {
    Unpacking got;
    unpack(zipOf({{"a", "1"}, {"a", "2"}, {"../a", "3"}, {"a (2)", "4"}, {"A", "5"}}), got);
    QCOMPARE(got.files, (std::map<std::string, std::string>{
                            {"a", "1"}, {"a (2)", "2"}, {"a (3)", "3"}, {"a (2) (2)", "4"}, {"A", "5"}}));
}

QTEST_GUILESS_MAIN(TestZipNames)
#include "test_zip_names.moc"
