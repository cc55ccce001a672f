// Why: what is wrong with the form of a revocation list is a word in the finding and a clause in the
// sentence.
#pragma once

#include <string_view>

#include "ui/text/phrasebook.h"

namespace certwright::text {

// crlFormClause says in a clause ("it holds the same extension more than once") what the word of a CrlForm,
// CrlNumber, CrlScope or CrlSignerUnknown means; the word itself if it is not known.
QString crlFormClause(const Phrasebook& book, std::string_view reason);
QString crlNumberClause(const Phrasebook& book, std::string_view reason);
QString crlScopeClause(const Phrasebook& book, std::string_view reason);
QString crlSignerClause(const Phrasebook& book, std::string_view reason);

} // namespace certwright::text
