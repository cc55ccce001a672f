// Why: services and transactions are shown as cards; what stands on one is data that any view, test or screen
// reader can ask a model for.
#pragma once

#include <Qt>

namespace certwright::model {

// Urgency says how bad something is, worst first; it is shown as a colour with an icon, beside words that say
// the same. Nothing: there is nothing to judge.
enum class Urgency { Blocker, Warning, Note, Good, Nothing };

// CardRole are the parts of a card. Qt::DisplayRole is CardTitle, Qt::AccessibleTextRole all of it as one
// sentence.
enum CardRole : int {
    CardTitle = Qt::UserRole, // QString
    CardLines,                // QStringList: what it is about
    CardVerdict,              // QString: the verdict in a few words
    CardReason,               // QString: why, may be empty
    CardUrgency,              // int: Urgency of the verdict
    CardDays,                 // QVariantList of int: days to each end from now, earliest first; a bar if any
    CardMark,                 // QString: what sets this one apart ("Present state"), mostly empty
    CardKey,                  // QString: names the same thing after the model was filled again
};

} // namespace certwright::model
