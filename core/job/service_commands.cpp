// Why: see service_commands.h.
#include "core/job/service_commands.h"

#include <algorithm>
#include <utility>

#include "core/base/shell.h"
#include "core/files/path.h"
#include "core/job/command_verdict.h"
#include "core/job/serve_check.h"
#include "core/profile/placeholders.h"
#include "core/prove/unlock.h"

namespace certwright::job {

namespace {

using check::Severity;

constexpr std::chrono::seconds readersPatience{10};
constexpr std::chrono::milliseconds readersQuiet{1000};
constexpr std::chrono::milliseconds pause{20};

std::string textOf(const profile::Command& command, const prove::Place& place) {
    return commandText(wordsOf(command, place.root));
}

// What is wrong with the certificate itself was told before it was installed; and nobody showed a client's
// certificate here.
check::Findings aboutServing(check::Findings findings) {
    std::erase_if(findings, [](const check::Finding& finding) {
        return !check::codeOf(finding).starts_with("served.") || finding.body.is<check::ServedClientNeeded>();
    });
    return findings;
}

} // namespace

std::vector<std::string> wordsOf(const profile::Command& command, const std::string& root) {
    std::vector<std::string> words = command.words;
    for (std::string& word : words)
        word = profile::withRoot(std::move(word), root);
    return words;
}

std::string commandText(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        const bool plain =
            !word.empty() && word.find_first_of(" \t\n\"'\\$`;&|<>(){}*?#~!") == std::string::npos;
        text += (text.empty() ? "" : " ") + (plain ? word : base::singleQuoted(word));
    }
    return text;
}

void tellCommands(const Environment& environment, const profile::Profile& profile, const std::string& root,
                  plan::Plan& plan) {
    if (plan.changes.empty() || !plan.applicable())
        return;
    const auto tell = [&](const profile::Command& command, const std::string& purpose) {
        const auto words = wordsOf(command, root);
        if (environment.runner == nullptr)
            plan.findings.push_back(
                {Severity::Warning, words.front(), check::CommandMissing{purpose, words.front()}});
        else
            plan.findings.push_back({Severity::Note, words.front(),
                                     check::CommandPlanned{purpose, commandText(words), command.seconds}});
    };
    if (profile.commands.verify)
        tell(*profile.commands.verify, "verify");
    if (profile.commands.reload && environment.reload == Reload::Run)
        tell(*profile.commands.reload, "reload");
    check::sortWorstFirst(plan.findings);
}

ServiceCommands::ServiceCommands(Environment& environment, const prove::Place& place)
    : m_environment(environment)
    , m_place(place) {}

ServiceCommands::~ServiceCommands() = default;

// feed puts the passphrase of what is installed now into the profile's pipe, as long as this lives.
base::Status ServiceCommands::feed() {
    const std::string& pipe = m_place.profile->passphrase.pipe;
    if (pipe.empty() || m_feeding)
        return {};
    auto passphrase = prove::unlock(m_environment.fileSystem, m_place, m_environment.access);
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    const std::string path = files::join(m_place.root, pipe);
    const auto folder = m_environment.fileSystem.stat(files::parentOf(path), files::Links::Refuse);
    const bool another = folder && m_environment.fileSystem.self().user == 0 && folder->owner.user != 0;
    auto feeder = PipeFeeder::open(path, another ? std::optional(folder->owner) : std::nullopt);
    if (!feeder)
        return tl::unexpected(feeder.error());
    m_feeding =
        std::make_unique<FeedingThread>(std::move(*feeder), std::move(*passphrase), m_environment.access);
    return {};
}

base::Result<check::Findings> ServiceCommands::run(const profile::Command& command,
                                                   const std::string& purpose, Severity severity) {
    const auto words = wordsOf(command, m_place.root);
    const std::string text = commandText(words);
    const auto finding = [&](check::FindingBody body) {
        return check::Findings{{severity, words.front(), std::move(body)}};
    };
    if (auto fed = feed(); !fed)
        return tl::unexpected(fed.error());
    m_environment.progress.enter(base::Step::Command, 0, 1);
    const process::Program program{words, {}, std::chrono::seconds(command.seconds)};
    const auto ended = m_environment.runner->run(program, m_environment.progress);
    if (ended && ended->signal == 0 && ended->status == 0)
        return check::Findings{};
    if (ended) {
        const CommandVerdict verdict = verdictOf(ended->output);
        const std::int64_t status = ended->signal != 0 ? 128 + ended->signal : ended->status;
        return finding(
            check::CommandRefused{purpose, text, status, verdict.reason, verdict.place, verdict.detail});
    }
    if (ended.error().code == base::ErrorCode::Cancelled)
        return tl::unexpected(ended.error());
    if (ended.error().code == base::ErrorCode::TimedOut)
        return finding(check::CommandTimedOut{purpose, text, command.seconds});
    if (ended.error().code == base::ErrorCode::ProgramMissing)
        return finding(check::CommandMissing{purpose, words.front()});
    return finding(check::CommandRefused{purpose, text, -1, "other", {}, ended.error().detail});
}

check::Finding ServiceCommands::unreachable(const base::Error& error) const {
    return {Severity::Warning, error.subject,
            check::ServiceUnreadable{m_place.root, std::string(base::errorCodeName(error.code)), error.detail,
                                     error.subject}};
}

base::Result<check::Findings> ServiceCommands::verify() {
    const auto& command = m_place.profile->commands.verify;
    if (!command || m_environment.runner == nullptr)
        return check::Findings{};
    auto findings = run(*command, "verify", Severity::Blocker);
    if (!findings)
        return findings;
    m_readersAtOnce = std::max(1, served());
    return findings;
}

// A service reads its passphrase after the command that told it to has ended; leaving it alone with its pipe
// would leave it waiting for ever.
void ServiceCommands::awaitReaders(int before) const {
    using Clock = std::chrono::steady_clock;
    if (!m_feeding)
        return;
    const auto until = Clock::now() + readersPatience;
    auto lastChange = Clock::now();
    int last = served();
    while (Clock::now() < until) {
        std::this_thread::sleep_for(pause);
        if (const int now = served(); now != last) {
            last = now;
            lastChange = Clock::now();
        }
        // The command that tells it reads its config first, and with it the pipe.
        const bool enough = last - before >= 2 * m_readersAtOnce;
        if (enough && Clock::now() - lastChange > readersQuiet)
            return;
    }
}

check::Findings ServiceCommands::takeOver() {
    const auto& command = m_place.profile->commands.reload;
    if (!command)
        return {};
    if (m_environment.reload == Reload::Leave || m_environment.runner == nullptr)
        return {{Severity::Note, m_place.root, check::ReloadNeeded{textOf(*command, m_place)}}};
    const int before = served();
    auto findings = run(*command, "reload", Severity::Warning);
    if (!findings && findings.error().code == base::ErrorCode::Cancelled)
        return {{Severity::Note, m_place.root, check::ReloadNeeded{textOf(*command, m_place)}}};
    if (!findings)
        return {unreachable(findings.error())};
    m_reloaded = findings->empty();
    if (m_reloaded)
        awaitReaders(before);
    return std::move(*findings);
}

// New workers take connections a moment after the old ones have been told to stop.
check::Findings ServiceCommands::observe(std::chrono::seconds patience) const {
    using Clock = std::chrono::steady_clock;
    const std::string& where = m_environment.servedAt;
    const auto address = served::parseAddress(where);
    const ServeCheckRequest request{.address = address.value_or(served::Address{}),
                                    .service =
                                        ServiceFolder{m_place.profile->id, m_place.root, m_place.home}};
    const auto until = Clock::now() + patience;
    for (;; std::this_thread::sleep_for(10 * pause)) {
        const auto seen = address ? serveCheck(m_environment, request) : tl::unexpected(address.error());
        const bool installed = seen && std::ranges::any_of(seen->judgement.findings, [](const auto& finding) {
                                   return finding.body.template is<check::ServedInstalled>();
                               });
        const bool again =
            address && !installed && Clock::now() < until && !m_environment.progress.cancelled();
        if (again)
            continue;
        if (seen)
            return aboutServing(seen->judgement.findings);
        return {unreachable(seen.error())};
    }
}

check::Findings ServiceCommands::reload() {
    auto findings = takeOver();
    if (m_environment.servedAt.empty())
        return findings;
    const auto seen = observe(m_reloaded ? readersPatience : std::chrono::seconds(0));
    findings.insert(findings.end(), seen.begin(), seen.end());
    check::sortWorstFirst(findings);
    return findings;
}

} // namespace certwright::job
