// Why: the wrong server block gives a certificate to names that it is not for, and a service's own programs
// run on a computer that others use: the person chooses the one and sees the other.
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "tests/ui/scene/gateway.h"
#include "tests/ui/wizard/files_hand.h"

using namespace certwright;
using namespace certwright::test;
using model::Stage;

class TestServerBlock : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void files_otherService_askNothing();
    void files_onlyBlock_isChosenByItself();
    void files_severalBlocks_oneMustBeChosen();
    void files_blockThatTakesIn_isShownAndKept();
    void files_blockWithoutSsl_isNamedAndWarnedOf();
    void files_noBlock_sayWhere();
    void files_otherFolder_forgetsTheChoice();
    void files_tab_reachesTheChoiceAfterTheSlots();
    void files_languageSwitched_keepsTheChoice();
    void preview_showsBothFilesAndWhatIsRun();
    void preview_reload_isOffUntilChosen();
    void preview_withoutRunner_saysSo();
    void apply_reloadChosen_runsBothInOrder();
    void apply_refused_putsBackAndSaysWhy();
    void apply_cancelledWhileAsking_putsBack();
    void done_withoutReload_saysHow();
    void done_reloadRefused_isTold();
};

namespace {

const std::string verify = "/usr/sbin/nginx -t -c ";
const std::string reload = "/usr/sbin/nginx -s reload -c ";

// Gateway is a window with an nginx folder of these blocks.
struct Gateway {
    NotingRunner runner;
    GuiScene scene;
    std::string root;

    explicit Gateway(const std::string& sites)
        : root(makeGateway(scene, sites)) {
        scene.host().runner = &runner;
    }
    bool to(Stage stage) {
        return walkTo(scene, gatewayDraft(scene, root), stage) && (stage != Stage::Files || reading(scene));
    }
    QComboBox* choice() { return scene.find<QComboBox>("block-choice"); }
    std::string site() { return readText(root + "/conf.d/sites.conf"); }
    const model::WizardDraft& draft() { return scene.wizard()->draft(); }
    // Looks at no server: there is none at the address that is proposed.
    bool chooseReload() {
        auto* box = scene.find<QCheckBox>("preview-reload");
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        auto* seen = scene.find<QLineEdit>("preview-seen-at");
        seen->selectAll();
        QTest::keyClick(seen, Qt::Key_Delete);
        return box->isChecked();
    }
    QString command() { return scene.find<QPlainTextEdit>("preview-command")->toPlainText(); }

    static std::string readText(const std::string& path) {
        const auto text = files::localFileSystem()->read(path, 1U << 20U, files::Links::Refuse);
        return text ? std::string(base::textOf(*text)) : std::string();
    }
};

QString words(const std::string& command, const Gateway& gateway) {
    return QString::fromStdString(command + gateway.root + "/nginx.conf");
}

} // namespace

void TestServerBlock::files_otherService_askNothing() {
    GuiScene scene;
    QVERIFY(walkTo(scene, draftOf(scene, "good-pem"), Stage::Files) && reading(scene));
    QVERIFY(scene.find<QComboBox>("block-choice") == nullptr);
}

void TestServerBlock::files_onlyBlock_isChosenByItself() {
    Gateway gateway(std::string(plainBlock) + appBlock);
    QVERIFY(gateway.to(Stage::Files));
    QVERIFY(gateway.choice() != nullptr && gateway.choice()->count() == 2);
    QVERIFY(gateway.choice()->currentText().contains(QStringLiteral("app.example.com")));
    QVERIFY(gateway.choice()->currentText().contains(QStringLiteral("conf.d/sites.conf:5")));
    QVERIFY(gateway.choice()->currentText().contains(QStringLiteral("443 ssl")));
    QVERIFY(textOf(gateway.scene, "block-details").contains(QStringLiteral("intern.example.com")));
    QVERIFY(gateway.draft().block.empty());
    QVERIFY(nextOffered(gateway.scene));
}

void TestServerBlock::files_severalBlocks_oneMustBeChosen() {
    Gateway gateway(std::string(appBlock) + shopBlock);
    QVERIFY(gateway.to(Stage::Files));
    QVERIFY(!nextOffered(gateway.scene));
    QVERIFY(textOf(gateway.scene, "files-lacking").contains(QStringLiteral("a server block")));
    QComboBox* choice = gateway.choice();
    QCOMPARE(choice->count(), 3);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_End);
    QCOMPARE(gateway.draft().block, std::string("conf.d/sites.conf:8"));
    QCOMPARE(choice->count(), 2);
    QVERIFY(choice->currentText().contains(QStringLiteral("shop.example.com")));
    QVERIFY(nextOffered(gateway.scene));
    QVERIFY(walkOn(gateway.scene, Stage::Preview));
    QVERIFY(gateway.command().contains(QStringLiteral("--server-block conf.d/sites.conf:8")));
    QVERIFY(walkOn(gateway.scene, Stage::Done));
    QVERIFY(gateway.site().find("shop.example.com") > gateway.site().find("include certwright/tls.conf;"));
    QVERIFY(gateway.site().find("include certwright/tls.conf;") > gateway.site().find("# The shop"));
}

void TestServerBlock::files_blockThatTakesIn_isShownAndKept() {
    std::string present = shopBlock;
    present.insert(present.find("    listen"), "    include certwright/tls.conf;\n");
    Gateway gateway(appBlock + present);
    QVERIFY(gateway.to(Stage::Files));
    QVERIFY(gateway.choice()->currentText().contains(QStringLiteral("shop.example.com")));
    QVERIFY(gateway.choice()->currentText().contains(QStringLiteral("uses it already")));
    QVERIFY(walkOn(gateway.scene, Stage::Done));
    QCOMPARE(gateway.site(), appBlock + present);
}

void TestServerBlock::files_blockWithoutSsl_isNamedAndWarnedOf() {
    Gateway gateway(plainBlock);
    QVERIFY(gateway.to(Stage::Files));
    QVERIFY(!nextOffered(gateway.scene));
    QTest::keyClick(gateway.choice(), Qt::Key_Down);
    QVERIFY(gateway.choice()->currentText().contains(QStringLiteral("without ssl")));
    QVERIFY(gateway.scene.texts("block-verdict").contains(QStringLiteral("listens without ssl")));
    QVERIFY(walkOn(gateway.scene, Stage::Check));
    QVERIFY(gateway.scene.shows(QStringLiteral("listens without ssl")));
}

void TestServerBlock::files_noBlock_sayWhere() {
    Gateway gateway("# nothing here\n");
    QVERIFY(gateway.to(Stage::Files));
    QVERIFY(gateway.choice() == nullptr);
    QVERIFY(gateway.scene.texts("block-verdict").contains(QStringLiteral("There is no server block in")));
    QVERIFY(walkOn(gateway.scene, Stage::Check));
    QVERIFY(gateway.scene.shows(QStringLiteral("There is no server block in")));
}

void TestServerBlock::files_otherFolder_forgetsTheChoice() {
    Gateway gateway(std::string(appBlock) + shopBlock);
    auto draft = gatewayDraft(gateway.scene, gateway.root);
    draft.block = "conf.d/sites.conf:400";
    QVERIFY(walkTo(gateway.scene, std::move(draft), Stage::Files) && reading(gateway.scene));
    QVERIFY(gateway.draft().block.empty());
    QVERIFY(!nextOffered(gateway.scene));
}

void TestServerBlock::files_tab_reachesTheChoiceAfterTheSlots() {
    Gateway gateway(appBlock);
    QVERIFY(gateway.to(Stage::Files));
    auto* last = gateway.scene.find<QPushButton>("slot-crl-clear");
    QVERIFY(last != nullptr);
    last->setFocus();
    QTest::keyClick(last, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(gateway.choice()));
    QVERIFY(!gateway.choice()->accessibleName().isEmpty());
    QVERIFY(!gateway.choice()->accessibleDescription().isEmpty());
}

void TestServerBlock::files_languageSwitched_keepsTheChoice() {
    Gateway gateway(std::string(appBlock) + shopBlock);
    QVERIFY(gateway.to(Stage::Files));
    QTest::keyClick(gateway.choice(), Qt::Key_End);
    gateway.scene.language().setLanguage(text::Language::Chinese);
    QVERIFY(gateway.scene.settle());
    QVERIFY(gateway.choice()->currentText().contains(QStringLiteral("shop.example.com")));
    gateway.scene.language().setLanguage(text::Language::English);
    QCOMPARE(gateway.draft().block, std::string("conf.d/sites.conf:8"));
}

void TestServerBlock::preview_showsBothFilesAndWhatIsRun() {
    Gateway gateway(appBlock);
    QVERIFY(gateway.to(Stage::Preview));
    QVERIFY(gateway.scene.texts("preview-config").contains(QStringLiteral("File certwright/tls.conf")));
    QVERIFY(gateway.scene.texts("preview-config").contains(QStringLiteral("File conf.d/sites.conf")));
    QVERIFY(gateway.scene.texts("preview-config")
                .contains(QStringLiteral("Line 2 is new:     include certwright/tls.conf;")));
    QVERIFY(gateway.scene.texts("preview-config").contains(QStringLiteral("Line 1 stays: server {")));
    QVERIFY(gateway.scene.texts("preview-files").contains(QStringLiteral("conf.d/sites.conf")));
    QVERIFY(gateway.scene.texts("preview-run").contains(words(verify, gateway)));
    QVERIFY(gateway.runner.ran.empty());
}

void TestServerBlock::preview_reload_isOffUntilChosen() {
    Gateway gateway(appBlock);
    QVERIFY(gateway.to(Stage::Preview));
    auto* box = gateway.scene.find<QCheckBox>("preview-reload");
    QVERIFY(box != nullptr && !box->isChecked());
    QVERIFY(textOf(gateway.scene, "preview-reload-text").contains(words(reload, gateway)));
    QVERIFY(textOf(gateway.scene, "preview-reload-text").contains(QStringLiteral("Without this")));
    QVERIFY(!gateway.command().contains(QStringLiteral("--reload")));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(textOf(gateway.scene, "preview-reload-text").contains(QStringLiteral("this is run as you")));
    QVERIFY(gateway.command().contains(QStringLiteral("--reload")));
    QVERIFY(gateway.draft().reload == job::Reload::Run);
}

void TestServerBlock::preview_withoutRunner_saysSo() {
    Gateway gateway(appBlock);
    gateway.scene.host().runner = nullptr;
    QVERIFY(gateway.to(Stage::Preview));
    QVERIFY(gateway.scene.find<QCheckBox>("preview-reload") == nullptr);
    QVERIFY(gateway.scene.texts("preview-run").contains(QStringLiteral("/usr/sbin/nginx is not on this")));
}

void TestServerBlock::apply_reloadChosen_runsBothInOrder() {
    Gateway gateway(appBlock);
    QVERIFY(gateway.to(Stage::Preview));
    QVERIFY(gateway.chooseReload());
    QVERIFY(walkOn(gateway.scene, Stage::Done) && gateway.scene.settle());
    QCOMPARE(gateway.runner.ran, (std::vector<std::string>{words(verify, gateway).toStdString(),
                                                           words(reload, gateway).toStdString()}));
    QVERIFY(gateway.scene.shows(QStringLiteral("The running service has taken over")));
    QVERIFY(!gateway.scene.shows(QStringLiteral("Reload it with")));
}

void TestServerBlock::apply_refused_putsBackAndSaysWhy() {
    Gateway gateway(appBlock);
    gateway.runner.ended = {1, 0, "nginx: [emerg] unknown directive \"lisen\" in /etc/nginx/nginx.conf:3\n"};
    const auto before = treeOf(gateway.root);
    QVERIFY(gateway.to(Stage::Preview));
    QVERIFY(gateway.chooseReload());
    QVERIFY(gateway.scene.click("wizard-next") && gateway.scene.settle());
    QCOMPARE(gateway.scene.wizard()->stage(), Stage::Apply);
    QVERIFY(gateway.scene.shows(QStringLiteral("it does not know a directive")));
    QCOMPARE(gateway.runner.ran.size(), std::size_t{1});
    QVERIFY(treeOf(gateway.root) == before);
}

void TestServerBlock::apply_cancelledWhileAsking_putsBack() {
    Gateway gateway(appBlock);
    gateway.runner.waits = true;
    const auto before = treeOf(gateway.root);
    QVERIFY(gateway.to(Stage::Preview));
    QVERIFY(gateway.scene.click("wizard-next"));
    QTRY_VERIFY_WITH_TIMEOUT(gateway.scene.shows(QStringLiteral("Asking the service itself")), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(gateway.scene.shows(QStringLiteral("own program has not ended yet")), 10000);
    QVERIFY(gateway.scene.click("wizard-cancel") && gateway.scene.settle());
    QVERIFY(gateway.scene.shows(QStringLiteral("Stopped. Nothing has changed.")));
    QVERIFY(treeOf(gateway.root) == before);
}

void TestServerBlock::done_withoutReload_saysHow() {
    Gateway gateway(appBlock);
    QVERIFY(gateway.to(Stage::Done) && gateway.scene.settle());
    QCOMPARE(gateway.runner.ran, std::vector<std::string>{words(verify, gateway).toStdString()});
    const QString next = gateway.scene.texts("done-next");
    QVERIFY(next.contains(QStringLiteral("Reload it with: ") + words(reload, gateway)));
    QVERIFY(next.contains(QStringLiteral("certwright-cli unlock --service nginx")));
    QVERIFY(next.contains(QStringLiteral("--systemd")));
    QVERIFY(next.indexOf(QStringLiteral("--systemd")) < next.indexOf(QStringLiteral("Reload it with")));
    QVERIFY(!next.contains(QStringLiteral("Restart the service now")));
}

void TestServerBlock::done_reloadRefused_isTold() {
    Gateway gateway(appBlock);
    QVERIFY(gateway.to(Stage::Preview));
    QVERIFY(gateway.chooseReload());
    // nginx -t succeeds, the signal does not.
    gateway.runner.refusedAfter = 1;
    QVERIFY(walkOn(gateway.scene, Stage::Done) && gateway.scene.settle());
    QVERIFY(gateway.scene.texts("done-next").contains(QStringLiteral("did not take them over")));
    QVERIFY(!gateway.scene.shows(QStringLiteral("The running service has taken over")));
}

QTEST_MAIN(TestServerBlock)
#include "test_server_block.moc"
