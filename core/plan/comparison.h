// Why: a renewal is judged by what it changes; old and new side by side show a step back before a client
// does.
#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/check/check.h"
#include "core/check/finding.h"
#include "core/document/facts.h"

namespace certwright::plan {

// KeyChange says whether the certificate is for another key than the one before.
enum class KeyChange { Same, New };

// CaChange says what the CAs' exchange means to clients: None (the new certificate hangs on a CA that was
// installed before, and none of those goes), Other.
enum class CaChange { None, Other };

// InstalledCertificates are the server's certificate and the CAs as they are installed.
struct InstalledCertificates {
    document::CertificateFacts leaf;
    std::vector<document::CertificateFacts> cas;
};

// Comparison is the installed certificate beside the one that takes its place. Names are DNS names in lower
// case and IP addresses (the CN where the service counts it and there are no others); a name is lost if no
// name of the new certificate covers it, and added likewise. `daysGained` are whole days from the old end to
// the new, negative where the new one ends earlier. `caBefore` and `caAfter` are subjects
// (with part of the fingerprint where an old and a new CA share a name).
struct Comparison {
    document::CertificateFacts before;
    document::CertificateFacts after;
    std::vector<std::string> namesAdded;
    std::vector<std::string> namesLost;
    KeyChange key = KeyChange::Same;
    int daysGained = 0;
    std::vector<std::string> caBefore;
    std::vector<std::string> caAfter;
    CaChange ca = CaChange::None;

    bool sameCertificate() const { return before.fingerprint == after.fingerprint; }
};

// compare puts `installed` beside the set that will be installed; `material` must have a leaf.
Comparison compare(const InstalledCertificates& installed, const check::Material& material,
                   const check::ServerPath& path, check::CommonName commonName);

// securityStrength returns the bits of NIST SP 800-57 part 1, table 2, of a key: 80, 112, 128, 192 or 256;
// 0 where it is not known.
int securityStrength(const document::KeyFacts& key);

// judgeComparison finds steps back, as warnings: ReplaceShorter, ReplaceNamesLost, ReplaceKeyWeaker (fewer
// bits of the same algorithm, less security strength of another), ReplaceCaChanged.
void judgeComparison(const Comparison& comparison, check::Findings& findings);

} // namespace certwright::plan
