// Why: the whole road as one call with progress and cancel: load, check, plan, apply, prove, undo if the
// proof fails. The window and the command line drive this and nothing below it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/check/check.h"
#include "core/job/environment.h"
#include "core/job/import_sources.h"
#include "core/job/set_view.h"
#include "core/plan/plan.h"
#include "core/prove/prove.h"

namespace certwright::job {

// Request is what the person chose. `slots` maps slot ids to files; `paths` are further files and folders to
// be sorted into slots by what they hold; the slots `without` get nothing that was found; `home` is where
// AOI's aoi_service lies; `host` overrides the host that the service's config names; `block` is the server
// block that takes a managed config in (plan::Site::block).
struct Request {
    std::string service;
    std::string root;
    std::string home;
    std::map<std::string, std::string> slots;
    std::vector<std::string> paths;
    std::vector<std::string> without;
    std::optional<int> retentionDays;
    std::optional<std::string> host;
    std::string block = {};
};

// sourcesOf is the part of a request that says what was brought.
SourceChoice sourcesOf(const Request& request);

// Checked is the outcome of the first stages; `view` is the set as it would be installed.
struct Checked {
    check::Findings findings;
    check::ServerPath path;
    std::vector<Selected> selected;
    SetView view;
};

// Outcome of an import. `undone` with a failed proof: everything is as it was. The service's own refusal is
// one of the proof's failures. `told` is what came of making the running service take it over, `reloaded`
// whether it did.
struct Outcome {
    apply::Receipt receipt;
    prove::Proof proof;
    bool undone = false;
    check::Findings told = {};
    bool reloaded = false;
};

// ImportJob goes one stage further with each call: check, plan, apply. Opened keys live inside until
// destroyed. Any stage ends an interrupted transaction of the root first; `recovery` findings then lead the
// list.
class ImportJob {
  public:
    ImportJob(Environment environment, Request request);
    ~ImportJob();
    ImportJob(const ImportJob&) = delete;
    ImportJob& operator=(const ImportJob&) = delete;

    // check loads, sorts, opens the key (without a password first, then asking `passwords`) and runs every
    // rule. Errors: ProfileUnknown, ProfileInvalid, RootUnknown, InvalidArgument (judgeSlots; retention days
    // out of bounds), Cancelled, recovery's errors.
    base::Result<Checked> check(PasswordSource& passwords);
    // plan needs check; its findings contain those of check. Writes nothing.
    base::Result<plan::Plan> plan();
    // apply needs an applicable plan from plan(); takes the lock (waits 3 s; LockHeld names the holder),
    // applies, proves, settles; a failed proof undoes (UndoFailed if that fails).
    base::Result<Outcome> apply();
    // reloadAfterwards changes Environment::reload until apply() is called.
    void reloadAfterwards(Reload wish);
    // lookAfterwards changes Environment::servedAt until apply() is called.
    void lookAfterwards(std::string servedAt);

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace certwright::job
