// Why: verify, proof and unlock all start with the same question: what would the service itself read?
#include "core/prove/installed.h"

#include "core/base/bytes.h"
#include "core/check/revoked_entry.h"
#include "core/document/parse.h"
#include "core/document/pem_blocks.h"
#include "core/files/path.h"
#include "core/plan/config_text.h"
#include "core/plan/large_lists.h"
#include "core/prove/place_paths.h"

namespace certwright::prove {

namespace {

using Serials = std::vector<base::Bytes>;

// addSerials adds the serial numbers of the certificates in a PEM file.
void addSerials(const InstalledFile& file, Serials& serials) {
    constexpr std::size_t mostBlocks = 1000;
    if (!file.content)
        return;
    for (const document::PemBlock& block : document::scanPem(*file.content, mostBlocks)) {
        base::Bytes der(document::decodedBound(block.body.size()));
        const auto size = document::decodeBase64(block.body, der);
        der.resize(size.value_or(0));
        if (auto serial = check::serialOf(der))
            serials.push_back(std::move(*serial));
    }
}

// largeLists streams a file of lists; nothing if it is none, or must be read whole.
std::shared_ptr<const document::ParsedFile> largeLists(const files::FileReader& reader,
                                                       const std::string& path, const Serials& serials) {
    const auto file = reader.open(path, document::maximumStreamedSize, files::Links::Refuse);
    if (!file || !plan::isLargeList(**file))
        return nullptr;
    base::SilentProgress silent;
    auto read = plan::streamLists(**file, std::make_shared<const document::WantedSerials>(serials),
                                  document::Digests::Signed, silent);
    if (!read || read->whole)
        return nullptr;
    return std::make_shared<const document::ParsedFile>(std::move(read->content));
}

InstalledFile readSlot(const files::FileReader& reader, const Place& place, const profile::Slot& slot,
                       std::string configured, const Serials& serials) {
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
    if (slot.kind == profile::SlotKind::Crl && info->size > document::leastStreamedSize)
        if ((file.lists = largeLists(reader, path, serials)))
            return file;
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
    auto text = plan::configContent(reader, profile, place.root);
    if (!text)
        return tl::unexpected(text.error());
    Installed installed;
    installed.configText = std::move(*text);
    const profile::ConfigFormat format = profile.config.format;
    Serials serials;
    // Lists last: they are searched for the certificates.
    for (const bool lists : {false, true}) {
        for (const profile::Slot& slot : profile.slots) {
            if ((slot.kind == profile::SlotKind::Crl) != lists)
                continue;
            auto value = plan::configValue(format, installed.configText, slot.configKey);
            if (!value)
                return tl::unexpected(value.error());
            if (value->empty())
                continue;
            InstalledFile file = readSlot(reader, place, slot, std::move(*value), serials);
            if (slot.kind != profile::SlotKind::PrivateKey)
                addSerials(file, serials);
            installed.files.emplace(slot.id, std::move(file));
        }
    }
    auto sealed = plan::configValue(format, installed.configText, profile.passphrase.configKey);
    if (!sealed)
        return tl::unexpected(sealed.error());
    installed.sealedPassphrase = std::move(*sealed);
    return installed;
}

} // namespace certwright::prove
