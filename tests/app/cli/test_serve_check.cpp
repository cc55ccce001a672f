// Why: an administrator asks a real server, before and after its reload, and is told what to do next.
#include <QTest>

#include "tests/app/cli/nginx_server_posix.h"
#include "tests/app/cli/renewals.h"

using namespace certwright;
using namespace certwright::test;

namespace {

const std::string hostName = "aoi.practice.test";

// findingOf is the first finding with this code; null if there is none.
nlohmann::json findingOf(const nlohmann::json& object, const std::string& code) {
    for (const auto& finding : object["findings"])
        if (finding["code"] == code)
            return finding;
    return {};
}

} // namespace

class TestServeCheck : public QObject {
    Q_OBJECT

  private:
    TemporaryFolder m_folder;
    Practice m_practice;
    Renewals m_renewals;

    // site serves a generation, with `more` lines.
    std::string site(int generation, const std::string& more = {}) {
        const std::string password = m_folder.write("password", usualPassword + "\n");
        const std::string full = m_renewals.full(generation);
        return "ssl_certificate " + full + "/server.crt;\nssl_certificate_key " + full +
               "/server.key;\nssl_password_file " + password + ";\n" + more;
    }
    Service installed(const std::string& name) {
        Service service = m_practice.copy("streamserver", m_folder, name);
        const Outcome outcome = runCli(service.import({m_renewals.full(0)}), usualPassword);
        if (outcome.exitCode != 0)
            qFatal("%s", outcome.out.substr(0, 2000).c_str());
        return service;
    }
    std::string clientsDemanded() {
        return "ssl_verify_client on;\nssl_client_certificate " + m_renewals.full(0) + "/ca.crt;\n";
    }
    // A client's certificate of a CA that nobody knows, and its key, in one file.
    std::string strangersCertificate() {
        const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        const auto lasting = [now](auto spec) {
            spec.notBefore = now - material::days(2);
            spec.notAfter = now + material::days(90);
            return spec;
        };
        const auto ca = material::issue(lasting(material::authoritySpec("Stranger")), material::rsaKey(101));
        const auto client =
            material::issue(lasting(material::serverSpec("client")), material::rsaKey(3), &ca);
        return m_folder.write("stranger.pem", material::pem(client) + material::keyPem(*client.key));
    }
    Outcome check(const NginxServer& server, const Arguments& more, const std::string& input = {}) {
        return runCli(together({"serve-check", server.address(), "--sni", hostName, "--json"}, more), input);
    }
    Outcome checkService(const NginxServer& server, const Service& service) {
        return check(server, service.place());
    }

  private Q_SLOTS:
    void initTestCase() { QVERIFY(m_practice.ok()); }

    void serveCheck_goodServer_isSeenWhole() {
        NginxServer server(site(0, "ssl_protocols TLSv1.2 TLSv1.3;\n"));
        QVERIFY2(server.runs(), server.complaint().c_str());
        const Outcome outcome = check(server, {"--ca", m_renewals.full(0) + "/ca.crt"});
        QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
        const auto object = parsed(outcome.out);
        const auto& seen = object["server"];
        QCOMPARE(seen["address"].get<std::string>(), server.address());
        QCOMPARE(seen["name"].get<std::string>(), hostName);
        QCOMPARE(seen["protocol"].get<std::string>(), std::string("TLSv1.3"));
        QCOMPARE(seen["versions"]["TLSv1.0"].get<std::string>(), std::string("refused"));
        QCOMPARE(seen["versions"]["TLSv1.2"].get<std::string>(), std::string("accepted"));
        QCOMPARE(seen["clientCertificate"].get<std::string>(), std::string("not-asked"));
        QCOMPARE(seen["chain"].size(), std::size_t{1});
        QCOMPARE(seen["path"].size(), std::size_t{2});
        QVERIFY(seen["staple"].is_null());
        QVERIFY(codesOf(object, "blocker").empty());
        QVERIFY(codesOf(object, "warning").empty());
    }

    // The page in both languages says what the JSON says.
    void serveCheck_page_isInBothLanguages() {
        NginxServer server(site(0));
        QVERIFY2(server.runs(), server.complaint().c_str());
        const Arguments arguments{"serve-check", server.address(), "--sni", "other.test", "--lang"};
        const Outcome english = runCli(together(arguments, {"en"}));
        QCOMPARE(english.exitCode, 1);
        QVERIFY(contains(english.out, "Certificates, in the order sent"));
        QVERIFY(contains(english.out, "TLSv1.3"));
        QVERIFY(contains(english.out, "other.test"));
        const Outcome chinese = runCli(together(arguments, {"zh"}));
        QCOMPARE(chinese.exitCode, 1);
        QVERIFY(contains(chinese.out, "TLSv1.3"));
    }

    void serveCheck_service_tellsWhetherItWasReloaded() {
        const Service service = installed("reload");
        NginxServer server(site(0));
        QVERIFY2(server.runs(), server.complaint().c_str());
        const auto before = parsed(checkService(server, service).out);
        QVERIFY(contains(codesOf(before), "served.installed"));
        // The practice service demands certificates of its clients, this server does not.
        QCOMPARE(codesOf(before, "blocker"), std::vector<std::string>{"served.no-client-check"});
        const Outcome replaced =
            runCli(together(together(service.verb("replace"), {"--yes", "--json", "--password-stdin"}),
                            {"--cert", m_renewals.certificate(1, KeyUse::Same)}));
        QVERIFY2(replaced.exitCode == 0, replaced.out.c_str());
        const Outcome outcome = checkService(server, service);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(contains(codesOf(parsed(outcome.out), "blocker"), "served.old"));
        NginxServer stranger(site(2));
        QVERIFY2(stranger.runs(), stranger.complaint().c_str());
        QVERIFY(contains(codesOf(parsed(checkService(stranger, service).out), "blocker"), "served.other"));
    }

    // nginx lets everybody through the handshake and answers 400 in HTTP.
    void serveCheck_nginxThatDemandsCertificates_isSeenToDoSo() {
        const Service service = installed("demand");
        NginxServer server(site(0, clientsDemanded()));
        QVERIFY2(server.runs(), server.complaint().c_str());
        const auto object = parsed(checkService(server, service).out);
        QCOMPARE(object["server"]["clientCertificate"].get<std::string>(), std::string("refused"));
        QVERIFY(codesOf(object, "blocker").empty());
        QVERIFY(contains(codesOf(object, "note"), "served.client-needed"));
        const Outcome page = runCli({"serve-check", server.address(), "--sni", hostName, "--lang", "en"});
        QCOMPARE(page.exitCode, 0);
        QVERIFY(contains(page.out, "turns away clients that show no certificate"));
        QVERIFY(contains(page.out, "--client-cert FILE"));
        NginxServer lax(site(0, "ssl_verify_client optional;\nssl_client_certificate " + m_renewals.full(0) +
                                    "/ca.crt;\n"));
        QVERIFY2(lax.runs(), lax.complaint().c_str());
        const auto let = parsed(checkService(lax, service).out);
        QCOMPARE(let["server"]["clientCertificate"].get<std::string>(), std::string("let-in"));
        QCOMPARE(codesOf(let, "blocker"), std::vector<std::string>{"served.no-client-check"});
    }

    void serveCheck_ownCertificate_isAcceptedOrRefused() {
        NginxServer server(site(0, clientsDemanded()));
        QVERIFY2(server.runs(), server.complaint().c_str());
        const Arguments good{"--client-cert", m_renewals.certificate(1), "--client-key", m_renewals.key(1),
                             "--password-stdin"};
        const Outcome accepted = check(server, good, usualPassword);
        QVERIFY2(accepted.exitCode == 0, accepted.out.c_str());
        QCOMPARE(parsed(accepted.out)["server"]["ownCertificate"].get<std::string>(),
                 std::string("accepted"));
        const Outcome refused = check(server, {"--client-cert", strangersCertificate()});
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(parsed(refused.out)["server"]["ownCertificate"].get<std::string>(), std::string("refused"));
        QCOMPARE(parsed(refused.out)["status"].get<int>(), 1);
        const auto finding = findingOf(parsed(refused.out), "served.client-refused");
        QCOMPARE(finding["severity"].get<std::string>(), std::string("blocker"));
        QVERIFY(contains(finding["data"]["subject"].get<std::string>(), "client"));
        QVERIFY(contains(finding["data"]["issuer"].get<std::string>(), "Stranger"));
        QVERIFY(!contains(codesOf(parsed(accepted.out)), "served.client-refused"));
        QVERIFY(!contains(codesOf(parsed(accepted.out)), "served.client-needed"));
        const Outcome wrong = check(server, good, "wrong password");
        QCOMPARE(wrong.exitCode, 3);
        QCOMPARE(parsed(wrong.out)["error"]["code"].get<std::string>(), std::string("password.unavailable"));
        const Outcome noKey =
            check(server, {"--client-cert", m_renewals.certificate(1), "--password-stdin"}, usualPassword);
        QCOMPARE(noKey.exitCode, 3);
    }

    void serveCheck_oldProtocol_isWarnedOf() {
        NginxServer server(site(0, "ssl_protocols TLSv1 TLSv1.1 TLSv1.2;\nssl_ciphers "
                                   "ECDHE-RSA-AES128-SHA:@SECLEVEL=0;\n"));
        QVERIFY2(server.runs(), server.complaint().c_str());
        const auto object = parsed(check(server, {}).out);
        const auto warnings = codesOf(object, "warning");
        QCOMPARE(std::ranges::count(warnings, std::string("served.protocol")), 2);
        QVERIFY(contains(warnings, "served.cipher"));
    }

    void serveCheck_noServer_saysWhatIsThere_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("nobody listens") << QStringList{"127.0.0.1:1"} << 3 << "connection.failed";
        QTest::newRow("no address") << QStringList{"localhost"} << 2 << "";
        QTest::newRow("no port") << QStringList{"[::1]:0"} << 2 << "";
        QTest::newRow("no CA file") << QStringList{"127.0.0.1:1", "--ca", "/nowhere/ca.crt"} << 3
                                    << "file.not-found";
        QTest::newRow("no service") << QStringList{"127.0.0.1:1", "--service", "nobody"} << 2
                                    << "profile.unknown";
        QTest::newRow("too patient") << QStringList{"127.0.0.1:1", "--timeout", "601"} << 2 << "";
        QTest::newRow("other STARTTLS") << QStringList{"127.0.0.1:1", "--starttls", "smtp"} << 2 << "";
    }
    void serveCheck_noServer_saysWhatIsThere() {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QString, code);
        Arguments all{"serve-check", "--json"};
        for (const QString& argument : arguments)
            all.push_back(argument.toStdString());
        const Outcome outcome = runCli(all);
        QVERIFY2(outcome.exitCode == status, (outcome.out + outcome.err).c_str());
        if (!code.isEmpty())
            QCOMPARE(QString::fromStdString(parsed(outcome.out)["error"]["code"].get<std::string>()), code);
    }

    void serveCheck_plainHttp_saysSo() {
        NginxServer server(site(0));
        QVERIFY2(server.runs(), server.complaint().c_str());
        // PostgreSQL's request is no TLS: nginx answers it in HTTP or closes.
        const Outcome outcome = check(server, {"--starttls", "postgres"});
        QCOMPARE(outcome.exitCode, 3);
        QCOMPARE(parsed(outcome.out)["error"]["code"].get<std::string>(), std::string("tls.failed"));
    }
};

QTEST_GUILESS_MAIN(TestServeCheck)
#include "test_serve_check.moc"
