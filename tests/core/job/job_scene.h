// Why: a job needs much from outside; tests bring all of it from here and change one thing at a time.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/job/import_job.h"
#include "core/job/open_service.h"
#include "tests/core/plan/material.h"
#include "tests/core/plan/service_folder.h"
#include "tests/support/fake_vendor.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/seeded_random.h"

namespace certwright::test {

// Passwords gives the listed ones in turn, then nothing, and counts how often it was asked.
class Passwords final : public job::PasswordSource {
  public:
    explicit Passwords(std::vector<std::string> passwords = {}, int attempts = 3)
        : m_passwords(std::move(passwords))
        , m_attempts(attempts) {}

    base::Result<std::optional<secret::SecretBytes>> password(const std::string& path, int attempt) override;
    int attempts() const override { return m_attempts; }
    // cancelAt makes the n-th question end the job.
    void cancelAt(int n) { m_cancelAt = n; }
    const std::vector<std::string>& asked() const { return m_asked; }

  private:
    std::vector<std::string> m_passwords;
    int m_attempts;
    int m_cancelAt = 0;
    std::vector<std::string> m_asked;
};

// StoppableProgress notes the steps and wants to stop from one of them on.
class StoppableProgress final : public base::Progress {
  public:
    void enter(base::Step step, int done, int total) override;
    bool cancelled() const override { return m_cancelled; }
    void stopAt(base::Step step) { m_stopAt = step; }

  private:
    std::optional<base::Step> m_stopAt;
    bool m_cancelled = false;
};

// JobScene is a service folder with a job's environment around it, and good material: root CA, intermediate,
// leaf, key under the password "secret", and the root's CRL.
class JobScene {
  public:
    explicit JobScene(Service service);

    ServiceFolder& folder() { return m_folder; }
    FaultFileSystem& files() { return m_faulty; }
    SeededRandom& random() { return m_random; }
    StoppableProgress& progress() { return m_progress; }
    const document::Identity& root() const { return m_root; }
    const document::Identity& sub() const { return m_sub; }
    const document::Identity& leaf() const { return m_leaf; }
    // environment at testNow; edit `ownProfiles` to change what the service demands.
    job::Environment environment();
    std::vector<profile::ProfileText>& ownProfiles() { return m_ownProfiles; }
    // vendor makes the libraries; installLibrary puts the file where the profile names it, so that it is
    // taken; removeLibrary takes it away. protect says who shall seal.
    FakeVendor& vendor() { return m_vendor; }
    void installLibrary() const;
    void removeLibrary() const;
    void protect(vault::Protector protector) { m_protector = protector; }
    // allowRoot lets root work in a folder of another account.
    void allowRoot() { m_rootPolicy = plan::RootPolicy::AsOwner; }
    // editProfile replaces text in the service's own profile, which wins from then on.
    void editProfile(const std::string& from, const std::string& to);

    // goodFiles writes the good set and returns it by slot.
    std::map<std::string, std::string> goodFiles();
    job::Request request(std::map<std::string, std::string> slots);
    job::Request request(std::vector<std::string> paths);
    // check runs the first stage.
    base::Result<job::Checked> check(const job::Request& request,
                                     Passwords passwords = Passwords({"secret"}));
    // run goes all the way; a blocked plan is PlanBlocked.
    base::Result<job::Outcome> run(const job::Request& request, Passwords passwords = Passwords({"secret"}));
    // verify returns the codes of blockers and warnings of what is installed, those of every test's key left
    // out.
    std::vector<std::string> verify();

  private:
    std::unique_ptr<files::FileSystem> m_files;
    FaultFileSystem m_faulty;
    SeededRandom m_random;
    StoppableProgress m_progress;
    ServiceFolder m_folder;
    document::Identity m_root;
    document::Identity m_sub;
    document::Identity m_leaf;
    std::vector<profile::ProfileText> m_ownProfiles;
    plan::RootPolicy m_rootPolicy = plan::RootPolicy::Refuse;
    FakeVendor m_vendor;
    vault::Protector m_protector = vault::Protector::Auto;
};

} // namespace certwright::test
