// Why: a reminder that rings in a calendar is wanted at the end of an import and for services that are there.
#pragma once

#include <vector>

#include "core/job/service_list.h"
#include "ui/report/export.h"

namespace certwright::report {

// CalendarExport writes the dates on which services stop working, with alarms, as an .ics file.
class CalendarExport final : public Export {
    Q_OBJECT

  public:
    using Export::Export;

    // save asks where to, then reads the dates of `services` and writes them in the window's language. A
    // calendar of ours that is there is brought up to date; another file stays (FileExists).
    void save(const std::vector<job::KnownService>& services);
};

} // namespace certwright::report
