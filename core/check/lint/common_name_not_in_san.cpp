// Why: the common name repeats one of the alternative names, character for character.
#include "core/check/lint/rules.h"

#include <algorithm>

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"
#include "core/document/names.h"

namespace certwright::check::lints {

namespace {

// isNamed compares IP addresses with their one usual form (RFC 5952 for IPv6).
bool isNamed(std::string_view commonName, const NamesPart& names) {
    return std::ranges::any_of(names.names, [commonName](const GeneralName& name) {
        if (name.tag == GeneralName::ip)
            return document::ipText(name.content) == commonName;
        return name.tag == GeneralName::dns && name.text() == commonName;
    });
}

} // namespace

const LintRule commonNameNotInSan{
    "lint.common-name-not-in-san",
    "Baseline Requirements section 7.1.4.3",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const Values& values = subject.values();
        for (const NameAttribute& attribute : values.subject)
            if (!subject.isCa() && values.subjectAltName.present() && same(attribute.oid, oid::commonName) &&
                !isNamed(attribute.text(), values.subjectAltName))
                return readable(attribute.value);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints
