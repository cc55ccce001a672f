// Why: what is left behind after an import decides who can read the key tomorrow, and who knows what was
// done.
#include <QComboBox>
#include <QFile>
#include <QLabel>

#include "tests/ui/wizard/walk.h"

using namespace certwright;
using model::Stage;
using test::GuiScene;

class TestDonePage : public QObject {
    Q_OBJECT

  private:
    QByteArray saved(GuiScene& scene, const char* button, const char* name) {
        const QString path = QString::fromStdString(scene.path("documents/")) + QLatin1String(name);
        scene.dialogs().saveAs = path;
        if (!scene.click(button) || !scene.settle())
            return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<GuiScene> done(const char* set = "good-pem") {
        auto scene = std::make_unique<GuiScene>();
        if (!test::walkTo(*scene, test::draftOf(*scene, set), Stage::Done) || !scene->settle())
            return nullptr;
        return scene;
    }

  private Q_SLOTS:
    void shown_tellsProofAndWhatToDo();
    void secrets_areGoneAtOnce();
    void report_bothKinds_holdFingerprintsAndNoSecret();
    void calendar_saved_hasTheDates();
    void save_fails_isTold();
    void sources_removed_areGone();
    void sources_answeredNo_stay();
    void sources_changedMeanwhile_stay();
    void another_startsAFreshWizard();
    void close_endsTheWizard();
    void language_switched_keepsEverything();
};

void TestDonePage::shown_tellsProofAndWhatToDo() {
    const auto scene = done();
    QVERIFY(scene != nullptr);
    QVERIFY(scene->shows(QStringLiteral("Imported.")));
    QVERIFY(scene->shows(QStringLiteral("Restart the service now")));
    QVERIFY(scene->shows(QStringLiteral("certwright-cli unlock")));
    QVERIFY(scene->shows(QStringLiteral("A client that trusts the CA accepts the server")));
    QVERIFY(scene->shows(QStringLiteral("TLSv1.3")));
    QVERIFY(scene->find<QPushButton>("wizard-back") == nullptr);
}

void TestDonePage::secrets_areGoneAtOnce() {
    const auto scene = done();
    QVERIFY(scene != nullptr);
    QVERIFY(scene->wizard()->draft().passwords.empty());
}

void TestDonePage::report_bothKinds_holdFingerprintsAndNoSecret() {
    const auto scene = done();
    QVERIFY(scene != nullptr);
    auto* language = scene->find<QComboBox>("report-language");
    QVERIFY(language != nullptr);
    language->setFocus();
    QTest::keyClick(language, Qt::Key_End);
    const QByteArray html = saved(*scene, "report-html", "report.html");
    QVERIFY(html.contains("SHA-256") && html.contains("Changes / 更改") == false);
    QVERIFY(html.contains("更改") && html.contains("Changes"));
    QVERIFY(!html.contains("PRIVATE KEY"));
    QVERIFY(saved(*scene, "report-pdf", "report.pdf").startsWith("%PDF-"));
    QVERIFY(scene->shows(QStringLiteral("Saved.")));
}

void TestDonePage::calendar_saved_hasTheDates() {
    const auto scene = done();
    QVERIFY(scene != nullptr);
    QVERIFY(saved(*scene, "done-calendar", "dates.ics").contains("BEGIN:VALARM"));
}

void TestDonePage::save_fails_isTold() {
    const auto scene = done();
    QVERIFY(scene != nullptr);
    scene->files().disarm();
    scene->files().failFrom(1, base::ErrorCode::DiskFull);
    QVERIFY(saved(*scene, "report-html", "report.html").isEmpty());
    QVERIFY(scene->shows(QStringLiteral("disk is full")));
}

void TestDonePage::sources_removed_areGone() {
    const auto scene = done();
    QVERIFY(scene != nullptr);
    QVERIFY(scene->shows(QStringLiteral("server.key")));
    QVERIFY(scene->click("clean-remove"));
    QVERIFY(scene->settle());
    QCOMPARE(scene->dialogs().asked.size(), 1);
    QVERIFY(!QFile::exists(QString::fromStdString(scene->path("practice/material/good-pem/server.key"))));
    QVERIFY(scene->shows(QStringLiteral("overwritten and removed.")));
    QVERIFY(scene->find<QPushButton>("clean-remove") == nullptr);
}

void TestDonePage::sources_answeredNo_stay() {
    const auto scene = done();
    QVERIFY(scene != nullptr);
    scene->dialogs().yes = false;
    QVERIFY(scene->click("clean-remove"));
    QVERIFY(scene->settle());
    QVERIFY(QFile::exists(QString::fromStdString(scene->path("practice/material/good-pem/server.key"))));
}

void TestDonePage::sources_changedMeanwhile_stay() {
    const auto scene = done();
    QVERIFY(scene != nullptr);
    QFile key(QString::fromStdString(scene->path("practice/material/good-pem/server.key")));
    QVERIFY(key.open(QIODevice::Append) && key.write("\n") == 1);
    key.close();
    QVERIFY(scene->click("clean-remove"));
    QVERIFY(scene->settle());
    QVERIFY(key.exists());
    QVERIFY(scene->shows(QStringLiteral("was not removed")));
}

void TestDonePage::another_startsAFreshWizard() {
    const auto scene = done();
    QVERIFY(scene != nullptr);
    QVERIFY(scene->click("done-another"));
    QVERIFY(scene->settle());
    QVERIFY(scene->wizard() != nullptr);
    QCOMPARE(scene->wizard()->stage(), Stage::Service);
    QVERIFY(scene->wizard()->draft().paths.empty());
}

void TestDonePage::close_endsTheWizard() {
    const auto scene = done();
    QVERIFY(scene != nullptr);
    QVERIFY(scene->click("wizard-next"));
    QVERIFY(scene->settle());
    QVERIFY(scene->wizard() == nullptr);
}

void TestDonePage::language_switched_keepsEverything() {
    const auto scene = done();
    QVERIFY(scene != nullptr);
    scene->language().setLanguage(text::Language::Chinese);
    QVERIFY(scene->settle());
    QCOMPARE(scene->wizard()->stage(), Stage::Done);
    QVERIFY(scene->shows(QStringLiteral("TLSv1.3")));
    QVERIFY(scene->shows(QStringLiteral("server.key")));
    QCOMPARE(scene->find<QComboBox>("report-language")->currentIndex(), 1);
}

QTEST_MAIN(TestDonePage)
#include "test_done_page.moc"
