// Why: to name a purpose twice says nothing.
#include "core/check/lint/rules.h"

#include "core/check/lint/values.h"

namespace certwright::check::lints {

// Lists of thousands are looked at in part only: a repetition is mere form.
const LintRule ekuRepeated{
    "lint.eku-repeated",
    "RFC 5280 section 4.2.1.12",
    {Severity::Note, Severity::Note, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& usage = subject.values().extendedKeyUsage;
        for (std::size_t i = 1; i < usage.oids.size(); ++i)
            for (std::size_t k = 0; k < i && i < 1000; ++k)
                if (same(usage.oids[i], usage.oids[k]))
                    return document::dottedOid(usage.oids[i]);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
