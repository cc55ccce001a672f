// Why: the service's own program has the last word on its config, and makes the running service take it over;
// both are run as they were shown, never otherwise.
#pragma once

#include <memory>
#include <string>

#include "core/check/finding.h"
#include "core/job/environment.h"
#include "core/job/pipe_feeder.h"
#include "core/plan/plan.h"
#include "core/prove/installed.h"

namespace certwright::job {

// wordsOf returns a command's words with the root in place of "{root}"; commandText those as one line, each
// word that needs it in quotes.
std::vector<std::string> wordsOf(const profile::Command& command, const std::string& root);
std::string commandText(const std::vector<std::string>& words);

// tellCommands adds to a plan that changes something what will be run: CommandPlanned (notes), and
// CommandMissing (a warning) for each where `environment` has nothing to run it with.
void tellCommands(const Environment& environment, const profile::Profile& profile, const std::string& root,
                  plan::Plan& plan);

// ServiceCommands runs the commands of one service within one transaction, its passphrase being fed into the
// profile's pipe meanwhile. `place` and `environment` must outlive it.
class ServiceCommands {
  public:
    ServiceCommands(Environment& environment, const prove::Place& place);
    ~ServiceCommands();
    ServiceCommands(const ServiceCommands&) = delete;
    ServiceCommands& operator=(const ServiceCommands&) = delete;

    // verify runs the profile's `verify`; what it returns are blockers: CommandRefused, CommandMissing,
    // CommandTimedOut. Empty: nothing against it, or nothing to run. Fails with Cancelled (the person does
    // not want to wait), and as the pipe and the passphrase for it do.
    base::Result<check::Findings> verify();

    // reload makes the running service take over what is installed, if the person asked for it, and waits
    // until it has read its passphrase (at most 10 s). Warnings as verify's; ReloadNeeded (a note) where it
    // was not asked for. Nothing for a profile without `reload`. Where the person said where the server is
    // seen, what it serves is compared with what is installed (findings of serveCheck), for at most 10 s
    // after a reload, once without; ServiceUnreadable (a warning) where it does not answer.
    check::Findings reload();

    // reloaded tells whether the running service was made to take it over.
    bool reloaded() const { return m_reloaded; }

    // stopFeeding ends the feeding and removes the pipe if it was made for it.
    void stopFeeding() { m_feeding.reset(); }

  private:
    base::Result<check::Findings> run(const profile::Command& command, const std::string& purpose,
                                      check::Severity severity);
    check::Finding unreachable(const base::Error& error) const;
    base::Status feed();
    int served() const { return m_feeding ? m_feeding->served() : 0; }
    void awaitReaders(int before) const;
    check::Findings takeOver();
    check::Findings observe(std::chrono::seconds patience) const;

    Environment& m_environment;
    const prove::Place& m_place;
    std::unique_ptr<FeedingThread> m_feeding;
    int m_readersAtOnce = 1;
    bool m_reloaded = false;
};

} // namespace certwright::job
