// Why: see portable.h.
#include "app/host/portable.h"

#include "app/host/program_folder.h"
#include "core/files/file_system.h"
#include "core/files/path.h"

namespace certwright::host {

std::string portableSettings() {
    const std::string folder = programFolder();
    if (folder.empty() ||
        !files::localFileSystem()->stat(files::join(folder, portableMarker), files::Links::Follow))
        return {};
    return files::join(folder, "settings");
}

} // namespace certwright::host
