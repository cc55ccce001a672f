// Why: what a file holds besides our objects is told in the same findings wherever files are read.
#pragma once

#include <string>
#include <vector>

#include "core/check/finding.h"
#include "core/document/object.h"

namespace certwright::check {

// foreignBody, repairedBody and damagedBody say what was found in the file at `path`.
SourceForeign foreignBody(const std::string& path, const document::ForeignFile& foreign);
SourceRepaired repairedBody(const std::string& path, document::Repair repair);
FileDamaged damagedBody(const std::string& path, const document::Damage& damage);

// tlcpPairs returns one note for each pair of a signing and an encryption certificate among `certificates`;
// its subject is the common name of the pair. The order of the certificates does not matter. Bounded: of
// thousands of certificates the SM2 ones alone are compared, and at most 1,000 of them.
Findings tlcpPairs(const std::vector<const document::Certificate*>& certificates);

} // namespace certwright::check
