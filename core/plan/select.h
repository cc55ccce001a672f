// Why: people should not have to know which file is what; what is in them says so, and where it does not,
// they are asked.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/check/finding.h"
#include "core/plan/load.h"
#include "core/profile/profile.h"

namespace certwright::plan {

// Place names one object by its file and item index in Loaded.
struct Place {
    std::size_t file = 0;
    std::size_t item = 0;

    bool operator==(const Place&) const = default;
    auto operator<=>(const Place&) const = default;
};

// Selection says which object goes where: by slot id (several for bundles of CAs and CRLs), and the `pool` of
// all other certificates, from which intermediates are taken. `ambiguous` are the candidates where somebody
// has to choose. Findings: SlotWrongKind, SlotAmbiguous, SlotMissing (blockers) and FileUnused (a note).
struct Selection {
    std::map<std::string, std::vector<Place>> slots;
    std::map<std::string, std::vector<Place>> ambiguous;
    std::vector<Place> pool;
    check::Findings findings;

    // first returns the first object of a slot, nothing if it has none.
    std::optional<Place> first(const std::string& slot) const;
};

// select sorts what was loaded into the slots of `profile`. Files given for a slot come first, and what else
// they bring (intermediates, a key, a CA) counts like any other file. Then by what things are: the key and
// the certificate that belong together; the self-issued CA at which the certificate's chain ends; CRLs by
// their issuer. Identical objects count once. What is still encrypted is chosen only where there is no other
// choice, so call it again after opening. `now`: of several chains the one that holds then. The slots
// `without` get nothing.
Selection select(const Loaded& loaded, const profile::Profile& profile, base::Time now,
                 const std::set<std::string>& without = {});

// certificateAt, keyAt (nullptr: still encrypted) and crlAt return the object at a place that select gave.
const document::Certificate* certificateAt(const Loaded& loaded, Place place);
const document::PrivateKey* keyAt(const Loaded& loaded, Place place);
const document::Crl* crlAt(const Loaded& loaded, Place place);
// describe is a short text for one object: subject, issuer or kind.
std::string describe(const document::Object& object);
// keyTypeText is "RSA 3072" or "EC prime256v1".
std::string keyTypeText(const document::KeyFacts& facts);

} // namespace certwright::plan
