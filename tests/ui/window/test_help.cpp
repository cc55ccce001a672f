// Why: help that is missing, untranslated, or has dead links is found by a person in need; better by a test.
#include <QListWidget>
#include <QRegularExpression>
#include <QTextBrowser>

#include "tests/ui/scene/wizard_walk.h"

using namespace certwright;
using test::GuiScene;
using text::Language;

namespace {

qsizetype chineseLetters(const QString& text) {
    return std::ranges::count_if(text,
                                 [](QChar c) { return c.unicode() >= 0x4E00 && c.unicode() <= 0x9FFF; });
}

QStringList linksOf(const QString& page) {
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)]*)\\)"));
    QStringList links;
    for (auto found = link.globalMatch(page); found.hasNext();)
        links << found.next().captured(1);
    return links;
}

window::HelpWindow* helpOf(GuiScene& scene) {
    return scene.window().findChild<window::HelpWindow*>();
}

// pressedF1 returns the topic that F1 opens now.
QString pressedF1(GuiScene& scene) {
    QTest::keyClick(&scene.window(), Qt::Key_F1);
    auto* help = helpOf(scene);
    if (help == nullptr || !help->isVisible())
        return {};
    const QString topic = help->topic();
    help->close();
    scene.window().activateWindow();
    return topic;
}

} // namespace

class TestHelp : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void pages_everyTopic_isWholeInBothLanguages_data();
    void pages_everyTopic_isWholeInBothLanguages();
    void pages_rendered_showNoMarkup_data() { pages_everyTopic_isWholeInBothLanguages_data(); }
    void pages_rendered_showNoMarkup();
    void f1_everyPlace_opensItsPage();
    void f1_everyWizardPage_opensItsPage();
    void language_switched_keepsTheTopic();
    void keys_altLeftAndRight_goBackAndForward();
    void keys_escape_closes();
    void list_rowChosen_showsItsTopic();
    void link_toTheNetwork_leadsNowhere();
};

void TestHelp::pages_everyTopic_isWholeInBothLanguages_data() {
    QTest::addColumn<QString>("topic");
    for (const QString& topic : window::helpTopics())
        QTest::newRow(qPrintable(topic)) << topic;
}

void TestHelp::pages_everyTopic_isWholeInBothLanguages() {
    QFETCH(QString, topic);
    const QString english = window::helpPage(topic, Language::English);
    const QString chinese = window::helpPage(topic, Language::Chinese);
    QVERIFY(english.startsWith(QStringLiteral("# ")) && chinese.startsWith(QStringLiteral("# ")));
    QVERIFY(window::helpTitle(topic, Language::English) != window::helpTitle(topic, Language::Chinese));
    QCOMPARE(chineseLetters(english), 0);
    // What is typed is the same in both.
    QString words = chinese;
    words.remove(QRegularExpression(QStringLiteral("`[^`]*`")));
    QVERIFY(chineseLetters(chinese) * 3 > words.size());
    const auto lines = english.count(QLatin1Char('\n'));
    QVERIFY2(lines >= 15 && lines <= 40, qPrintable(QString::number(lines)));
    // The same sections, lists and links in both.
    for (const char* mark : {"\n## ", "\n* ", "\n1. "})
        QCOMPARE(chinese.count(QLatin1String(mark)), english.count(QLatin1String(mark)));
    QStringList there = linksOf(english);
    QStringList here = linksOf(chinese);
    QVERIFY(!there.isEmpty());
    for (const QString& link : there + here)
        QVERIFY2(window::helpTopics().contains(link), qPrintable(link));
    there.sort();
    here.sort();
    QCOMPARE(here, there);
}

void TestHelp::pages_rendered_showNoMarkup() {
    QFETCH(QString, topic);
    GuiScene scene;
    scene.window().findChild<QAction*>(QStringLiteral("action-help"))->trigger();
    helpOf(scene)->showTopic(topic);
    for (const Language language : {Language::English, Language::Chinese}) {
        scene.language().setLanguage(language);
        const auto* browser = helpOf(scene)->findChild<QTextBrowser*>();
        const QString shown = browser->toPlainText();
        for (const char* mark : {"**", "](", "`", "##"})
            QVERIFY2(!shown.contains(QLatin1String(mark)),
                     qPrintable(shown.mid(shown.indexOf(QLatin1String(mark)) - 20, 60)));
        static const QRegularExpression tornApart(
            QStringLiteral("[\\x{4E00}-\\x{9FFF}，。；：、（）] [\\x{4E00}-\\x{9FFF}，。；：、（）]"));
        const auto torn = tornApart.match(shown);
        QVERIFY2(!torn.hasMatch(), qPrintable(shown.mid(torn.capturedStart() - 10, 25)));
    }
}

void TestHelp::f1_everyPlace_opensItsPage() {
    GuiScene scene;
    QCOMPARE(pressedF1(scene), QStringLiteral("start"));
    scene.window().showPlace(window::Place::Services);
    QCOMPARE(pressedF1(scene), QStringLiteral("services"));
    scene.window().showPlace(window::Place::History);
    QCOMPARE(pressedF1(scene), QStringLiteral("history"));
}

void TestHelp::f1_everyWizardPage_opensItsPage() {
    GuiScene scene;
    test::WizardWalk walk(scene);
    walk.begin("streamserver", "good-pem");
    const std::pair<model::Stage, const char*> pages[]{
        {model::Stage::Service, "wizard-service"},   {model::Stage::Files, "wizard-files"},
        {model::Stage::Password, "wizard-password"}, {model::Stage::Check, "wizard-check"},
        {model::Stage::Preview, "wizard-preview"},   {model::Stage::Done, "wizard-done"}};
    for (const auto& [stage, topic] : pages) {
        QVERIFY2(walk.to(stage), topic);
        QCOMPARE(pressedF1(scene), QLatin1String(topic));
    }
}

void TestHelp::language_switched_keepsTheTopic() {
    GuiScene scene;
    scene.window().findChild<QAction*>(QStringLiteral("action-help"))->trigger();
    auto* help = helpOf(scene);
    help->showTopic(QStringLiteral("history"));
    const QString title = help->windowTitle();
    scene.language().setLanguage(Language::Chinese);
    QCOMPARE(help->topic(), QStringLiteral("history"));
    QVERIFY(chineseLetters(help->findChild<QTextBrowser*>()->toPlainText()) > 100);
    QVERIFY(help->windowTitle() != title);
    QCOMPARE(help->findChild<QListWidget*>()->currentRow(),
             window::helpTopics().indexOf(QStringLiteral("history")));
}

void TestHelp::keys_altLeftAndRight_goBackAndForward() {
    GuiScene scene;
    scene.window().findChild<QAction*>(QStringLiteral("action-help"))->trigger();
    auto* help = helpOf(scene);
    QTRY_COMPARE(QApplication::activeWindow(), help);
    help->showTopic(QStringLiteral("services"));
    help->showTopic(QStringLiteral("history"));
    QTest::keyClick(help, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(help->topic(), QStringLiteral("services"));
    QTest::keyClick(help, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(help->topic(), QStringLiteral("start"));
    QTest::keyClick(help, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(help->topic(), QStringLiteral("start"));
    QTest::keyClick(help, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(help->topic(), QStringLiteral("services"));
    help->showTopic(QStringLiteral("wizard-done"));
    QTest::keyClick(help, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(help->topic(), QStringLiteral("wizard-done"));
}

void TestHelp::keys_escape_closes() {
    GuiScene scene;
    scene.window().findChild<QAction*>(QStringLiteral("action-help"))->trigger();
    QTRY_COMPARE(QApplication::activeWindow(), helpOf(scene));
    QTest::keyClick(helpOf(scene), Qt::Key_Escape);
    QVERIFY(!helpOf(scene)->isVisible());
}

void TestHelp::list_rowChosen_showsItsTopic() {
    GuiScene scene;
    scene.window().findChild<QAction*>(QStringLiteral("action-help"))->trigger();
    auto* list = helpOf(scene)->findChild<QListWidget*>();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    QCOMPARE(helpOf(scene)->topic(), QStringLiteral("install"));
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(helpOf(scene)->topic(), QStringLiteral("history"));
}

void TestHelp::link_toTheNetwork_leadsNowhere() {
    GuiScene scene;
    scene.window().findChild<QAction*>(QStringLiteral("action-help"))->trigger();
    auto* browser = helpOf(scene)->findChild<QTextBrowser*>();
    const QString before = browser->toPlainText();
    Q_EMIT browser->anchorClicked(QUrl(QStringLiteral("https://example.org/")));
    QCOMPARE(browser->toPlainText(), before);
    QCOMPARE(helpOf(scene)->topic(), QStringLiteral("start"));
    Q_EMIT browser->anchorClicked(QUrl(QStringLiteral("wizard-service")));
    QCOMPARE(helpOf(scene)->topic(), QStringLiteral("wizard-service"));
}

QTEST_MAIN(TestHelp)
#include "test_help.moc"
