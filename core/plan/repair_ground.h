// Why: a repair that the applier would refuse for one place must not take all the others with it; so each
// place is asked about beforehand, by the applier's own rules. Inside this room only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/plan/targets.h"

namespace certwright::plan {

// RepairGround knows the folders of a site, and which of them a repair closes to others.
class RepairGround {
  public:
    RepairGround(const files::FileReader& reader, const Site& site, const std::vector<Area>& areas);

    // folders lists the folders that get another mode (Exactness::Exact), outer ones first.
    const std::vector<FolderTarget>& folders() const { return m_folders; }
    // mayWrite tells whether a file at `path` can be written: every folder from the area's top down is a real
    // one of the right account which, after folders() are done, nobody else may write in, or one that can be
    // made; and what stands there, if anything, is a readable regular file of an account that may be
    // replaced.
    bool mayWrite(const std::string& path) const;
    // missingFolder returns the folder that has to be made for a file at `path`, if it is one of the site's.
    std::optional<FolderTarget> missingFolder(const std::string& path) const;
    // ownerOf is who a file at `path` shall belong to: given only where root writes.
    std::optional<base::Owner> ownerOf(const std::string& path) const;

  private:
    bool ours(const base::Owner& owner) const;
    bool isGood(const std::string& folder) const;
    bool reaches(const std::string& path) const;
    const Area* areaOf(const std::string& path) const;
    void consider(const FolderTarget& folder);

    const files::FileReader& m_reader;
    const Site& m_site;
    const std::vector<Area>& m_areas;
    std::vector<FolderTarget> m_folders;
};

} // namespace certwright::plan
