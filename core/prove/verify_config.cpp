// Why: files are worth nothing if the config does not name them, or is in a form that the service refuses.
#include "core/prove/inspection.h"

#include "core/files/path.h"
#include "core/plan/config_text.h"
#include "core/plan/server_blocks.h"
#include "core/prove/place_paths.h"

namespace certwright::prove {

namespace {

using check::Severity;

// judgeSlot: a file elsewhere than where the import puts it works if it can be read, but no import looks
// after it.
void judgeSlot(const Inspection& inspection, const profile::Slot& slot) {
    const Place& place = inspection.place;
    const std::string wanted = targetValue(*place.profile, place.root, slot.target);
    const auto found = inspection.installed.files.find(slot.id);
    if (found == inspection.installed.files.end()) {
        if (slot.required)
            inspection.add(Severity::Blocker, slot.configKey,
                           check::InstalledNotConfigured{slot.configKey, {}, wanted});
        return;
    }
    const InstalledFile& file = found->second;
    if (file.path != targetPath(place.root, slot.target))
        inspection.add(file.isRead() ? Severity::Warning : Severity::Blocker, slot.configKey,
                       check::InstalledNotConfigured{slot.configKey, file.configured, wanted});
}

// judgeInclude: a managed config that no block takes in is in effect nowhere.
void judgeInclude(const Inspection& inspection) {
    const plan::Site site = siteOf(inspection.place);
    const auto insertion = plan::insertionOf(site);
    if (insertion && plan::takingFiles(inspection.reader, site).empty())
        inspection.add(Severity::Blocker, insertion->files.front(),
                       check::InstalledNotConfigured{insertion->directive, {}, insertion->value});
}

} // namespace

void inspectConfig(const Inspection& inspection) {
    const profile::Profile& profile = *inspection.place.profile;
    const std::string path = files::join(inspection.place.root, profile.config.path);
    const std::string& text = inspection.installed.configText;
    plan::judgeConfig(profile, path, text, {}, inspection.findings);
    plan::judgeEdited(profile.config, path, text, inspection.findings);
    for (const profile::Slot& slot : profile.slots)
        judgeSlot(inspection, slot);
    judgeInclude(inspection);
}

} // namespace certwright::prove
