// Why: the one place where the clock is read and real parts are put together.
#include "app/cli/session.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "app/cli/terminal.h"
#include "app/host/account.h"
#include "app/host/program_folder.h"
#include "core/ossl/random.h"
#include "ui/text/step_text.h"

namespace certwright::cli {

void StoppableProgress::enter(base::Step step, int, int) {
    if (step != base::Step::AwaitLibrary || m_told)
        return;
    m_told = true;
    const QString line = text::stepText(step, m_book) + QStringLiteral("…\n");
    std::fputs(line.toUtf8().constData(), stderr);
}

bool StoppableProgress::cancelled() const {
    return interrupted();
}

Session::Session(text::Language language, secret::SecretAccess access)
    : m_language(language)
    , m_access(access)
    , m_fileSystem(files::localFileSystem())
    , m_random(ossl::systemRandom())
    , m_vendorLibraries(host::vendorSetup(*m_fileSystem), *m_fileSystem)
    , m_progress(book())
    , m_now(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()))
    , m_runner(process::systemRunner()) {}

const text::Phrasebook& Session::book() const {
    return m_language == text::Language::Chinese ? m_books.chinese : m_books.english;
}

text::Colour Session::colour() const {
    // NO_COLOR is the common wish for plain text (no-color.org).
    const char* noColour = std::getenv("NO_COLOR");
    const bool wanted = isTerminal(Stream::Output) && (noColour == nullptr || *noColour == 0);
    return wanted ? text::Colour::On : text::Colour::Off;
}

const std::vector<profile::ProfileText>& Session::ownProfiles() {
    if (!m_ownProfiles)
        m_ownProfiles = host::ownProfiles(*m_fileSystem);
    return *m_ownProfiles;
}

void Session::takeOver(job::Reload reload, std::string servedAt) {
    m_reload = reload;
    m_servedAt = std::move(servedAt);
}

job::Environment Session::environment(base::Time judgedAt) {
    job::Environment environment{
        *m_fileSystem, *m_random, m_progress,    m_access,     host::currentActor(*m_fileSystem),
        m_now,         judgedAt,  ownProfiles(), m_rootPolicy, host::settingsFolder()};
    environment.protector = m_protector;
    environment.vendorLibraries = &m_vendorLibraries;
    environment.workFolders = host::workFolders();
    environment.runner = m_runner.get();
    environment.reload = m_reload;
    environment.servedAt = m_servedAt;
    return environment;
}

} // namespace certwright::cli
