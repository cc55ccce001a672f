// Why: the practice readme lists every set in both languages.
#include <QTest>

#include "core/job/practice.h"
#include "ui/text/practice_text.h"

using namespace certwright;

class TestPracticeText : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void readme_everySet_standsInBothLanguages();
};

void TestPracticeText::readme_everySet_standsInBothLanguages() {
    const QString readme = QString::fromStdString(text::practiceReadme());
    QVERIFY(readme.contains(QStringLiteral("# Practice with Certwright")));
    QVERIFY(readme.contains(QStringLiteral("# 用证书匠练习")));
    QVERIFY(job::practiceSets().size() >= 20);
    for (const job::PracticeSet& set : job::practiceSets()) {
        QCOMPARE(readme.count(QStringLiteral("| material/%1 |").arg(QString::fromStdString(set.id))), 2);
        for (const std::string& code : set.expected)
            QVERIFY(readme.contains(QString::fromStdString("`" + code + "`")));
    }
}

QTEST_APPLESS_MAIN(TestPracticeText)
#include "test_practice_text.moc"
