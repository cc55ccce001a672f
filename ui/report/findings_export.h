// Why: whoever has to ask the CA, or a colleague, sends what was found.
#pragma once

#include "core/check/finding.h"
#include "core/profile/profile.h"
#include "ui/report/export.h"

namespace certwright::report {

// Verdict is what is saved: the findings on a service at `root`, and when it was judged.
struct Verdict {
    check::Findings findings;
    profile::Title service;
    std::string root;
    base::Time judgedAt;
};

// FindingsExport writes findings in the window's language as text, or as HTML where the file's name ends so.
class FindingsExport final : public Export {
    Q_OBJECT

  public:
    using Export::Export;

    // save asks where to, then writes.
    void save(const Verdict& verdict);
};

// findingsHtml is one self-contained page without scripts; every text is escaped.
QString findingsHtml(const Verdict& verdict, const text::Phrasebook& book);
// findingsText is the same as plain text.
QString findingsText(const Verdict& verdict, const text::Phrasebook& book);

} // namespace certwright::report
