// Why: every test of a replacement starts from a good import and brings one thing or two.
#pragma once

#include <optional>

#include "core/job/replace_job.h"
#include "tests/core/job/job_scene.h"

namespace certwright::test {

// smallerKey is RSA 1536: fewer bits than serverKey has.
Key smallerKey();

// ReplaceScene is a JobScene in which the good set is installed. It remembers what the last job said.
class ReplaceScene : public JobScene {
  public:
    // The demand for 2,048 bits is lowered, so that a weaker key is a warning of replace alone.
    explicit ReplaceScene(Service service);

    // replace brings files by slot, replacePaths by path; both go all the way (PlanBlocked if it blocks), as
    // carryOut does.
    base::Result<job::Outcome> replace(const std::map<std::string, std::string>& slots,
                                       Passwords passwords = Passwords({"secret"}),
                                       const std::vector<std::string>& without = {});
    base::Result<job::Outcome> replacePaths(const std::vector<std::string>& paths,
                                            Passwords passwords = Passwords({"secret"}));
    base::Result<job::Outcome> carryOut(const job::ReplaceRequest& request, Passwords& passwords);
    // planOf plans only.
    base::Result<plan::Plan> planOf(const std::map<std::string, std::string>& slots,
                                    const std::vector<std::string>& without = {});

    // What the last job said.
    const plan::Plan& plan() const { return m_plan; }
    const std::optional<plan::Comparison>& comparison() const { return m_comparison; }
    const std::vector<std::string>& asked() const { return m_asked; }
    const std::vector<std::string>& selected() const { return m_selected; }

    std::string brought(const std::string& name, const std::string& content) {
        return folder().brought(name, content);
    }
    // leafOf is a certificate of `key` from the installed intermediate; certificateFile writes it with its
    // chain.
    document::Identity leafOf(const Key& key, int days = 365) const;
    document::Identity namedLeaf(const Key& key, int days, const std::string& name) const;
    std::string certificateFile(const document::Identity& leaf);
    // read is what is installed in a slot; passphrase what opens the key.
    std::string read(const std::string& slot) { return folder().read(folder().profile().slot(slot)->target); }
    std::string passphrase();
    // changedSince names the files that differ from a snapshot, sorted.
    std::vector<std::string> changedSince(const std::vector<std::string>& snapshot);

  private:
    plan::Plan m_plan;
    std::optional<plan::Comparison> m_comparison;
    std::vector<std::string> m_asked;
    std::vector<std::string> m_selected;
};

} // namespace certwright::test
