// Why: the dotted names are in scripts and logs of users; each must be there, once, and stay.
#include <QTest>
#include <set>

#include "core/base/progress.h"
#include "core/base/result.h"

using namespace certwright;
using base::ErrorCode;

class TestResult : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void errorCodeName_everyCode_isUniqueAndDotted();
    void errorCodeName_knownCodes_stay();
    void failure_error_carriesSubjectAndDetail();
    void silentProgress_asked_neverCancels();
};

void TestResult::errorCodeName_everyCode_isUniqueAndDotted() {
    std::set<std::string_view> names;
    const int last = static_cast<int>(ErrorCode::TlsFailed);
    for (int i = 0; i <= last; ++i) {
        const std::string_view name = base::errorCodeName(static_cast<ErrorCode>(i));
        QVERIFY2(name != "unknown", std::to_string(i).c_str());
        QVERIFY2(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz.-") == std::string_view::npos,
                 name.data());
        names.insert(name);
    }
    QCOMPARE(names.size(), static_cast<std::size_t>(last) + 1);
    QCOMPARE(base::errorCodeName(static_cast<ErrorCode>(last + 1)), std::string_view("unknown"));
}

void TestResult::errorCodeName_knownCodes_stay() {
    QCOMPARE(base::errorCodeName(ErrorCode::FileNotFound), std::string_view("file.not-found"));
    QCOMPARE(base::errorCodeName(ErrorCode::DiskFull), std::string_view("disk.full"));
    QCOMPARE(base::errorCodeName(ErrorCode::LockHeld), std::string_view("lock.held"));
    QCOMPARE(base::errorCodeName(ErrorCode::Cancelled), std::string_view("cancelled"));
}

void TestResult::failure_error_carriesSubjectAndDetail() {
    const base::Result<int> result = base::failure(ErrorCode::DiskFull, "/a", "No space left");
    QVERIFY(!result);
    QCOMPARE(result.error(), (base::Error{ErrorCode::DiskFull, "/a", "No space left"}));
    QVERIFY(result.error() != (base::Error{ErrorCode::DiskFull, "/b", "No space left"}));
}

void TestResult::silentProgress_asked_neverCancels() {
    base::SilentProgress progress;
    progress.enter(base::Step::Swap, 1, 2);
    QVERIFY(!progress.cancelled());
}

QTEST_APPLESS_MAIN(TestResult)
#include "test_result.moc"
