// Why: a person looks at a set of certificates as a chain and as dates, whether it is brought or installed.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/check/check.h"
#include "core/document/facts.h"
#include "core/job/installed_dates.h"
#include "core/job/open_service.h"

namespace certwright::job {

// SetView is a set for showing: the server's chain, leaf first, ended by the CA if it is `complete`; all CAs
// and revocation lists of every direction; and every date on which the set ends, in the order of the profile.
struct SetView {
    std::vector<document::CertificateFacts> chain;
    bool complete = false;
    std::vector<document::CertificateFacts> authorities;
    std::vector<document::CrlFacts> lists;
    std::vector<End> ends;
};

// viewOf makes one of what was brought (End::slot is empty for CRLs and CAs of the server's own direction,
// else the trust pair). `retention` is the date from which the service deletes its certificates.
SetView viewOf(const check::Material& material, const check::ServerPath& path,
               std::optional<base::Time> retention);

// retentionIn is the date in the config from which the service deletes its certificates; nothing if there is
// none or it cannot be read.
std::optional<base::Time> retentionIn(const profile::Profile& profile, std::string_view configText);

// viewInstalled makes one of what the config of an opened service names; what cannot be read is left out.
// Errors: those of prove::readInstalled.
base::Result<SetView> viewInstalled(Environment& environment, const OpenedService& service);

} // namespace certwright::job
