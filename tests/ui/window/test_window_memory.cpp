// Why: whoever can read this program's memory after an import must find neither the password nor the key
// (DESIGN promise 4), however they came in.
#include <QTest>

#include <fstream>

#include <QClipboard>
#include <QKeyEvent>
#include <QMimeData>

#include "tests/core/secret/memory_map.h"
#include "tests/support/run_program.h"
#include "tests/ui/wizard/walk.h"

using namespace certwright;
using model::Stage;
using test::GuiScene;

namespace {

// Hidden is a text of which this process holds the complement only.
class Hidden {
  public:
    explicit Hidden(const std::string& complement)
        : m_complement(complement) {}
    int size() const { return static_cast<int>(m_complement.size() / 2); }
    char16_t at(int index) const {
        const auto octet = [&](int i) {
            return static_cast<unsigned>(
                static_cast<unsigned char>(~m_complement.at(static_cast<std::size_t>(i))));
        };
        return static_cast<char16_t>(octet(2 * index) | octet(2 * index + 1) << 8U);
    }

  private:
    std::string m_complement;
};

// HiddenMime is what another program has in its clipboard: it comes into this one when it is asked for.
class HiddenMime final : public QMimeData {
  public:
    explicit HiddenMime(Hidden text)
        : m_text(std::move(text)) {}
    bool hasFormat(const QString& format) const override { return formats().contains(format); }
    QStringList formats() const override { return {QStringLiteral("text/plain;charset=utf-8")}; }

  protected:
    QVariant retrieveData(const QString&, QMetaType) const override {
        QByteArray octets;
        octets.reserve(m_text.size() * 3);
        for (int i = 0; i < m_text.size(); ++i) {
            const char32_t c = m_text.at(i);
            if (c < 0x80) {
                octets.append(static_cast<char>(c));
            } else {
                octets.append(static_cast<char>(0xE0U | (c >> 12U)));
                octets.append(static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)));
                octets.append(static_cast<char>(0x80U | (c & 0x3FU)));
            }
        }
        return octets;
    }

  private:
    Hidden m_text;
};

void type(QWidget* field, const Hidden& text) {
    for (int i = 0; i < text.size(); ++i)
        for (const QEvent::Type kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(kind, 0, Qt::NoModifier, QString(QChar(text.at(i))));
            QCoreApplication::sendEvent(field, &event);
        }
}

void paste(QWidget* field, const Hidden& text) {
    QGuiApplication::clipboard()->setMimeData(new HiddenMime(text));
    QTest::keySequence(field, QKeySequence::Paste);
}

} // namespace

class TestWindowMemory : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void import_done_nothingIsLeft_data();
    void import_done_nothingIsLeft();

  private:
    enum class Entry { Typed, Pasted, None };
    struct Needle {
        std::string name;
        std::string complement;
    };
    QStringList found() const;

    test::TemporaryFolder m_folder;
    std::vector<Needle> m_needles;
};

void TestWindowMemory::initTestCase() {
    const auto made = test::runProgram("python3", {CERTWRIGHT_MAKE_SECRETS, m_folder.path()});
    QVERIFY2(made.exitCode == 0, made.err.c_str());
    std::ifstream file(m_folder.at("needles"));
    for (std::string line; std::getline(file, line);) {
        const auto octets = base::fromHex(line.substr(line.find('\t') + 1));
        QVERIFY(octets.has_value());
        m_needles.push_back({line.substr(0, line.find('\t')), std::string(octets->begin(), octets->end())});
    }
    QCOMPARE(m_needles.size(), std::size_t{15});
}

QStringList TestWindowMemory::found() const {
    QStringList names;
    for (const Needle& needle : m_needles)
        if (const int copies = test::copiesInMemory(needle.complement); copies > 0)
            names << QStringLiteral("%1 (%2)").arg(QString::fromStdString(needle.name)).arg(copies);
    return names;
}

void TestWindowMemory::import_done_nothingIsLeft_data() {
    QTest::addColumn<QString>("delivery");
    QTest::addColumn<int>("entry");
    QTest::newRow("typed") << "locked" << static_cast<int>(Entry::Typed);
    QTest::newRow("pasted") << "locked" << static_cast<int>(Entry::Pasted);
    QTest::newRow("key in clear") << "clear" << static_cast<int>(Entry::None);
    QTest::newRow("key in clear, in an archive") << "clear.zip" << static_cast<int>(Entry::None);
}

void TestWindowMemory::import_done_nothingIsLeft() {
    QFETCH(QString, delivery);
    QFETCH(int, entry);
    GuiScene scene;
    auto draft = scene.draftFor("streamserver");
    draft.paths = {m_folder.at(delivery.toStdString())};
    const Hidden password(m_folder.read("password"));
    if (static_cast<Entry>(entry) != Entry::None) {
        QVERIFY(test::walkTo(scene, std::move(draft), Stage::Password));
        auto* field = scene.find<QWidget>("password");
        QVERIFY(field != nullptr);
        QCOMPARE(found(), QStringList());
        if (static_cast<Entry>(entry) == Entry::Typed)
            type(field, password);
        else
            paste(field, password);
        // The search finds what is there: in the field's locked pages, and nowhere else.
        QCOMPARE(found(), QStringList{QStringLiteral("password in UTF-8 (1)")});
        QVERIFY(test::walkOn(scene, Stage::Preview));
    } else {
        QVERIFY(test::walkTo(scene, std::move(draft), Stage::Preview));
    }
    QVERIFY(scene.settle());
    // Here the key is open, in the pages of the job.
    const QString open = found().join(QStringLiteral(", "));
    QVERIFY2(open.contains(QLatin1String("prime1 big-endian")), qPrintable(open));
    QVERIFY(test::walkOn(scene, Stage::Done));
    QVERIFY(scene.settle());
    QVERIFY(scene.wizard()->draft().outcome->proof.succeeded());
    QCOMPARE(found(), QStringList());
    QVERIFY(scene.click("wizard-next"));
    QVERIFY(scene.settle());
    QCOMPARE(found(), QStringList());
}

QTEST_MAIN(TestWindowMemory)
#include "test_window_memory.moc"
