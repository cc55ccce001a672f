// Why: the key=value editor against 400 generated files, and its results against the reader that the service
// uses.
#include <QTest>

#include "core/config/key_value.h"
#include "tests/core/config/generated_key_value.h"
#include "tests/core/config/inverse_edits.h"

using namespace certwright;

namespace {
constexpr std::uint64_t caseCount = 400;

std::string resultOf(const test::GeneratedCase& one) {
    const auto edits = config::editKeyValue(one.before, one.settings);
    const auto after =
        edits ? config::applyEdits(one.before, *edits) : tl::unexpected<base::Error>(edits.error());
    return after.value_or("failed");
}
} // namespace

class TestKeyValueGenerated : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void editKeyValue_generatedFile_changesOnlyValues_data() {
        QTest::addColumn<quint64>("seed");
        for (std::uint64_t seed = 0; seed < caseCount; ++seed)
            QTest::addRow("case %d", static_cast<int>(seed)) << static_cast<quint64>(seed);
    }
    void editKeyValue_generatedFile_changesOnlyValues() {
        QFETCH(quint64, seed);
        const test::GeneratedCase one = test::generatedKeyValue(seed);
        const auto edits = config::editKeyValue(one.before, one.settings);
        QVERIFY2(edits.has_value(), edits ? "" : edits.error().detail.c_str());
        const auto after = config::applyEdits(one.before, *edits);
        QVERIFY(after.has_value());
        QCOMPARE(QByteArray::fromStdString(*after), QByteArray::fromStdString(one.after));

        const auto again = config::editKeyValue(*after, one.settings);
        QVERIFY(again.has_value() && again->empty());
        const auto undone = config::applyEdits(*after, test::inverseEdits(one.before, *edits));
        QVERIFY(undone.has_value());
        QCOMPARE(QByteArray::fromStdString(*undone), QByteArray::fromStdString(one.before));
        for (const config::Setting& setting : one.settings) {
            const auto occurrences = config::occurrencesOf(*after, setting.key);
            QCOMPARE(occurrences.size(), std::size_t{1});
            QCOMPARE(occurrences.front().value, setting.value);
        }
    }

    void editKeyValue_generatedFiles_areReadByConfigparser() {
        std::vector<test::GeneratedCase> cases;
        for (std::uint64_t seed = 0; seed < caseCount; ++seed) {
            cases.push_back(test::generatedKeyValue(seed));
            cases.back().after = resultOf(cases.back());
        }
        QCOMPARE(
            QString::fromStdString(test::judgeWithReader(CERTWRIGHT_READERS "/key_value_reader.py", cases)),
            QString());
    }

    // A reader that finds everything well would prove nothing.
    void configparser_doubledKey_isRefused() {
        const test::GeneratedCase doubled{"crl=a\n", "crl=a\ncrl=b\n", {{"crl", "b"}}};
        const std::string verdict =
            test::judgeWithReader(CERTWRIGHT_READERS "/key_value_reader.py", {doubled});
        QVERIFY(verdict.find("DuplicateOptionError") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestKeyValueGenerated)
#include "test_key_value_generated.moc"
