// Why: see wizard_draft.h.
#include "ui/model/wizard_draft.h"

#include "core/job/seen_address.h"

namespace certwright::model {

job::Request WizardDraft::request() const {
    job::Request result;
    result.service = service;
    result.root = root;
    result.home = home;
    result.slots = slots;
    result.paths = paths;
    result.without.assign(without.begin(), without.end());
    result.retentionDays = retentionDays;
    result.block = block;
    return result;
}

std::string WizardDraft::seenAt() const {
    if (servedAt)
        return *servedAt;
    return reload == job::Reload::Run && survey ? job::seenAddress(survey->blocks, block) : std::string();
}

void WizardDraft::filesChanged() {
    survey.reset();
    passwordsChanged();
}

void WizardDraft::passwordsChanged() {
    checked.reset();
    comparison.reset();
    plan.reset();
    outcome.reset();
    error.reset();
}

std::vector<Stage> stagesOf(const WizardDraft& draft) {
    std::vector<Stage> stages;
    if (draft.task == Task::Import)
        stages.push_back(Stage::Service);
    if (draft.task != Task::Rollback)
        stages.push_back(Stage::Files);
    if (draft.survey && !draft.survey->locked.empty() && draft.task != Task::CrlUpdate)
        stages.push_back(Stage::Password);
    for (const Stage stage : {Stage::Check, Stage::Preview, Stage::Apply, Stage::Done})
        stages.push_back(stage);
    return stages;
}

} // namespace certwright::model
