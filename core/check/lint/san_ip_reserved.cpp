// Why: nobody can prove that an address of private networks is theirs.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/reserved_addresses.h"
#include "core/document/names.h"

namespace certwright::check::lints {

const LintRule sanIpReserved{
    "lint.san-ip-reserved",
    "Baseline Requirements section 4.2.2",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        if (subject.isCa() || !issuedFrom(subject, 2015, 11, 1))
            return std::nullopt;
        for (const GeneralName& name : subject.values().subjectAltName.names)
            if (name.tag == GeneralName::ip && isReservedAddress(name.content))
                return document::ipText(name.content);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
