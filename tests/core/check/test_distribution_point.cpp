// Why: points are read from strangers' octets: what is malformed is no point, and no octets are too odd.
#include <QTest>

#include "core/check/revocation/distribution_point.h"

using namespace certwright;

namespace {

base::Bytes octets(const QString& hex) {
    return base::fromHex(hex.toStdString()).value();
}

QString described(const std::optional<check::IssuingPoint>& point) {
    if (!point)
        return QStringLiteral("malformed");
    QStringList words;
    const auto word = [&words](bool said, const char* text) {
        if (said)
            words << QString::fromLatin1(text);
    };
    word(point->empty, "empty");
    word(point->onlyUser, "user");
    word(point->onlyCa, "ca");
    word(point->onlyAttribute, "attribute");
    word(point->indirect, "indirect");
    word(!point->strict, "not DER");
    if (point->reasons)
        words << QStringLiteral("reasons %1").arg(*point->reasons, 0, 16);
    if (point->name)
        words << (point->name->relative ? QStringLiteral("relative")
                                        : QStringLiteral("%1 names").arg(point->name->full.size()));
    return words.join(QStringLiteral(", "));
}

} // namespace

class TestDistributionPoint : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void issuingPoint_octets_areReadOrRefused_data() {
        QTest::addColumn<QString>("hex");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* hex, const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(hex) << QString::fromLatin1(expected);
        };
        row("empty", "3000", "empty");
        row("all flags", "300c8101ff8201ff8401ff8501ff", "user, ca, attribute, indirect");
        row("a FALSE", "3003810100", "not DER");
        row("a TRUE that is 1", "3003810101", "user, not DER");
        row("a flag of two octets", "30048102ffff", "malformed");
        row("flags in the wrong order", "30068201ff8101ff", "malformed");
        row("the same flag twice", "30068101ff8101ff", "malformed");
        row("reasons", "300483020560", "reasons 6");
        row("all reasons, and the unused one", "3005830307ff80", "reasons 1fe");
        row("reasons without bits", "3003830100", "reasons 0");
        row("reasons without octets", "30028300", "malformed");
        row("nine unused bits", "300483020980", "malformed");
        row("a full name", "3008a006a0048602612f", "1 names");
        row("no name in a full name", "3004a002a000", "malformed");
        row("a relative name, and a zero behind it", "3011a00fa10d300b060355040313047061727400", "malformed");
        row("a relative name", "300fa00da10b3009060355040313026162", "relative");
        row("another tag", "3003860100", "malformed");
        row("something behind it", "30000500", "malformed");
        row("no sequence", "0500", "malformed");
        row("nothing", "", "malformed");
    }
    void issuingPoint_octets_areReadOrRefused() {
        QFETCH(QString, hex);
        QFETCH(QString, expected);
        const auto value = octets(hex);
        QCOMPARE(described(check::issuingPointOf(value)), expected);
    }

    void certificatePoints_octets_areReadOrRefused_data() {
        QTest::addColumn<QString>("hex");
        QTest::addColumn<int>("count");
        const auto row = [](const char* name, const char* hex, int count) {
            QTest::newRow(name) << QString::fromLatin1(hex) << count;
        };
        row("one URI", "300a3008a006a0048602612f", 1);
        row("two points", "300c30048102056030048102056 0", 2);
        row("a point without anything", "30023000", 1);
        row("a CRL issuer", "300f300da20ba40930073105300306012a", 1);
        row("no points", "3000", -1);
        row("not a sequence inside", "30020500", -1);
        row("something behind it", "300230000500", -1);
        row("an empty CRL issuer", "30043002a200", -1);
    }
    void certificatePoints_octets_areReadOrRefused() {
        QFETCH(QString, hex);
        QFETCH(int, count);
        const auto value = octets(hex.remove(QLatin1Char(' ')));
        const auto points = check::certificatePointsOf(value);
        QCOMPARE(points ? static_cast<int>(points->size()) : -1, count);
    }

    void points_anyOctets_neverOverrun() {
        const auto good = octets(QStringLiteral("301aa015a0138611687474703a2f2f612e6578616d706c652f8101ff"));
        for (std::size_t size = 0; size <= good.size(); ++size) {
            const base::Bytes cut(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size));
            check::issuingPointOf(cut);
            check::certificatePointsOf(cut);
        }
        for (std::size_t at = 0; at < good.size(); ++at)
            for (unsigned value = 0; value < 256; ++value) {
                base::Bytes changed = good;
                changed[at] = static_cast<std::uint8_t>(value);
                if (const auto point = check::issuingPointOf(changed); point && point->name)
                    check::comparable(*point->name, {changed});
                check::certificatePointsOf(changed);
            }
    }
};

QTEST_APPLESS_MAIN(TestDistributionPoint)
#include "test_distribution_point.moc"
