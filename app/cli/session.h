// Why: what every verb has: both languages, this computer's files, randomness, time and who is at work.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/job/environment.h"
#include "core/vault/kmc_library.h"
#include "ui/text/json_findings.h"
#include "ui/text/page.h"

namespace certwright::cli {

// StoppableProgress asks whether Ctrl-C was pressed. Steps are not shown, a verb takes well under a second;
// but that the vendor's library is waited for is said on standard error, once.
class StoppableProgress final : public base::Progress {
  public:
    explicit StoppableProgress(const text::Phrasebook& book)
        : m_book(book) {}

    void enter(base::Step step, int done, int total) override;
    bool cancelled() const override;

  private:
    const text::Phrasebook& m_book;
    bool m_told = false;
};

// Session lives as long as the program. `now` is read once, so that one run tells one time.
class Session {
  public:
    Session(text::Language language, secret::SecretAccess access);

    // allowRoot lets root work for the account that owns a service folder (--as-owner).
    void allowRoot() { m_rootPolicy = plan::RootPolicy::AsOwner; }
    // protect says who shall seal passphrases (--protector).
    void protect(vault::Protector protector) { m_protector = protector; }

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
    vault::KmcLibraries m_vendorLibraries;
    StoppableProgress m_progress;
    base::Time m_now;
    plan::RootPolicy m_rootPolicy = plan::RootPolicy::Refuse;
    vault::Protector m_protector = vault::Protector::Auto;
    std::optional<std::vector<profile::ProfileText>> m_ownProfiles;
    std::unique_ptr<process::Runner> m_runner;
    job::Reload m_reload = job::Reload::Leave;
    std::string m_servedAt;
};

} // namespace certwright::cli
