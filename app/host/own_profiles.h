// Why: a site adds a service by putting a YAML file into a folder.
#pragma once

#include <string>
#include <vector>

#include "core/files/file_system.h"
#include "core/profile/load.h"

namespace certwright::host {

// profilesIn reads every *.yaml in `folder`, at most 64 of at most 1 MiB each, in the order of their names;
// what cannot be read is left out, what is wrong inside is reported when it is parsed.
inline std::vector<profile::ProfileText> profilesIn(const files::FileReader& reader,
                                                    const std::string& folder) {
    std::vector<profile::ProfileText> texts;
    const auto names = reader.list(folder);
    if (!names)
        return texts;
    for (const std::string& name : *names) {
        if (!name.ends_with(".yaml") || texts.size() == 64)
            continue;
        const std::string path = folder + "/" + name;
        if (const auto content = reader.read(path, 1024 * 1024, files::Links::Follow))
            texts.push_back({path, std::string(base::textOf(*content))});
    }
    return texts;
}

} // namespace certwright::host
