// Why: a revocation list finds its place by who issued it, not by its name; and of several the newest counts.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/plan/installed_objects.h"
#include "core/plan/select.h"

namespace certwright::plan {

// SortedCrls says which lists go into which slot, by slot id: one per issuer and scope, the newest (isOlder);
// never a delta (CrlDelta, which blocks where nothing else fits or the person named it). Findings also:
// SlotWrongKind (a file named for a slot holds no list), SlotMissing (nothing brought holds one),
// CrlWrongIssuer and CrlSignatureInvalid (no slot's installed CA issued it) and FileUnused. The first two
// block, the next two where the file was named by the person or nothing else fits.
struct SortedCrls {
    std::map<std::string, std::vector<Place>> slots;
    check::Findings findings;
};

// sortCrls sorts by issuer and signature, as the CAs that are installed say. A list goes into every slot in
// use whose CA issued it; into one that is not in use only if there is no other, or if the person named it.
SortedCrls sortCrls(const Loaded& loaded, const profile::Profile& profile, const InstalledObjects& installed);

// inUse tells whether the config names a file for the slot and the file can be read.
bool inUse(const InstalledSlot& slot);

} // namespace certwright::plan
