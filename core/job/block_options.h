// Why: which server block takes a certificate in is chosen from a list, and reading the files that it is made
// of takes time: it comes with the survey.
#pragma once

#include <string>
#include <vector>

#include "core/files/file_system.h"
#include "core/profile/profile.h"

namespace certwright::job {

// BlockOption is a block that can take a managed config in: `place` is FILE:LINE (what Request::block takes),
// `names` what it answers to, `listens` its listen lines without the directive. `tls`: it listens with TLS;
// `taking`: it has the line already.
struct BlockOption {
    std::string place;
    std::vector<std::string> names;
    std::vector<std::string> listens;
    bool tls = false;
    bool taking = false;
};

// BlockOptions: `usual` is the place of the block that an import takes when nobody says (plan::chooseBlock);
// empty where somebody must say, also where the only one that could be meant listens without TLS.
struct BlockOptions {
    std::vector<BlockOption> blocks;
    std::string usual;

    // at returns the option with this place, or nullptr.
    const BlockOption* at(const std::string& place) const;
};

// blockOptions reads the files of the service at `root` that the profile's insertion names; empty for a
// profile without one. What cannot be read is left out: the check tells.
BlockOptions blockOptions(const files::FileReader& reader, const profile::Profile& profile,
                          const std::string& root);

} // namespace certwright::job
