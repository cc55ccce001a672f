// Why: everything a person has chosen so far, in one place: pages are thin, Back loses nothing, and what the
// wizard does can be tested without a window.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/job/import_job.h"
#include "core/job/replace_job.h"
#include "core/job/rollback.h"
#include "core/job/survey.h"
#include "core/plan/comparison.h"
#include "core/plan/crl_update_planner.h"

namespace certwright::model {

// Task is what the wizard is run for.
enum class Task { Import, Replace, CrlUpdate, Rollback };
// Stage is a page of the wizard.
enum class Stage { Service, Files, Password, Check, Preview, Apply, Done };

// WizardDraft: the person's choices, then what the stages made of them (each optional is empty until its
// stage was reached, and again when something before it changed).
struct WizardDraft {
    Task task = Task::Import;

    // The person's choices. `slots` are files that were chosen for a slot, `paths` files, folders and
    // archives to be sorted by what they hold, `without` slots that stay empty. `passwords` maps files to
    // what was typed for them.
    std::string service;
    std::string root;
    std::string home;
    std::map<std::string, std::string> slots;
    std::vector<std::string> paths;
    std::set<std::string> without;
    std::optional<int> retentionDays;
    std::map<std::string, secret::SecretBytes> passwords;
    job::RollbackChoice rollback;
    plan::OlderLists allowOlderLists = plan::OlderLists::Refuse;
    // Who shall seal a passphrase; Auto is the vendor's library where the service has one.
    vault::Protector protector = vault::Protector::Auto;
    // The server block that takes a managed config in (job::BlockOption::place); empty: the usual one.
    std::string block;
    // Whether the running service is made to take it over afterwards.
    job::Reload reload = job::Reload::Leave;
    // Where the server is looked at afterwards (HOST:PORT), as the person typed it; empty: nowhere; nothing:
    // the person has not said.
    std::optional<std::string> servedAt;
    // practicePassword is the public password of practice material, to be shown; empty elsewhere.
    std::string practicePassword;

    // What the stages found. For tasks other than Import `checked` holds the findings of the plan.
    std::optional<profile::Profile> profile;
    std::optional<job::Survey> survey;
    std::optional<job::Checked> checked;
    std::optional<plan::Comparison> comparison;
    std::optional<plan::Plan> plan;
    std::optional<job::Outcome> outcome;
    std::optional<base::Error> error;

    // request is what import and replace take.
    job::Request request() const;
    // seenAt is where the server is looked at afterwards; empty: nowhere. Where the person has not said, and
    // has the service reloaded, it is what the service's config tells (job::seenAddress).
    std::string seenAt() const;
    // filesChanged forgets what depends on the files (all results; typed passwords stay, they are asked for
    // by file).
    void filesChanged();
    // passwordsChanged forgets what depends on a password.
    void passwordsChanged();
};

// stagesOf lists the pages of a draft in their order. The password page is there only where something is
// locked.
std::vector<Stage> stagesOf(const WizardDraft& draft);

} // namespace certwright::model
