// Why: a set of certificates becomes rows of a tree here; how they look is the tree's business.
#pragma once

#include <QTreeWidget>

#include "core/base/clock.h"
#include "core/job/set_view.h"
#include "ui/text/phrasebook.h"

namespace certwright::widget {

// What a row carries besides its text (Qt::DisplayRole; of an object's row the first line is its title): the
// icon (an IconName) and tone (a Tone) of an object's row, none for others; and a key that is the same in
// every language.
enum ChainRole { ChainIcon = Qt::UserRole, ChainTone, ChainKey };

// addChainRows adds all rows of `view` to `tree`.
void addChainRows(QTreeWidget& tree, const job::SetView& view, base::Time now, const text::Phrasebook& book);

} // namespace certwright::widget
