// Why: codes are read by scripts and help pages; they must be there, be unique and look alike.
#include <QTest>

#include <set>
#include <string>
#include <utility>

#include "core/check/finding.h"

using namespace certwright::check;

namespace {

std::vector<Finding> oneOfEach() {
    Findings all;
    FindingBodies::each([&]<typename Body>() { all.push_back({Severity::Note, {}, Body{}}); });
    return all;
}

Finding finding(Severity severity, const char* subject) {
    return {severity, subject, CrlConverted{}};
}

} // namespace

class TestFinding : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void codeOf_everyBody_isUniqueAndDotted() {
        const QRegularExpression form("^[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$");
        std::set<std::string_view> codes;
        for (const Finding& each : oneOfEach()) {
            const auto code = codeOf(each);
            const auto text = QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
            QVERIFY2(form.match(text).hasMatch(), qPrintable(text));
            QVERIFY2(codes.insert(code).second, qPrintable(text));
        }
        QCOMPARE(codes.size(), FindingBodies::size);
    }

    void fields_everyBody_haveDistinctNames() {
        for (const Finding& each : oneOfEach()) {
            std::set<std::string> names;
            int count = 0;
            const auto visitField = [&](const char* name, const auto&) {
                names.insert(name);
                ++count;
            };
            each.body.visit([&](const auto& body) { body.fields(visitField); });
            QVERIFY(count > 0);
            QCOMPARE(names.size(), static_cast<std::size_t>(count));
        }
    }

    void severityName_each_isStable() {
        QVERIFY(severityName(Severity::Blocker) == "blocker");
        QVERIFY(severityName(Severity::Warning) == "warning");
        QVERIFY(severityName(Severity::Note) == "note");
    }

    void blocks_onlyWithABlocker() {
        QVERIFY(!blocks({}));
        QVERIFY(!blocks({finding(Severity::Note, ""), finding(Severity::Warning, "")}));
        QVERIFY(blocks({finding(Severity::Note, ""), finding(Severity::Blocker, "")}));
    }

    void sortWorstFirst_mixed_keepsOrderWithinSeverity() {
        Findings findings{finding(Severity::Note, "a"), finding(Severity::Blocker, "b"),
                          finding(Severity::Warning, "c"), finding(Severity::Note, "d"),
                          finding(Severity::Blocker, "e")};
        sortWorstFirst(findings);
        std::string order;
        for (const Finding& each : findings)
            order += each.subject;
        QCOMPARE(order, std::string("becad"));
    }
};

QTEST_APPLESS_MAIN(TestFinding)
#include "test_finding.moc"
