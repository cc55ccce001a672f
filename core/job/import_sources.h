// Why: what was brought is read, opened and sorted in turns: what a container holds decides what is still
// missing, and whether a key fits decides which certificate is meant.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/check/material.h"
#include "core/job/environment.h"
#include "core/plan/load.h"
#include "core/plan/select.h"

namespace certwright::job {

// ImportSources owns everything that was read, opened keys included.
class ImportSources {
  public:
    // read loads, sorts, and opens what the profile's slots need: containers given for a slot, others only if
    // something required is missing without them, and the chosen key. Errors: Cancelled and others of
    // `passwords`.
    base::Status read(Environment& environment, const profile::Profile& profile,
                      const std::map<std::string, std::string>& slots, const std::vector<std::string>& paths,
                      PasswordSource& passwords);

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

    plan::Loaded m_loaded;
    plan::Selection m_selection;
    check::SourcedKey m_key;
    std::map<std::size_t, check::SourcedKey> m_states;
};

} // namespace certwright::job
