// Why: an architecture that nobody checks is a drawing. These are the rules of the design, held against every
// file.
#include <regex>

#include <QTest>

#include "tests/architecture/source_tree.h"

using namespace certwright::architecture;

namespace {

constexpr std::size_t longestFile = 400;
constexpr std::size_t longestFunction = 60;

const std::vector<SourceFile>& productFiles() {
    static const std::vector<SourceFile> files = sourcesBelow({"core", "ui", "app"});
    return files;
}

QString place(const SourceFile& file, std::size_t line) {
    return QStringLiteral("%1:%2").arg(QString::fromStdString(file.path)).arg(line);
}

// linesMatching returns "path:line" of every line of the files in `folders` that matches, outside the
// excepted ones.
template <typename Except>
QStringList linesMatching(const std::regex& pattern, const std::vector<std::string>& folders, Except except) {
    QStringList found;
    for (const SourceFile& file : productFiles())
        for (const std::string& folder : folders)
            if (file.below(folder) && !except(file))
                for (std::size_t i = 0; i < file.lines.size(); ++i)
                    if (std::regex_search(file.lines[i], pattern))
                        found << place(file, i + 1);
    return found;
}

bool never(const SourceFile&) {
    return false;
}

// mayInclude: the own library, a declared room, or a declared single header.
bool mayInclude(const std::string& own, const std::set<std::string>& rooms, const std::string& header) {
    const bool generated = header.ends_with(".moc") && header.find('/') == std::string::npos;
    if (header.starts_with(own + "/") || generated)
        return true;
    if (own.starts_with("ui/") && header.starts_with("ui/"))
        return rooms.contains(header.substr(3, header.find('/', 3) - 3));
    if (!header.starts_with("core/"))
        return false;
    const std::string below = header.substr(5);
    return rooms.contains(below.substr(0, below.find('/'))) || rooms.contains(below);
}

void showFailures(const QStringList& found) {
    if (!found.isEmpty())
        QFAIL(qPrintable(found.join(QLatin1Char('\n'))));
}

} // namespace

class TestArchitecture : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void arrows_everyInclude_isDeclared();
    void reader_sourcesAndArrows_areFound();
    void core_anyFile_includesNoQt();
    void openssl_header_onlyInCppOfItsRooms();
    void sentences_outsideUi_doNotExist();
    void systems_conditionals_doNotExist();
    void secrets_accessToken_isGrantedInAppOnly();
    void files_length_isBounded();
    void functions_length_isBounded();
    void files_beginning_saysWhy();
    void files_openEnds_doNotExist();
    void functionReader_longFunction_isMeasured();
};

// Guards against a reader that finds nothing and so passes everything.
void TestArchitecture::reader_sourcesAndArrows_areFound() {
    QVERIFY(productFiles().size() > 150);
    const auto arrows = declaredArrows("core");
    QCOMPARE(arrows.size(), std::size_t{18});
    QVERIFY(arrows.at("core/apply").contains("plan/plan.h"));
    QVERIFY(!arrows.at("core/apply").contains("plan"));
    QVERIFY(arrows.at("core/base").empty());
    QVERIFY(!mayInclude("core/apply", arrows.at("core/apply"), "core/plan/load.h"));
    QVERIFY(mayInclude("core/apply", arrows.at("core/apply"), "core/plan/plan.h"));
}

void TestArchitecture::arrows_everyInclude_isDeclared() {
    auto arrows = declaredArrows("core");
    arrows.merge(declaredArrows("ui"));
    QStringList found;
    for (const SourceFile& file : productFiles())
        for (const auto& [folder, rooms] : arrows)
            if (file.below(folder + "/"))
                for (const std::string& include : includesOf(file)) {
                    const std::string header = include.substr(1, include.size() - 2);
                    if (include.front() == '"' && !mayInclude(folder, rooms, header))
                        found << QString::fromStdString(file.path + " includes " + header);
                }
    showFailures(found);
}

void TestArchitecture::core_anyFile_includesNoQt() {
    showFailures(linesMatching(std::regex(R"(#\s*include\s+<Q[A-Za-z]+[/>])"), {"core/"}, never));
}

void TestArchitecture::openssl_header_onlyInCppOfItsRooms() {
    const auto allowed = [](const SourceFile& file) {
        static const std::regex rooms(R"(^core/(ossl|document|check|vault|prove|served)/.*\.cpp$)");
        return std::regex_match(file.path, rooms);
    };
    showFailures(linesMatching(std::regex(R"(#\s*include\s+<openssl/)"), {"core/", "ui/", "app/"}, allowed));
}

void TestArchitecture::sentences_outsideUi_doNotExist() {
    showFailures(linesMatching(std::regex(R"re(\b(tr|translate|QT_TRANSLATE_NOOP)\(\s*"|\bsay\("[a-z]+",)re"),
                               {"core/", "app/"}, never));
}

void TestArchitecture::systems_conditionals_doNotExist() {
    const auto pair = [](const SourceFile& file) {
        // The installed C header is read by C compilers too.
        return file.path.ends_with("_posix.cpp") || file.path.ends_with("_windows.cpp") ||
               file.path == "core/reader/include/certwright/reader.h";
    };
    showFailures(
        linesMatching(std::regex(R"(^\s*#\s*(if|ifdef|ifndef|elif)\b)"), {"core/", "ui/", "app/"}, pair));
}

void TestArchitecture::secrets_accessToken_isGrantedInAppOnly() {
    const auto own = [](const SourceFile& file) { return file.path == "core/secret/secret_access.h"; };
    showFailures(linesMatching(std::regex(R"(\bgrant\(\))"), {"core/", "ui/"}, own));
}

void TestArchitecture::files_length_isBounded() {
    QStringList found;
    for (const SourceFile& file : productFiles())
        if (file.lines.size() > longestFile)
            found << QStringLiteral("%1: %2 lines")
                         .arg(QString::fromStdString(file.path))
                         .arg(file.lines.size());
    showFailures(found);
}

void TestArchitecture::functions_length_isBounded() {
    QStringList found;
    std::size_t count = 0;
    for (const SourceFile& file : productFiles())
        for (const Function& function : functionsOf(file)) {
            ++count;
            if (function.length > longestFunction)
                found << place(file, function.line) + QStringLiteral(": %1 lines").arg(function.length);
        }
    QVERIFY(count > 500);
    showFailures(found);
}

void TestArchitecture::functionReader_longFunction_isMeasured() {
    SourceFile file{"x.cpp", {"int f(int a,", "      int b) {"}};
    for (int i = 0; i < 70; ++i)
        file.lines.emplace_back("    if (a) {");
    file.lines.emplace_back("}");
    const auto functions = functionsOf(file);
    QCOMPARE(functions.size(), std::size_t{1});
    QVERIFY(functions.front().length >= 72);
}

void TestArchitecture::files_beginning_saysWhy() {
    QStringList found;
    for (const SourceFile& file : productFiles())
        if (file.lines.empty() || !file.lines.front().starts_with("// Why: "))
            found << QString::fromStdString(file.path);
    showFailures(found);
}

void TestArchitecture::files_openEnds_doNotExist() {
    showFailures(linesMatching(std::regex(R"(\b(TODO|FIXME|XXX)\b)"), {"core/", "ui/", "app/"}, never));
}

QTEST_GUILESS_MAIN(TestArchitecture)
#include "test_architecture.moc"
