// Why: the reader is a process of its own, so that nothing of the code under test takes part in the verdict.
#include "tests/core/config/generated_case.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <utility>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace certwright::test {

GeneratedEnds generatedEnds(SeededRandom& random) {
    GeneratedEnds ends;
    ends.mark = chance(random, 20) ? "\xEF\xBB\xBF" : "";
    ends.lineEnd = chance(random, 40) ? "\r\n" : "\n";
    ends.finalLineEnd = !chance(random, 40);
    return ends;
}

void finishCase(GeneratedCase& out, GeneratedEnds ends, const std::vector<GeneratedLine>& lines) {
    const auto stood = std::count_if(lines.begin(), lines.end(),
                                     [](const GeneratedLine& line) { return line.stands == Stands::InBoth; });
    // A text without any line end does not say which kind it would have: "\n" is written then.
    if (stood == 0 || (stood == 1 && !ends.finalLineEnd))
        ends.lineEnd = "\n";
    if (stood == 0)
        ends.finalLineEnd = true;
    for (const GeneratedLine& line : lines) {
        if (line.stands == Stands::InBoth)
            out.before += line.before + ends.lineEnd;
        out.after += line.after + ends.lineEnd;
    }
    for (std::string* text : {&out.before, &out.after}) {
        if (!ends.finalLineEnd && !text->empty())
            text->resize(text->size() - ends.lineEnd.size());
        text->insert(0, ends.mark);
    }
}

bool chance(SeededRandom& random, unsigned percent) {
    return random.number(100) < percent;
}

void shuffle(SeededRandom& random, std::vector<config::Setting>& settings) {
    for (std::size_t i = settings.size(); i > 1; --i)
        std::swap(settings[i - 1], settings[random.number(i)]);
}

std::string judgeWithReader(const std::string& reader, const std::vector<GeneratedCase>& cases) {
    const TemporaryFolder folder;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        QJsonArray settings;
        for (const config::Setting& setting : cases[i].settings)
            settings.append(
                QJsonArray{QString::fromStdString(setting.key), QString::fromStdString(setting.value)});
        const std::string name = std::to_string(i);
        folder.write(name + ".before", std::string_view(cases[i].before));
        folder.write(name + ".after", std::string_view(cases[i].after));
        folder.write(name + ".json", std::string_view(QJsonDocument(settings).toJson().toStdString()));
    }
    const Outcome outcome = runProgram("/usr/bin/python3", {reader, folder.path()});
    const std::string expected = "checked " + std::to_string(cases.size()) + "\n";
    const bool well = outcome.ending == Ending::Exited && outcome.exitCode == 0 && outcome.out == expected;
    return well ? std::string() : "reader: " + outcome.out + outcome.err;
}

} // namespace certwright::test
