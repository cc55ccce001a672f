// Why: the right path among many, and an end to the search where somebody made it endless.
#include <QTest>

#include <ctime>

#include "tests/core/check/judged_case.h"
#include "tests/core/check/trust_graph.h"

using namespace certwright;
using namespace certwright::test;

namespace {

constexpr unsigned graphs = 150;

forge::Case caseOf(const TrustGraph& graph, const std::string& more = {}) {
    return forge::makeFromText(chainOf(graph) + more + "expected: { valid: true }\n");
}

bool has(const check::Verdict& verdict, std::string_view code) {
    for (const check::Finding& finding : verdict.findings)
        if (check::codeOf(finding) == code)
            return true;
    return false;
}

} // namespace

class TestValidationGraphs : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void graph_anyWayUp_isFoundOrNoneIs_data();
    void graph_anyWayUp_isFoundOrNoneIs();
    void graphs_bothKinds_areThere();
    void mesh_thousandCertificates_endsInTime_data();
    void mesh_thousandCertificates_endsInTime();
    void mesh_withAnAnchor_isValid();
};

void TestValidationGraphs::graph_anyWayUp_isFoundOrNoneIs_data() {
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<QString>("policy");
    for (unsigned seed = 0; seed < graphs; ++seed)
        for (const char* const policy : {"service", "rfc5280", "webpki"})
            QTest::addRow("%u %s", seed, policy) << seed << policy;
}

void TestValidationGraphs::graph_anyWayUp_isFoundOrNoneIs() {
    QFETCH(unsigned, seed);
    QFETCH(QString, policy);
    const TrustGraph graph = randomGraph(seed);
    const forge::Case made = caseOf(graph);
    for (const Sequence sequence : {Sequence::AsWritten, Sequence::Reversed}) {
        const check::Verdict verdict = judge(made, policy.toStdString(), sequence);
        QVERIFY2(verdict.valid() == hasWay(graph), summaryOf(made, verdict).c_str());
    }
}

void TestValidationGraphs::graphs_bothKinds_areThere() {
    unsigned ways = 0;
    for (unsigned seed = 0; seed < graphs; ++seed)
        ways += hasWay(randomGraph(seed)) ? 1U : 0U;
    QVERIFY(ways > graphs / 5);
    QVERIFY(ways < graphs - graphs / 5);
}

// The shape of the attack: ten layers of ten CAs, each certified by all ten above it, 10^10 paths. One second
// of CPU is the promise; ten under a sanitizer.
void TestValidationGraphs::mesh_thousandCertificates_endsInTime_data() {
    QTest::addColumn<int>("layers");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("depth");
    QTest::newRow("11 layers of 10") << 11 << 10 << 14;
    QTest::newRow("11 layers of 10, deep") << 11 << 10 << 255;
    QTest::newRow("101 layers of 3, deep") << 101 << 3 << 255;
    QTest::newRow("2 layers of 31") << 2 << 31 << 14;
}

void TestValidationGraphs::mesh_thousandCertificates_endsInTime() {
    QFETCH(int, layers);
    QFETCH(int, width);
    QFETCH(int, depth);
    TrustGraph graph = layeredMesh(layers, width);
    graph.cas += 1;
    graph.trusted = {graph.cas - 1};
    const forge::Case made = caseOf(graph, "ask: { max-depth: " + std::to_string(depth) + " }\n");
    const std::clock_t start = std::clock();
    const check::Verdict verdict = judge(made, "rfc5280");
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    QVERIFY2(!verdict.valid(), summaryOf(made, verdict).c_str());
#if defined(__SANITIZE_ADDRESS__)
    QVERIFY2(seconds < 10, std::to_string(seconds).c_str());
#else
    QVERIFY2(seconds < 1, std::to_string(seconds).c_str());
#endif
}

void TestValidationGraphs::mesh_withAnAnchor_isValid() {
    TrustGraph graph = layeredMesh(5, 6);
    graph.trusted = {graph.cas - 1};
    const forge::Case made = caseOf(graph);
    const check::Verdict verdict = judge(made, "rfc5280");
    QVERIFY2(verdict.valid(), summaryOf(made, verdict).c_str());
    QVERIFY(!has(verdict, "path.too-complex"));
}

QTEST_GUILESS_MAIN(TestValidationGraphs)
#include "test_validation_graphs.moc"
