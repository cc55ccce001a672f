// Why: files, profiles, plans and receipts as JSON, with the names that resources/help/json.md documents.
#pragma once

#include "core/job/import_job.h"
#include "core/job/inspect.h"
#include "ui/text/json_findings.h"

namespace certwright::text {

// jsonOf an item is its kind and facts, and how it stood in its file.
Json jsonOf(const document::Item& item, base::Time now);
Json jsonOf(const job::Inspected& file, base::Time now, const Books& books);
Json jsonOf(const profile::Profile& profile);
Json jsonOf(const std::vector<job::Selected>& selected);
Json jsonOf(const plan::Plan& plan, const files::FileReader& reader);
Json jsonOf(const prove::Proof& proof);
// jsonOf who seals is "kmc", "builtin" or "certimport"; null where nobody does.
Json jsonOf(const std::optional<vault::Protector>& protector);
Json jsonOf(const apply::Receipt& receipt);

} // namespace certwright::text
