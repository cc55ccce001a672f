// Why: what every verb has: both languages, this computer's files, randomness, time and who is at work.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/job/environment.h"
#include "ui/text/json_findings.h"
#include "ui/text/page.h"

namespace certwright::cli {

// StoppableProgress asks whether Ctrl-C was pressed; steps are not shown, a verb takes well under a second.
class StoppableProgress final : public base::Progress {
  public:
    void enter(base::Step, int, int) override {}
    bool cancelled() const override;
};

// Session lives as long as the program. `now` is read once, so that one run tells one time.
class Session {
  public:
    Session(text::Language language, secret::SecretAccess access);

    // allowRoot lets root work for the account that owns a service folder (--as-owner).
    void allowRoot() { m_rootPolicy = plan::RootPolicy::AsOwner; }

    // takeOver has running services made to use what is installed (--reload), and looked at HOST:PORT
    // (--served-at; empty: nowhere).
    void takeOver(job::Reload reload, std::string servedAt);

    const text::Phrasebook& book() const;
    const text::Books& books() const { return m_books; }
    text::Colour colour() const;
    files::FileSystem& fileSystem() { return *m_fileSystem; }
    secret::SecretAccess access() const { return m_access; }
    base::Time now() const { return m_now; }
    const std::vector<profile::ProfileText>& ownProfiles();

    // environment hands all of it to a job, judging as of `judgedAt`.
    job::Environment environment(base::Time judgedAt);

  private:
    text::Language m_language;
    text::Books m_books;
    secret::SecretAccess m_access;
    std::unique_ptr<files::FileSystem> m_fileSystem;
    std::unique_ptr<base::RandomSource> m_random;
    StoppableProgress m_progress;
    base::Time m_now;
    plan::RootPolicy m_rootPolicy = plan::RootPolicy::Refuse;
    std::optional<std::vector<profile::ProfileText>> m_ownProfiles;
    std::unique_ptr<process::Runner> m_runner;
    job::Reload m_reload = job::Reload::Leave;
    std::string m_servedAt;
};

} // namespace certwright::cli
