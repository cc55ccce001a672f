// Why: check, plan and import take the same options and go one stage further each.
#pragma once

#include <memory>
#include <optional>

#include "app/cli/arguments.h"
#include "app/cli/clean_sources.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "core/job/import_job.h"
#include "core/job/known_passwords.h"

namespace certwright::cli {

// Stages runs the job's stages and tells the output what each found. Each call returns nothing to go on, or
// the exit status that the verb ends with.
class Stages {
  public:
    Stages(Session& session, const Arguments& arguments, Output& output);

    // check reads the options into a request and runs the first stage.
    std::optional<int> check();
    // plan runs the second stage and adds the changes to the page; blockers do not stop it.
    std::optional<int> plan();
    // apply asks (unless --yes), applies and proves, and cleans up after a success where that is wanted;
    // always ends the verb.
    int apply();

    const check::Findings& findings() const { return m_findings; }

  private:
    std::optional<int> confirm();

    Session& m_session;
    const Arguments& m_arguments;
    Output& m_output;
    profile::Profile m_profile;
    std::unique_ptr<job::PasswordSource> m_asked;
    job::KnownPasswords m_passwords;
    CleanRequest m_sources;
    std::unique_ptr<job::ImportJob> m_job;
    check::Findings m_findings;
};

} // namespace certwright::cli
