// Why: verify is many small questions about one installed set; each is answered in a file of its own and
// writes its findings here. Inside this room only.
#pragma once

#include <string>
#include <utility>

#include "core/base/clock.h"
#include "core/check/finding.h"
#include "core/prove/opened_key.h"

namespace certwright::prove {

// Inspection is what the questions are about; everything must outlive it.
struct Inspection {
    const files::FileReader& reader;
    const Place& place;
    const Installed& installed;
    const OpenedKey& opened;
    base::Time now;
    check::Findings& findings;

    template <typename Body> void add(check::Severity severity, std::string subject, Body body) const {
        findings.push_back({severity, std::move(subject), std::move(body)});
    }
};

// inspectFolders: each folder of the profile is there, with its mode and the root's owner.
void inspectFolders(const Inspection& inspection);
// inspectFiles: each slot's file is there, regular, with its mode and the root's owner.
void inspectFiles(const Inspection& inspection);
// inspectKeyStores: both copies are there, agree, are ours, and nobody else can read them.
void inspectKeyStores(const Inspection& inspection);
// inspectHome: the copies beside the service are there and are still those of the key.
void inspectHome(const Inspection& inspection);
// inspectConfig: the config's form is what the service takes, and each key names its slot's file.
void inspectConfig(const Inspection& inspection);
// inspectKey: the seal opens, and what it seals opens the key.
void inspectKey(const Inspection& inspection);
// inspectRetention: the date at which the service deletes its certificates; `notAfter` is when the server's
// certificate ends, where that is known.
void inspectRetention(const Inspection& inspection, std::optional<base::Time> notAfter);
// inspectCertificates runs every check:: rule that holds for installed files; returns when the server's
// certificate ends, nothing if there is none to read.
std::optional<base::Time> inspectCertificates(const Inspection& inspection, secret::SecretAccess access);

// What only a folder that was set up by hand shows (see diagnose.h).
// inspectPlaces: no links, second names or access control lists, no folder that others may write in, and
// config, home copies and folders belong to the owner of the root.
void inspectPlaces(const Inspection& inspection);
// inspectStoreCopies: two whole key stores are the same; takes back what inspectKeyStores said of them.
void inspectStoreCopies(const Inspection& inspection);
// inspectValues: paths and the sealed passphrase are of the characters and length that the service reads.
void inspectValues(const Inspection& inspection);
// inspectLeftovers: no copies that others can read lie beside what is installed.
void inspectLeftovers(const Inspection& inspection, secret::SecretAccess access);

} // namespace certwright::prove
