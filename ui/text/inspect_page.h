// Why: what each file holds, object by object, for people.
#pragma once

#include "core/job/inspect.h"
#include "ui/text/page.h"
#include "ui/text/phrasebook.h"

namespace certwright::text {

// certificateRows and crlRows are a certificate's and a revocation list's facts as rows of two (what, value).
std::vector<QStringList> certificateRows(const document::CertificateFacts& facts, base::Time now,
                                         const Phrasebook& book);
std::vector<QStringList> crlRows(const document::CrlFacts& facts, base::Time now, const Phrasebook& book);

// addInspected shows one file; days left are counted from `now`.
void addInspected(Page& page, const job::Inspected& file, base::Time now, const Phrasebook& book);

} // namespace certwright::text
