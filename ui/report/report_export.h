// Why: the record of a transaction is handed over from the end of the wizard and from the history alike.
#pragma once

#include <string>

#include "core/job/planned_job.h"
#include "ui/report/export.h"

namespace certwright::report {

// Form is the kind of file; Speech the language of the report, which need not be that of the window.
enum class Form { Pdf, Html };
enum class Speech { English, Chinese, Both };

// Transaction names an entry in the history of a service; an empty `id` is the newest.
struct Transaction {
    job::ServiceChoice service;
    std::string id;
};

// ReportExport writes hand-over reports (no secrets in them).
class ReportExport final : public Export {
    Q_OBJECT

  public:
    using Export::Export;

    // save asks where to, then writes. Errors that failed() tells: those of openService, pastOf, entryOf and
    // of writing.
    void save(const Transaction& transaction, Form form, Speech speech);
};

} // namespace certwright::report
