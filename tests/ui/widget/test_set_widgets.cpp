// Why: dates, chains and changes decide what a person does next; what is shown of them is what core found, in
// order.
#include <QAccessible>
#include <QScrollBar>
#include <QTest>

#include "ui/widget/card.h"
#include "ui/widget/chain_tree.h"
#include "ui/widget/change_list.h"
#include "ui/widget/difference_view.h"
#include "ui/widget/time_axis.h"
#include "ui/widget/time_line.h"

using namespace certwright;
using job::EndRole;
using widget::Tone;

namespace {

base::Time at(const char* text) {
    return *base::parseTime(text);
}

const base::Time now = at("2026-11-21 12:00:00");

QString spokenName(QObject* object) {
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(object);
    return spoken != nullptr ? spoken->text(QAccessible::Name) : QString();
}

QStringList labelsIn(const QWidget& widget) {
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        texts << label->text();
    return texts;
}

document::CertificateFacts certificate(const std::string& name, const std::string& issuer, const char* end) {
    document::CertificateFacts facts;
    facts.subject = {"CN=" + name, name, base::Bytes(name.begin(), name.end())};
    facts.issuer = {"CN=" + issuer, issuer, base::Bytes(issuer.begin(), issuer.end())};
    facts.notAfter = at(end);
    facts.altNames = {{document::AltNameKind::Dns, name + ".example"}};
    facts.fingerprint = base::Bytes(name.begin(), name.end());
    return facts;
}

job::SetView someSet() {
    job::SetView view;
    view.chain = {certificate("leaf", "middle", "2027-11-21"), certificate("middle", "root", "2030-01-01"),
                  certificate("root", "root", "2036-01-01")};
    view.complete = true;
    view.authorities = {view.chain.back(), certificate("clients", "clients", "2031-01-01")};
    document::CrlFacts list;
    list.issuer = view.chain.back().subject;
    list.nextUpdate = at("2026-11-25");
    list.fingerprint = {1, 2, 3};
    view.lists = {list};
    return view;
}

} // namespace

class TestSetWidgets : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void timeLine_ends_areEarliestFirstAndWorded();
    void timeLine_tones_sayWhatIsUrgent_data();
    void timeLine_tones_sayWhatIsUrgent();
    void timeLine_chinese_isWholly();
    void timeAxis_laterDates_areFurtherRight();
    void chain_complete_hasTheCaAtTheRoot();
    void chain_incomplete_saysThatTheCaIsMissing();
    void chain_otherAuthoritiesAndLists_haveTheirPlace();
    void chain_opened_growsInsteadOfScrolling();
    void chain_inAnotherLanguage_keepsOpenRows();
    void difference_changedLines_standSideBySide();
    void difference_longLine_wraps();
    void difference_twoFiles_areNamedAndCountedApart();
    void changes_eachRow_saysOldAndNew();
    void changes_none_sayThatNothingChanges();
    void changes_ofAPlan_areNamedFromItsRoot();

  private:
    text::Phrasebook m_english{text::Language::English};
    text::Phrasebook m_chinese{text::Language::Chinese};
};

void TestSetWidgets::timeLine_ends_areEarliestFirstAndWorded() {
    widget::TimeLine line;
    line.setEnds({{EndRole::Ca, "ca", 0, "CN=root", at("2036-01-01")},
                  {EndRole::Crl, "crl", 0, "CN=root", at("2026-11-18 12:00:00")},
                  {EndRole::Server, "cert", 0, "CN=leaf", at("2027-06-21 12:00:00")}},
                 now, m_english);
    const QStringList rows = line.accessibleDescription().split(QLatin1Char('\n'));
    QCOMPARE(rows.size(), 3);
    QVERIFY(rows[0].contains(QStringLiteral("evocation list")));
    QVERIFY(rows[0].contains(QStringLiteral("expired 3")));
    QVERIFY(rows[1].contains(QStringLiteral("CN=leaf")));
    QVERIFY(rows[1].contains(QStringLiteral("21 June 2027, 12:00 UTC")));
    QVERIFY(rows[1].contains(QStringLiteral("212")));
    QVERIFY(rows[2].contains(QStringLiteral("CA certificate")));
    QVERIFY(labelsIn(line).contains(QStringLiteral("21 June 2027, 12:00 UTC · CN=leaf")));
}

void TestSetWidgets::timeLine_tones_sayWhatIsUrgent_data() {
    QTest::addColumn<EndRole>("role");
    QTest::addColumn<int>("days");
    QTest::addColumn<Tone>("tone");
    QTest::newRow("passed") << EndRole::Server << -1 << Tone::Blocker;
    QTest::newRow("a month") << EndRole::Server << 30 << Tone::Warning;
    QTest::newRow("more than a month") << EndRole::Server << 31 << Tone::Good;
    QTest::newRow("a list, next week") << EndRole::Crl << 7 << Tone::Warning;
    QTest::newRow("a list, later") << EndRole::Crl << 8 << Tone::Good;
    QTest::newRow("retention, now") << EndRole::Retention << 0 << Tone::Blocker;
}

void TestSetWidgets::timeLine_tones_sayWhatIsUrgent() {
    QFETCH(EndRole, role);
    QFETCH(int, days);
    QFETCH(Tone, tone);
    QCOMPARE(widget::toneOfEnd({role, {}, 0, {}, now + std::chrono::days(days)}, now), tone);
}

void TestSetWidgets::timeLine_chinese_isWholly() {
    widget::TimeLine line;
    line.setEnds({{EndRole::Server, "cert", 0, "CN=leaf", at("2027-06-21 12:00:00")}}, now, m_chinese);
    QVERIFY(labelsIn(line).contains(QStringLiteral("2027年6月21日 12:00 UTC · CN=leaf")));
    QVERIFY(labelsIn(line).contains(QStringLiteral("服务器证书")));
}

void TestSetWidgets::timeAxis_laterDates_areFurtherRight() {
    const widget::TimeAxis axis(now, at("2026-11-01"), at("2036-01-01"));
    double last = -1;
    for (const char* time :
         {"2026-11-01", "2026-11-20", "2026-11-22", "2026-12-21", "2027-11-21", "2036-01-01"}) {
        QVERIFY(axis.position(at(time)) > last);
        last = axis.position(at(time));
    }
    QCOMPARE(last, 1.0);
    const auto marks = axis.marks();
    QVERIFY(std::ranges::is_sorted(marks, {}, &widget::TimeAxis::Mark::position));
    QCOMPARE(std::ranges::count(marks, 0, &widget::TimeAxis::Mark::days), 1);
}

void TestSetWidgets::chain_complete_hasTheCaAtTheRoot() {
    widget::ChainTree tree;
    tree.setChain(someSet(), now, m_english);
    const QTreeWidgetItem* item = tree.topLevelItem(0);
    for (const char* name : {"root", "middle", "leaf"}) {
        QVERIFY2(item->text(0).contains(QLatin1String(name)), qPrintable(item->text(0)));
        QVERIFY(item->isExpanded());
        const QTreeWidgetItem* details = item->child(0);
        QVERIFY(!details->isExpanded());
        QStringList facts;
        for (int i = 0; i < details->childCount(); ++i)
            facts << details->child(i)->text(0);
        QVERIFY(facts.join(QLatin1Char('\n'))
                    .contains(QStringLiteral("DNS %1.example").arg(QLatin1String(name))));
        item = item->child(item->childCount() - 1);
    }
}

void TestSetWidgets::chain_incomplete_saysThatTheCaIsMissing() {
    auto view = someSet();
    view.chain.pop_back();
    view.complete = false;
    view.authorities.clear();
    view.lists.clear();
    widget::ChainTree tree;
    tree.setChain(view, now, m_english);
    QCOMPARE(tree.topLevelItemCount(), 1);
    QVERIFY(tree.topLevelItem(0)->text(0).contains(QStringLiteral("not among the files")));
    QVERIFY(tree.topLevelItem(0)->child(0)->text(0).contains(QStringLiteral("middle")));
}

void TestSetWidgets::chain_otherAuthoritiesAndLists_haveTheirPlace() {
    widget::ChainTree tree;
    tree.setChain(someSet(), now, m_english);
    QCOMPARE(tree.topLevelItemCount(), 2);
    QVERIFY(tree.topLevelItem(1)->text(0).contains(QStringLiteral("clients")));
    QVERIFY(tree.topLevelItem(0)->child(1)->text(0).contains(QStringLiteral("evocation list")));
}

void TestSetWidgets::chain_opened_growsInsteadOfScrolling() {
    widget::ChainTree tree;
    tree.setChain(someSet(), now, m_english);
    tree.resize(500, tree.sizeHint().height());
    tree.show();
    const int folded = tree.sizeHint().height();
    tree.setCurrentItem(tree.topLevelItem(0)->child(0));
    QTest::keyClick(&tree, Qt::Key_Right);
    QVERIFY(tree.sizeHint().height() > folded + 50);
    tree.resize(500, tree.sizeHint().height());
    QTRY_COMPARE(tree.verticalScrollBar()->maximum(), 0);
}

void TestSetWidgets::chain_inAnotherLanguage_keepsOpenRows() {
    widget::ChainTree tree;
    tree.setChain(someSet(), now, m_english);
    tree.topLevelItem(0)->child(0)->setExpanded(true);
    tree.topLevelItem(1)->setExpanded(false);
    tree.setChain(someSet(), now, m_chinese);
    QVERIFY(tree.topLevelItem(0)->child(0)->isExpanded());
    QVERIFY(!tree.topLevelItem(1)->isExpanded());
    QVERIFY(tree.topLevelItem(0)->text(0).contains(QStringLiteral("CA 证书")));
}

void TestSetWidgets::difference_changedLines_standSideBySide() {
    widget::DifferenceView view;
    view.setDifference({{' ', 9, "# TLS"},
                        {'-', 10, "on = false"},
                        {'+', 10, "on = true"},
                        {'+', 11, "cert = a.pem"},
                        {' ', 11, "# end"},
                        {'-', 30, "old = 1"}},
                       m_english);
    const QStringList rows = labelsIn(view);
    QCOMPARE(rows.size(), 7); // with the gaps before line 9 and line 30
    QVERIFY(rows[1].contains(QStringLiteral("# TLS")));
    QVERIFY(rows[2].contains(QStringLiteral("on = false")) && rows[2].contains(QStringLiteral("on = true")));
    QVERIFY(rows[3].contains(QStringLiteral("11")) && rows[3].contains(QStringLiteral("cert = a.pem")));
    QVERIFY(rows[4].contains(QStringLiteral("# end")));
    QVERIFY(rows[6].contains(QStringLiteral("30")) && rows[6].contains(QStringLiteral("old = 1")));
}

void TestSetWidgets::difference_twoFiles_areNamedAndCountedApart() {
    widget::DifferenceView view;
    view.setDifference({{'@', 0, "tls.conf"},
                        {'+', 1, "ssl_crl ca.crl;"},
                        {'+', 2, "ssl_verify_depth 4;"},
                        {'@', 0, "nginx.conf"},
                        {' ', 7, "server {"},
                        {'+', 8, "    include tls.conf;"},
                        {' ', 8, "    listen 443 ssl;"}},
                       m_english);
    QStringList texts;
    for (const QLabel* label : view.findChildren<QLabel*>())
        texts << label->text();
    QCOMPARE(texts.filter(QStringLiteral("File ")),
             (QStringList{QStringLiteral("File tls.conf"), QStringLiteral("File nginx.conf")}));
    QVERIFY(texts.contains(QStringLiteral("Line 7 stays: server {")));
    QVERIFY(texts.contains(QStringLiteral("Line 8 is new:     include tls.conf;")));
    QVERIFY(texts.contains(QStringLiteral("Line 8 stays:     listen 443 ssl;")));
}

void TestSetWidgets::difference_longLine_wraps() {
    widget::DifferenceView view;
    view.setDifference({{'+', 1, "cert = " + std::string(200, 'x')}}, m_english);
    QVERIFY(view.layout()->heightForWidth(400) > view.layout()->heightForWidth(4000) * 2);
    QVERIFY(view.minimumSizeHint().width() < 400);
}

void TestSetWidgets::changes_eachRow_saysOldAndNew() {
    widget::ChangeList list;
    list.setChanges(
        {{QStringLiteral("replace"), QStringLiteral("ssl/a.pem"), QStringLiteral("server certificate"),
          QStringLiteral("CN=old"), QStringLiteral("CN=new"), QStringLiteral("Mode 400")}},
        m_english);
    const QStringList seen = labelsIn(list);
    for (const char* part : {"replace", "ssl/a.pem", "server certificate", "CN=old", "CN=new", "Mode 400"}) {
        QVERIFY2(seen.contains(QLatin1String(part)), part);
        QVERIFY(spokenName(list.findChild<widget::Card*>()).contains(QLatin1String(part)));
    }
}

void TestSetWidgets::changes_none_sayThatNothingChanges() {
    widget::ChangeList list;
    list.setChanges({}, m_english);
    QCOMPARE(labelsIn(list), QStringList(QStringLiteral("Nothing to change.")));
}

void TestSetWidgets::changes_ofAPlan_areNamedFromItsRoot() {
    plan::Plan plan;
    plan.root = "/srv/stream";
    plan::Change change;
    change.path = "/srv/stream/ssl/a.pem";
    change.mode = 0400;
    change.before = plan::Before{std::string(64, 'a'), 0600, {}, 1};
    change.sha256 = std::string(64, 'b');
    change.about = "CN=new";
    plan.changes = {change};
    const auto disk = files::localFileSystem();
    const auto rows = widget::changeRows(plan, *disk, m_english);
    QCOMPARE(rows.size(), std::size_t{1});
    QCOMPARE(rows[0].path, QStringLiteral("ssl/a.pem"));
    QVERIFY(rows[0].before.contains(QStringLiteral("aaaaaaaaaaaaaaaa…")));
    QVERIFY(rows[0].after.contains(QStringLiteral("CN=new")));
    QVERIFY(rows[0].mode.contains(QStringLiteral("600 → 400")));
}

QTEST_MAIN(TestSetWidgets)
#include "test_set_widgets.moc"
