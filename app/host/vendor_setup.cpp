// Why: both programs use the vendor's library in the same way.
#include "app/host/program_folder.h"
#include "core/vault/kmc_process.h"

namespace certwright::host {

vault::KmcSetup vendorSetup(const files::FileReader& reader) {
    return {vault::kmcHelperPath(reader, programFolder()), workFolders(), {}};
}

std::vector<std::string> workFolders() {
    return vault::kmcWorkFolders();
}

} // namespace certwright::host
