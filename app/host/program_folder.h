// Why: the programs find the helper that loads the vendor's library beside themselves, wherever they were
// installed.
#pragma once

#include <string>

#include "core/vault/kmc_library.h"

namespace certwright::host {

// programFolder is the folder that the running program lies in (UTF-8, absolute), empty where the system does
// not tell.
std::string programFolder();

// vendorSetup is how the vendor's libraries are used from this program.
vault::KmcSetup vendorSetup(const files::FileReader& reader);

// workFolders is where the vendor's programs may work on copies for a moment, as the environment says.
std::vector<std::string> workFolders();

} // namespace certwright::host
