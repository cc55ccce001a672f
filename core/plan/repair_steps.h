// Why: a repair is many small answers that must fit together in one plan; each kind has a file of its own.
// Inside this room only.
#pragma once

#include <map>
#include <set>
#include <string>

#include "core/config/text_edit.h"
#include "core/plan/change_list.h"
#include "core/plan/key_stores.h"
#include "core/plan/repair_ground.h"
#include "core/plan/repair_planner.h"

namespace certwright::plan {

// RepairPlanner goes from the config (what is installed where) over the secrets to the files.
class RepairPlanner {
  public:
    RepairPlanner(const files::FileReader& reader, const Site& site, const RepairSource& source,
                  base::RandomSource& random, secret::SecretAccess access, Plan& plan);
    RepairPlanner(const RepairPlanner&) = delete;
    RepairPlanner& operator=(const RepairPlanner&) = delete;
    // New content that no change took over is wiped.
    ~RepairPlanner();

    base::Status run();

  private:
    // repair_config.cpp: m_text becomes what the config shall say.
    void readConfig();
    void mendRepeatedKeys();
    void mendSlotValues();
    bool edit(const std::vector<config::Setting>& settings);
    std::optional<std::string> valueToGive(const profile::Slot& slot, bool anythingInstalled) const;
    bool standsAtTarget(const profile::Slot& slot) const;
    bool anythingInstalled() const;
    std::string valueOf(const std::string& key) const;

    // repair_secrets.cpp: m_contents gets new content for key stores, key and home copies.
    void mendKeyStores();
    base::Status mendKey();
    base::Result<std::string> encryptAnew(const document::PrivateKey& key);
    void mendHomeCopies();
    bool keyIsKnown() const;
    void give(const std::string& path, base::Bytes content);

    // repair_planner.cpp: the changes.
    void addFolders();
    void addFiles();
    void addFile(Target target);
    void addLeftovers();
    std::uint32_t wantedMode(const Target& target, const base::FileInfo& info) const;
    bool needsNewFile(const Target& target, const base::FileInfo& info) const;
    bool counts(const Target& target) const;

    const files::FileReader& m_reader;
    const Site& m_site;
    const profile::Profile& m_profile;
    const RepairSource& m_source;
    base::RandomSource& m_random;
    secret::SecretAccess m_access;
    Plan& m_plan;
    RepairGround m_ground;
    KeyStores m_stores;
    ChangeList m_changes;
    std::optional<std::string> m_before;
    std::string m_text;
    bool m_configWritable = false;
    std::map<std::string, base::Bytes> m_contents;
    std::string m_keyPath;
    base::Bytes m_keyContent;
    std::set<std::string> m_madeFolders;
};

} // namespace certwright::plan
