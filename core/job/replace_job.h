// Why: what is installed is renewed in parts, with everything else left as it is; old and new are shown side
// by side first.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/job/planned_job.h"
#include "core/plan/comparison.h"
#include "core/plan/replace_planner.h"
#include "core/prove/opened_key.h"

namespace certwright::job {

// ReplaceRequest is what the person brought (as for an import, but any part of it), and the ids of optional
// slots that are to be emptied; `brought.without` counts as well.
struct ReplaceRequest {
    Request brought;
    std::vector<std::string> without;
};

// ReplaceJob reads and opens what was brought, fills up with what is installed, judges the whole set by the
// rules of an import, and plans what changes.
class ReplaceJob final : public PlannedJob {
  public:
    // `passwords` must outlive the job; it is asked only for what was brought encrypted.
    ReplaceJob(Environment environment, ReplaceRequest request, PasswordSource& passwords);
    ~ReplaceJob() override;

    // selected lists what was brought and taken; comparison is the installed certificate beside the new one.
    // Both are there after plan(); no comparison where one of the two cannot be read.
    const std::vector<Selected>& selected() const { return m_selected; }
    const std::optional<plan::Comparison>& comparison() const { return m_comparison; }
    // view is the whole set as it would be installed; there after plan().
    const SetView& view() const { return m_view; }

  protected:
    // Findings: those of an import's check for the whole set (of files and their owners only for what was
    // brought), of plan::planReplace and plan::judgeComparison; ReplaceNothingInstalled (a blocker);
    // KeyUnencrypted, InstalledSeal, InstalledPassphrase or InstalledUnreadable where the installed key
    // cannot be opened: blockers, or notes if a new key is brought. InvalidArgument for an unknown slot, a
    // required one in `without`, one that is brought and emptied at once, or retention days out of bounds;
    // errors of the password source and of planReplace.
    base::Result<plan::Plan> makePlan(const plan::Site& site) override;

  private:
    struct Situation;
    SourceChoice choice() const;
    bool readInstalled(Situation& situation);
    StandIns standIns(Situation& situation);
    base::Status read(Situation& situation);
    void judge(Situation& situation, std::optional<base::Time> retention);
    void compare(Situation& situation);
    base::Result<plan::Plan> planFor(Situation& situation, std::optional<base::Time> retention);

    ReplaceRequest m_request;
    PasswordSource& m_passwords;
    std::vector<Selected> m_selected;
    std::optional<plan::Comparison> m_comparison;
    SetView m_view;
};

} // namespace certwright::job
