// Why: verify, proof and unlock all start with the same question: what would the service itself read?
#include "core/prove/installed.h"

#include "core/base/bytes.h"
#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/plan/config_text.h"
#include "core/prove/place_paths.h"

namespace certwright::prove {

namespace {

InstalledFile readSlot(const files::FileReader& reader, const Place& place, const profile::Slot& slot,
                       std::string configured) {
    InstalledFile file;
    file.path = configuredPath(*place.profile, place.root, configured);
    file.configured = std::move(configured);
    auto info = reader.stat(file.path, files::Links::Refuse);
    if (!info) {
        file.error = info.error();
        return file;
    }
    file.info = *info;
    const auto limit =
        slot.kind == profile::SlotKind::Crl ? document::maximumCrlSize : document::maximumFileSize;
    // The service follows a folder that is a link, but no file that is one.
    const auto folder = reader.resolve(files::parentOf(file.path));
    const std::string path = folder ? files::join(*folder, files::fileNameOf(file.path)) : file.path;
    auto content = reader.read(path, limit, files::Links::Refuse);
    if (content)
        file.content = std::move(*content);
    else
        file.error = content.error();
    return file;
}

} // namespace

base::Result<Installed> readInstalled(const files::FileReader& reader, const Place& place) {
    const profile::Profile& profile = *place.profile;
    const std::string path = files::join(place.root, profile.config.path);
    auto text = reader.read(path, document::maximumFileSize, files::Links::Refuse);
    if (!text)
        return tl::unexpected(text.error());
    Installed installed;
    installed.configText = std::string(base::textOf(*text));
    const profile::ConfigFormat format = profile.config.format;
    for (const profile::Slot& slot : profile.slots) {
        auto value = plan::configValue(format, installed.configText, slot.configKey);
        if (!value)
            return tl::unexpected(value.error());
        if (!value->empty())
            installed.files.emplace(slot.id, readSlot(reader, place, slot, std::move(*value)));
    }
    auto sealed = plan::configValue(format, installed.configText, profile.passphrase.configKey);
    if (!sealed)
        return tl::unexpected(sealed.error());
    installed.sealedPassphrase = std::move(*sealed);
    return installed;
}

} // namespace certwright::prove
