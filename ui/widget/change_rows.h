// Why: what will be written and what was written are told in the same columns.
#pragma once

#include <vector>

#include <QString>

#include "core/files/file_system.h"
#include "core/plan/plan.h"
#include "ui/text/record.h"

namespace certwright::widget {

// ChangeRow is one change in words: what is done ("replace"), where, what for, what is known of the content
// before and after (empty where there is none), and mode with owner.
struct ChangeRow {
    QString action;
    QString path;
    QString purpose;
    QString before;
    QString after;
    QString mode;
};

// changeRows of a plan: paths below its root are shown relative to it; `reader` names owners.
std::vector<ChangeRow> changeRows(const plan::Plan& plan, const files::FileReader& reader,
                                  const text::Phrasebook& book);
// changeRows of the record of an earlier transaction; its facts stand in `after`, one to a line.
std::vector<ChangeRow> changeRows(const text::Record& record);

} // namespace certwright::widget
