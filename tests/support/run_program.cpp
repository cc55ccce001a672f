// Why: QProcess pumps all three streams at once, so that a program that writes much cannot hang the test.
#include "tests/support/run_program.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace certwright::test {

Outcome runProgram(const std::string& program, const std::vector<std::string>& arguments,
                   const std::string& input, const std::map<std::string, std::string>& environment,
                   std::chrono::milliseconds patience) {
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] : environment) {
        if (value.empty())
            variables.remove(QString::fromStdString(name));
        else
            variables.insert(QString::fromStdString(name), QString::fromStdString(value));
    }
    QStringList list;
    for (const std::string& argument : arguments)
        list << QString::fromStdString(argument);

    QProcess process;
    process.setProcessEnvironment(variables);
    process.start(QString::fromStdString(program), list);
    Outcome outcome;
    if (!process.waitForStarted())
        return outcome;
    process.write(input.data(), static_cast<qint64>(input.size()));
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(static_cast<int>(patience.count()));
    if (!ended && process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        outcome.ending = Ending::TimedOut;
    } else if (process.exitStatus() == QProcess::NormalExit) {
        outcome.ending = Ending::Exited;
        outcome.exitCode = process.exitCode();
    } else {
        outcome.ending = Ending::Killed;
        outcome.signal = process.exitCode();
    }
    outcome.out = process.readAllStandardOutput().toStdString();
    outcome.err = process.readAllStandardError().toStdString();
    return outcome;
}

} // namespace certwright::test
