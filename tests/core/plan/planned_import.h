// Why: several tests start from one good import, planned into a folder and carried out as plainly as can be.
#pragma once

#include "core/base/random_source.h"
#include "core/plan/import_planner.h"
#include "tests/core/plan/material.h"
#include "tests/core/plan/service_folder.h"

namespace certwright::test {

// PlannedImport has a leaf of an intermediate of a root, and the root's CRL, already checked; `files` and
// `random` must outlive it.
class PlannedImport {
  public:
    PlannedImport(files::FileSystem& files, base::RandomSource& random);

    const document::Identity& root() const { return m_root; }
    const document::Identity& sub() const { return m_sub; }
    const document::Identity& leaf() const { return m_leaf; }
    check::Material& material() { return m_material; }
    check::ServerPath& path() { return m_path; }

    // into plans an import, looking through `reader` where one is given.
    base::Result<plan::Plan> into(const ServiceFolder& folder) const { return into(folder, m_files); }
    base::Result<plan::Plan> into(const ServiceFolder& folder, const files::FileReader& reader) const;
    // carryOut writes the changes of a plan.
    void carryOut(const plan::Plan& plan) const;

  private:
    files::FileSystem& m_files;
    base::RandomSource& m_random;
    document::Identity m_root;
    document::Identity m_sub;
    document::Identity m_leaf;
    check::Material m_material;
    check::ServerPath m_path;
};

// changeFor returns the change of a path, nullptr if there is none.
const plan::Change* changeFor(const plan::Plan& plan, const std::string& path);

} // namespace certwright::test
