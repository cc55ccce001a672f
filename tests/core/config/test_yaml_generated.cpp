// Why: the YAML editor against 400 generated files, and its results against two other readers.
#include <QTest>

#include "core/config/yaml.h"
#include "tests/core/config/generated_yaml.h"
#include "tests/core/config/inverse_edits.h"

using namespace certwright;

namespace {
constexpr std::uint64_t caseCount = 400;

std::string resultOf(const test::GeneratedCase& one) {
    const auto edits = config::editYaml(one.before, one.settings);
    const auto after =
        edits ? config::applyEdits(one.before, *edits) : tl::unexpected<base::Error>(edits.error());
    return after.value_or("failed");
}
} // namespace

class TestYamlGenerated : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void editYaml_generatedFile_changesOnlyValues_data() {
        QTest::addColumn<quint64>("seed");
        for (std::uint64_t seed = 0; seed < caseCount; ++seed)
            QTest::addRow("case %d", static_cast<int>(seed)) << static_cast<quint64>(seed);
    }
    void editYaml_generatedFile_changesOnlyValues() {
        QFETCH(quint64, seed);
        const test::GeneratedCase one = test::generatedYaml(seed);
        const auto edits = config::editYaml(one.before, one.settings);
        QVERIFY2(edits.has_value(), edits ? "" : edits.error().detail.c_str());
        const auto after = config::applyEdits(one.before, *edits);
        QVERIFY(after.has_value());
        QCOMPARE(QByteArray::fromStdString(*after), QByteArray::fromStdString(one.after));

        const auto again = config::editYaml(*after, one.settings);
        QVERIFY(again.has_value() && again->empty());
        const auto undone = config::applyEdits(*after, test::inverseEdits(one.before, *edits));
        QVERIFY(undone.has_value());
        QCOMPARE(QByteArray::fromStdString(*undone), QByteArray::fromStdString(one.before));
        for (const config::Setting& setting : one.settings) {
            const auto scalar = config::yamlScalar(*after, setting.key);
            QVERIFY(scalar.has_value() && scalar->has_value());
            QCOMPARE((*scalar)->value, setting.value);
        }
    }

    void editYaml_generatedFiles_areReadByOtherReaders() {
        std::vector<test::GeneratedCase> cases;
        for (std::uint64_t seed = 0; seed < caseCount; ++seed) {
            cases.push_back(test::generatedYaml(seed));
            cases.back().after = resultOf(cases.back());
        }
        QCOMPARE(QString::fromStdString(test::judgeWithReader(CERTWRIGHT_READERS "/yaml_reader.py", cases)),
                 QString());
    }

    // A reader that finds everything well would prove nothing.
    void yamlReader_numberForString_isRefused() {
        const test::GeneratedCase number{"a: x\n", "a: 12\n", {{"a", "12"}}};
        const std::string verdict = test::judgeWithReader(CERTWRIGHT_READERS "/yaml_reader.py", {number});
        QVERIFY(verdict.find("PyYAML") != std::string::npos);
        QVERIFY(verdict.find("ruamel.yaml") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestYamlGenerated)
#include "test_yaml_generated.moc"
