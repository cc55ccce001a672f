// Why: a path or a sealed text that the service cannot read to its end is as good as none.
#include "core/prove/inspection.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/plan/config_changes.h"

namespace certwright::prove {

namespace {

using check::Severity;

// judgeSealed: the value itself is a secret's shell and is not shown.
void judgeSealed(const Inspection& inspection) {
    const profile::Profile& profile = *inspection.place.profile;
    const std::string& key = profile.passphrase.configKey;
    const std::string& value = inspection.installed.sealedPassphrase;
    const std::size_t length = base::utf8Length(value);
    if (length > profile.passphrase.maximumLength)
        inspection.add(Severity::Blocker, key,
                       check::ValueTooLong{key, length, profile.passphrase.maximumLength});
    const bool told =
        std::any_of(inspection.findings.begin(), inspection.findings.end(), [&](const check::Finding& it) {
            return it.subject == key && it.body.is<check::ConfigInterpolation>();
        });
    if (!told && value.find_first_of(profile.config.forbidden) != std::string::npos)
        inspection.add(Severity::Blocker, key, check::ValueAlphabet{key, "********"});
}

} // namespace

void inspectValues(const Inspection& inspection) {
    const std::string& alphabet = inspection.place.profile->config.pathAlphabet;
    for (const auto& [slot, file] : inspection.installed.files)
        if (!plan::fitsAlphabet(file.configured, alphabet))
            inspection.add(Severity::Blocker, file.configured,
                           check::PathAlphabet{file.configured, alphabet});
    judgeSealed(inspection);
}

} // namespace certwright::prove
