// Why: see account.h.
#include "tests/app/gui/account.h"

namespace certwright::test {

Account::Account() {
    m_folder.makeFolder("home");
    m_folder.makeFolder("runtime");
    for (const char* none : {"DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "QT_QPA_PLATFORM", "QT_IM_MODULE",
                             "XMODIFIERS", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                             "MX_SDK_HOME", "LANGUAGE", "LC_MESSAGES", "LANG", "QT_SCALE_FACTOR"})
        set(none, "");
    set("HOME", path("home"));
    set("XDG_RUNTIME_DIR", path("runtime"));
    set("LC_ALL", "C.UTF-8");
    // No portal of whoever runs the test is asked.
    set("DBUS_SESSION_BUS_ADDRESS", "disabled:");
}

Outcome Account::run(const std::string& program, const std::vector<std::string>& arguments) const {
    return runProgram(program, arguments, {}, m_environment, std::chrono::seconds(60));
}

bool Account::start(QProcess& process, const std::string& program,
                    const std::vector<std::string>& arguments) const {
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] : m_environment) {
        if (value.empty())
            environment.remove(QString::fromStdString(name));
        else
            environment.insert(QString::fromStdString(name), QString::fromStdString(value));
    }
    QStringList list;
    for (const std::string& argument : arguments)
        list << QString::fromStdString(argument);
    process.setProcessEnvironment(environment);
    process.start(QString::fromStdString(program), list);
    return process.waitForStarted();
}

Running::~Running() {
    if (state() == NotRunning)
        return;
    terminate();
    if (!waitForFinished(5000))
        kill();
    waitForFinished(5000);
}

} // namespace certwright::test
