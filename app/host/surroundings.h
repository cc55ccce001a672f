// Why: where services are looked for is the same for the window and the command line.
#pragma once

#include "core/files/file_system.h"
#include "core/job/known_services.h"

namespace certwright::host {

// surroundingsOf gives environment variables, and the home folder of the account that a service folder works
// with (root works for the owner of the folder). `reader` must outlive it.
job::Surroundings surroundingsOf(const files::FileReader& reader);

} // namespace certwright::host
