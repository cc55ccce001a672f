// Why: the vendor's key library as a VendorLibrary: looked at before it is loaded, loaded by the helper only,
// on copies of the key stores, and believed in nothing that can be checked.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/files/file_system.h"
#include "core/vault/kmc_exchange.h"
#include "core/vault/vendor_library.h"

namespace certwright::vault {

// KmcSetup: `helper` is the path of certwright-kmc (kmcHelperPath), `workFolders` where copies of key stores
// may lie for a moment.
struct KmcSetup {
    std::string helper;
    std::vector<std::string> workFolders;
    KmcLimits limits;
};

// kmcHelperPath is the helper's path beside this program or in ../libexec; where it is in neither, the first
// place, so that HelperMissing can name it. `ownProgramFolder` holds the program that runs.
std::string kmcHelperPath(const files::FileReader& reader, const std::string& ownProgramFolder);

// KmcLibraries makes vendor libraries that run in the helper. `fileSystem` must outlive it and them.
class KmcLibraries final : public VendorLibraries {
  public:
    KmcLibraries(KmcSetup setup, files::FileSystem& fileSystem)
        : m_setup(std::move(setup))
        , m_fileSystem(fileSystem) {}

    // at: `progress` must outlive the library; it hears AwaitLibrary (seconds waited, of at most so many)
    // from the third second on, every second. Nothing is looked at or loaded yet.
    std::unique_ptr<VendorLibrary> at(const VendorSettings& settings, base::Progress& progress) override;

  private:
    KmcSetup m_setup;
    files::FileSystem& m_fileSystem;
};

} // namespace certwright::vault
