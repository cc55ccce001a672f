// Why: whoever sets up certificates by hand leaves copies behind, and a copy of a key is a key.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/plan/targets.h"
#include "core/secret/secret_access.h"

namespace certwright::plan {

// Holding is the worst thing in a leftover. OpenKey: a private key without encryption, or a key store.
enum class Holding { Nothing, Certificate, Config, EncryptedKey, OpenKey };

// holdingWord returns "key", "certificate", "config" or an empty word, as check::LeftoverReadable wants it.
std::string holdingWord(Holding holding);

// Leftover is a backup copy or an editor's leftover, a regular file whose mode lets others read it.
struct Leftover {
    std::string path;
    base::FileInfo info;
    Holding holding = Holding::Nothing;
};

// isLeftoverName tells names as editors, packagers and people make them: "x.bak", "x~", ".x.swp", "#x#",
// "x.rpmsave", "server.key.1". `known` are the file names of the service, whose numbered copies count
// whatever they end in.
bool isLeftoverName(std::string_view name, const std::vector<std::string>& known);

// readableLeftovers looks into the root, the service folder, the folders of all installed files and the home
// folder of the service; not below them, never through links, and at no more than 4096 names in each.
// What is installed itself is none.
std::vector<Leftover> readableLeftovers(const files::FileReader& reader, const Site& site,
                                        std::string_view configText, secret::SecretAccess access);

} // namespace certwright::plan
