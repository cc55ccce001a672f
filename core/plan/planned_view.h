// Why: what a plan would make of a folder can be looked at before it is done, by everything that only reads.
#pragma once

#include <map>
#include <string>

#include "core/files/file_system.h"
#include "core/plan/plan.h"

namespace certwright::plan {

// PlannedView reads as if every change of `plan` had been made; plan and reader must outlive it. Folders that
// the plan makes are there and hold what it puts into them. The access control list of a file that is written
// anew is gone, and it has one name.
class PlannedView final : public files::FileReader {
  public:
    PlannedView(const files::FileReader& reader, const Plan& plan);

    base::Result<base::FileInfo> stat(const std::string& path, files::Links links) const override;
    base::Result<base::Bytes> read(const std::string& path, std::uint64_t maximum,
                                   files::Links links) const override;
    base::Result<std::unique_ptr<files::OpenFile>> open(const std::string& path, std::uint64_t maximum,
                                                        files::Links links) const override;
    base::Result<std::vector<std::string>> list(const std::string& folder) const override;
    base::Result<std::string> resolve(const std::string& path) const override;
    base::Result<std::uint64_t> freeSpace(const std::string& folder) const override;
    base::Result<files::Volume> volume(const std::string& folder) const override;
    base::Result<bool> hasAccessList(const std::string& path) const override;
    base::Owner self() const override { return m_reader.self(); }
    std::string accountName(std::uint32_t user) const override { return m_reader.accountName(user); }

  private:
    // at returns the change of `path`, nullptr if it has none.
    const Change* at(const std::string& path) const;

    const files::FileReader& m_reader;
    std::map<std::string, const Change*> m_changes;
};

} // namespace certwright::plan
