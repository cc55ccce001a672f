// Why: both programs use the vendor's library in the same way.
#include "app/host/program_folder.h"
#include "core/vault/kmc_process.h"

namespace certwright::host {

vault::KmcSetup vendorSetup(const files::FileReader& reader) {
    return {vault::kmcHelperPath(reader, programFolder()), workFolders(), {}};
}

} // namespace certwright::host
