// Why: a folder is judged while it is typed, and a profile with a mistake must not take the others along.
#include <QTest>

#include "tests/support/temporary_folder.h"
#include "ui/model/service_choice.h"

using namespace certwright;
using model::RootState;
using profile::ProfileText;
using test::TemporaryFolder;

namespace {

std::string shippedText(const std::string& id) {
    for (const ProfileText& text : profile::shippedProfiles())
        if (text.yaml.find("\nid: " + id + "\n") != std::string::npos)
            return text.yaml;
    qFatal("no profile %s", id.c_str());
}

std::string renamed(std::string yaml, const std::string& from, const std::string& to) {
    yaml.replace(yaml.find("\nid: " + from + "\n"), from.size() + 6, "\nid: " + to + "\n");
    return yaml;
}

QStringList namesOf(const std::vector<model::ServiceOption>& options) {
    QStringList names;
    for (const auto& option : options)
        names << QString::fromStdString(option.name) +
                     (option.usable() ? QString() : QStringLiteral(" (not usable)"));
    return names;
}

} // namespace

class TestServiceChoice : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void options_ownProfiles_comeFirst_data();
    void options_ownProfiles_comeFirst();
    void root_eachKind_isToldApart_data();
    void root_eachKind_isToldApart();
    void root_madeConfig_isKnownByWhatTakesItIn();
};

void TestServiceChoice::options_ownProfiles_comeFirst_data() {
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QStringList>("names");
    const auto text = [](const std::string& yaml) { return QString::fromStdString(yaml); };
    const QString broken = QStringLiteral("id: mine\n");
    const QString brokenAoi = QStringLiteral("id: aoi\ntitle: 3\n");
    const QStringList others{QStringLiteral("nginx"), QStringLiteral("postgresql"), QStringLiteral("redis")};
    const QString aoi = QStringLiteral("aoi");
    const QString streamServer = QStringLiteral("streamserver");
    const QStringList shipped = QStringList{aoi} + others + QStringList{streamServer};
    QTest::newRow("none") << QStringList() << shipped;
    QTest::newRow("another service") << QStringList(text(renamed(shippedText("aoi"), "aoi", "mine")))
                                     << QStringList{QStringLiteral("mine")} + shipped;
    QTest::newRow("in place of a shipped one")
        << QStringList(text(shippedText("streamserver"))) << QStringList{streamServer, aoi} + others;
    QTest::newRow("broken") << QStringList(broken)
                            << shipped + QStringList{QStringLiteral("own-0.yaml (not usable)")};
    QTest::newRow("broken one of a shipped id")
        << QStringList(brokenAoi) << others + QStringList{streamServer, QStringLiteral("aoi (not usable)")};
    const QString twin = text(renamed(shippedText("aoi"), "aoi", "mine"));
    QTest::newRow("two of one id") << QStringList{twin, twin}
                                   << shipped + QStringList{QStringLiteral("mine (not usable)")};
}

void TestServiceChoice::options_ownProfiles_comeFirst() {
    QFETCH(QStringList, texts);
    QFETCH(QStringList, names);
    std::vector<ProfileText> own;
    for (const QString& text : texts)
        own.push_back({"own-" + std::to_string(own.size()) + ".yaml", text.toStdString()});
    const auto options = model::serviceOptions(own);
    QCOMPARE(namesOf(options), names);
    for (const auto& option : options)
        QVERIFY(option.usable() ? option.profile.has_value()
                                : option.error->code == base::ErrorCode::ProfileInvalid);
}

void TestServiceChoice::root_eachKind_isToldApart_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<RootState>("state");
    QTest::newRow("service") << QStringLiteral("service") << RootState::Usable;
    QTest::newRow("empty folder") << QStringLiteral("empty") << RootState::NoConfig;
    QTest::newRow("config is a folder") << QStringLiteral("odd") << RootState::NoConfig;
    QTest::newRow("config's folder is a file") << QStringLiteral("odder") << RootState::NoConfig;
    QTest::newRow("missing") << QStringLiteral("missing") << RootState::Missing;
    QTest::newRow("file") << QStringLiteral("file") << RootState::NotFolder;
    QTest::newRow("below a file") << QStringLiteral("file/below") << RootState::NotFolder;
}

void TestServiceChoice::root_eachKind_isToldApart() {
    QFETCH(QString, name);
    QFETCH(RootState, state);
    const TemporaryFolder folder;
    const auto disk = files::localFileSystem();
    const auto profile = profile::findProfile("streamserver", {});
    QVERIFY(profile.has_value());
    folder.write("service/config/streamserver.conf", std::string_view("stream_port = 1\n"));
    folder.makeFolder("empty");
    folder.makeFolder("odd/config/streamserver.conf");
    folder.write("odder/config", std::string_view("x"));
    folder.write("file", std::string_view("x"));
    QCOMPARE(model::judgeRoot(*disk, *profile, folder.at(name.toStdString())), state);
    QCOMPARE(model::judgeRoot(*disk, *profile, {}), RootState::Empty);
    QCOMPARE(model::judgeRoot(*disk, *profile, "service"), RootState::Relative);
}

void TestServiceChoice::root_madeConfig_isKnownByWhatTakesItIn() {
    const TemporaryFolder folder;
    const auto disk = files::localFileSystem();
    const auto nginx = profile::findProfile("nginx", {});
    const auto redis = profile::findProfile("redis", {});
    QVERIFY(nginx && redis);
    QCOMPARE(model::recognisingFile(*nginx), std::string("nginx.conf"));
    QCOMPARE(model::recognisingFile(*redis), std::string("redis.conf"));
    folder.makeFolder("empty");
    folder.write("nginx/nginx.conf", std::string_view("events {}\n"));
    QCOMPARE(model::judgeRoot(*disk, *nginx, folder.at("nginx")), RootState::Usable);
    QCOMPARE(model::judgeRoot(*disk, *nginx, folder.at("empty")), RootState::NoConfig);
}

QTEST_GUILESS_MAIN(TestServiceChoice)
#include "test_service_choice.moc"
