// Why: what was brought is read, opened and sorted in turns: what a container holds decides what is still
// missing, and whether a key fits decides which certificate is meant.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/check/material.h"
#include "core/job/environment.h"
#include "core/plan/load.h"
#include "core/plan/select.h"

namespace certwright::job {

// Selected is what was taken for a slot, for showing.
struct Selected {
    std::string slot;
    std::string path;
    std::string about;
};

// SourceChoice is what was brought: files by the slots they were given for, files and folders to be sorted,
// and slots that nothing goes into.
struct SourceChoice {
    std::map<std::string, std::string> slots;
    std::vector<std::string> paths;
    std::set<std::string> without;
};

// judgeSlots fails with InvalidArgument (subject: the slot, detail: the profile) for a slot that the profile
// does not have, and for one in `without` that it requires or that a file is given for.
base::Status judgeSlots(const profile::Profile& profile, const SourceChoice& choice);

// StandIns are installed files, by slot, that take the place of what is not brought. `key` says how far the
// key among them was opened.
struct StandIns {
    std::map<std::string, plan::LoadedFile> files;
    check::SourcedKey key;
};

// ImportSources owns everything that was read, opened keys included.
class ImportSources {
  public:
    // read loads, sorts, and opens what the profile's slots need: containers given for a slot, others only if
    // something required is missing without them, and the chosen key. Nothing goes into the slots `without`,
    // now or when something stands in. Errors: Cancelled and others of `passwords`.
    base::Status read(Environment& environment, const profile::Profile& profile, const SourceChoice& choice,
                      PasswordSource& passwords);

    // standIn fills the slots for which nothing was brought, after read: first the key, by which a
    // certificate is found among several, then the CAs, by which CRLs are found, then the rest. A slot that
    // was asked for in `slots`, or is ambiguous, is left as it is. The intermediates of the installed
    // certificate help a brought one.
    void standIn(const Environment& environment, const profile::Profile& profile,
                 const std::map<std::string, std::string>& slots, StandIns standIns);

    // searchLists has large lists searched for the certificates that came to light since they were read. Error
    // only for Cancelled.
    base::Status searchLists(const Environment& environment);

    // brought tells whether the chosen content of `slot` was brought, not installed before.
    bool brought(const std::string& slot) const;
    // standInPaths are the files that stand in, without those that were brought too.
    std::set<std::string> standInPaths() const;
    // selected lists what was brought and taken, in the profile's order.
    std::vector<Selected> selected(const profile::Profile& profile) const;
    // openedKey is the chosen key; nullptr if there is none or it is still encrypted.
    const document::PrivateKey* openedKey(const profile::Profile& profile) const;

    const plan::Loaded& loaded() const { return m_loaded; }
    const plan::Selection& selection() const { return m_selection; }
    // key says how far the chosen key, or the container that it must be in, was opened.
    const check::SourcedKey& key() const { return m_key; }
    // findings of loading and sorting; a slot that an unopened container may fill is not called missing.
    check::Findings findings() const;

  private:
    base::Status openContainers(Environment& environment, PasswordSource& passwords, bool all);
    base::Status openContainer(Environment& environment, PasswordSource& passwords, std::size_t file);
    base::Status openChosenKey(Environment& environment, const profile::Profile& profile,
                               PasswordSource& passwords);
    bool lacksSomething() const;
    void sort(const Environment& environment, const profile::Profile& profile);
    // stand_ins.cpp
    bool open(const profile::Slot& slot) const;
    bool holdsKey() const;
    bool mistaken(const profile::Slot& slot) const;
    void add(const profile::Slot& slot, StandIns& standIns);
    void addIntermediates(const profile::Profile& profile, StandIns& standIns);

    plan::Loaded m_loaded;
    std::set<std::string> m_without;
    plan::Selection m_selection;
    check::SourcedKey m_key;
    std::map<std::size_t, check::SourcedKey> m_states;
    // Files from this index on are installed ones.
    std::optional<std::size_t> m_firstInstalled;
};

} // namespace certwright::job
