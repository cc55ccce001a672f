// Why: the past of a service for people: a table of what was done, and each transaction in full.
#pragma once

#include <string>
#include <vector>

#include "core/job/past.h"
#include "ui/text/page.h"
#include "ui/text/phrasebook.h"
#include "ui/text/record.h"

namespace certwright::text {

// addHistory adds the table, newest first, and the limits.
void addHistory(Page& page, const job::Past& past, const std::string& root, const Phrasebook& book);

// addRecord adds all of a record but its signatures; addSignatures those.
void addRecord(Page& page, const Record& record);
void addSignatures(Page& page, const Record& record);

// PastPhrase names a sentence about limits and wiping; pastText returns it.
enum class PastPhrase { ErrorLimits, NothingToWipe, AboutToWipe, LimitsRemembered };
QString pastText(PastPhrase phrase, const Phrasebook& book);
// wipedText says how many states were wiped.
QString wipedText(int count, const Phrasebook& book);
// adoptedText says that `count` files are now stored as state `id`.
QString adoptedText(int count, const std::string& id, const Phrasebook& book);
// reportWrittenText names the file that a report was written to.
QString reportWrittenText(const std::string& path, const Phrasebook& book);
// addStored lists what of the present files an adoption stores, and returns how many files that are.
int addStored(Page& page, const plan::Plan& plan, const files::FileReader& reader, const Phrasebook& book);

} // namespace certwright::text
