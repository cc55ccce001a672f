// Why: what ends a service stands in several files and in its config; one reader collects it, for the list of
// dates and for whoever needs the end of the certificate only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/check/finding.h"
#include "core/prove/installed.h"

namespace certwright::job {

// EndRole is what ends: a certificate of the server's chain, a CA, a revocation list (its nextUpdate), or the
// time for which the service keeps its certificates.
enum class EndRole { Server, Intermediate, Ca, Crl, Retention };
// endRoleName returns "server", "intermediate", "ca", "crl" or "retention".
std::string_view endRoleName(EndRole role);

// End is one date on which a service stops working. `name` is a subject, an issuer or (retention) a config
// key; `slot` the slot, empty for retention; `position` counts the objects of a file from 0.
struct End {
    EndRole role = EndRole::Server;
    std::string slot;
    std::size_t position = 0;
    std::string name;
    base::Time end;
};

// hasPassed: a certificate and a list are good up to and including their last second (RFC 5280 sections
// 4.1.2.5 and 5.1.2.5); the retention time has passed as soon as it is reached.
bool hasPassed(EndRole role, base::Time end, base::Time now);

// InstalledEnds: `findings` tell of files that cannot be read or are not what they should be:
// InstalledMissing, InstalledUnreadable, ServiceUnreadable (blockers), and InstalledNotConfigured for a
// retention date that is none.
struct InstalledEnds {
    std::vector<End> ends;
    check::Findings findings;
};

// installedEnds reads what the config of `place` names. Errors: those of prove::readInstalled.
base::Result<InstalledEnds> installedEnds(const files::FileReader& reader, const prove::Place& place,
                                          secret::SecretAccess access);

// endOfServer returns when the server's own certificate ends; nothing if none can be read.
std::optional<base::Time> endOfServer(const std::vector<End>& ends);

} // namespace certwright::job
