// Why: before any certificate's status is asked for, every list is judged by itself for one path: who signed
// it, whether it holds now, whether its form allows a conclusion.
#pragma once

#include <vector>

#include "core/check/revocation/judged_crl.h"

namespace certwright::check {

// ListDefects are what is said of one list, in the order in which it is shown.
struct ListDefects {
    std::vector<Defect> defects;

    void add(Findings findings, Weight weight);
    void add(Finding finding, Weight weight);
};

// JudgedLists: `lists` are the distinct lists given, ordered by fingerprint; `said` what is said of each.
struct JudgedLists {
    std::vector<JudgedCrl> lists;
    std::vector<ListDefects> said;

    // trusted returns those of the lists that may speak for their issuer.
    std::vector<const JudgedCrl*> trusted() const;
    // given tells whether any list counts as given: that statuses are known is then expected.
    bool given() const;
};

// judgeLists judges all lists of the material. `subjects` are the certificates of the path whose status may
// be asked for.
JudgedLists judgeLists(const Context& context, const std::vector<CrlSubject>& subjects);

} // namespace certwright::check
